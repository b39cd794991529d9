#include "roster_header.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace xueji {
namespace {

constexpr int kMostHeaderLines = 3;
/// A title line may name one item by chance ("姓名"); a header names several.
constexpr int kFewestItems = 2;

/// Heads of groups of columns, and the family member they mean where that is fixed.
struct MemberHead {
  QString word;
  QString means;
};

const QList<MemberHead>& memberHeads() {
  static const QList<MemberHead> heads{
      {QStringLiteral("父亲"), QStringLiteral("成员1")},   {QStringLiteral("爸爸"), QStringLiteral("成员1")},
      {QStringLiteral("母亲"), QStringLiteral("成员2")},   {QStringLiteral("妈妈"), QStringLiteral("成员2")},
      {QStringLiteral("监护人"), QStringLiteral("成员1")}, {QStringLiteral("家长"), QStringLiteral("成员1")}};
  return heads;
}

bool isGroupHead(const QString& text) {
  static const QStringList kGroups{QStringLiteral("家庭成员"), QStringLiteral("成员"), QStringLiteral("监护人"),
                                   QStringLiteral("父亲"),     QStringLiteral("母亲"), QStringLiteral("家长"),
                                   QStringLiteral("爸爸"),     QStringLiteral("妈妈")};
  return text.size() <= 8 &&
         std::any_of(kGroups.begin(), kGroups.end(), [&](const QString& group) { return text.startsWith(group); });
}

int itemsNamed(const Heads& heads, const FieldCatalogue& fields) {
  QSet<Field> named;
  for (const QStringList& column : heads)
    if (const auto field = namedBy(column, fields).field)
      named.insert(*field);
  return static_cast<int>(named.size());
}

} // namespace

Heads headsOf(const Sheet& sheet, int first, int last) {
  qsizetype width = 0;
  for (int line = first; line <= last; ++line)
    width = std::max(width, sheet.rows[line].size());
  for (const CellRange& range : sheet.merged)
    if (range.row >= first && range.row <= last)
      width = std::max<qsizetype>(width, range.column + range.columns);
  QList<QStringList> lines; // line by line, a text for each column
  for (int line = first; line <= last; ++line) {
    QStringList texts;
    for (int column = 0; column < width; ++column)
      texts << sheet.at(line, column).text.simplified();
    lines << texts;
  }
  for (const CellRange& range : sheet.merged)
    for (qint64 row = std::max<qint64>(range.row, first); row <= std::min<qint64>(range.row + range.rows - 1, last);
         ++row)
      for (int column = range.column; column < std::min<qint64>(range.column + range.columns, width); ++column)
        lines[row - first][column] = sheet.at(range.row, range.column).text.simplified();
  // Where a file knows no merged cells the head of a group stands above its first column only.
  for (int line = 0; line + 1 < lines.size(); ++line)
    for (int column = 1; column < width; ++column)
      if (lines[line][column].isEmpty() && !lines[line + 1][column].isEmpty() && isGroupHead(lines[line][column - 1]))
        lines[line][column] = lines[line][column - 1];
  Heads heads(width);
  for (int column = 0; column < width; ++column)
    for (const QStringList& line : std::as_const(lines))
      if (!line[column].isEmpty() && (heads[column].isEmpty() || heads[column].last() != line[column]))
        heads[column] << line[column];
  return heads;
}

Named namedBy(const QStringList& heads, const FieldCatalogue& fields) {
  Named named;
  if (heads.isEmpty())
    return named;
  const QString whole = heads.join(QString());
  named.field = fields.byHeader(whole);
  for (const MemberHead& head : memberHeads())
    if (!named.field && whole.startsWith(head.word)) {
      named.field = fields.byHeader(head.means + whole.mid(head.word.size()));
      if (named.field && head.word.size() == 2 && head.word != QStringLiteral("家长")) {
        named.member = fields.definition(*named.field).member;
        named.relation = named.member == 1 ? QStringLiteral("父亲") : QStringLiteral("母亲");
      }
    }
  if (!named.field && heads.size() > 1 && !isGroupHead(heads[heads.size() - 2]))
    named.field = fields.byHeader(heads.last());
  if (!named.field)
    return named;
  named.exact = fields.definition(*named.field).label == heads.last() || fields.definition(*named.field).label == whole;
  static const QRegularExpression family(QStringLiteral("家|父|母|监护"));
  if (named.field == Field::Phone && whole.contains(family))
    named.otherwise = Field::Member1Phone;
  else if (named.field == Field::Member1Phone && !named.exact && named.relation.isEmpty())
    named.otherwise = Field::Phone;
  return named;
}

std::optional<Field> namedOfMember(const QStringList& heads, int member, const FieldCatalogue& fields) {
  return heads.isEmpty() ? std::nullopt : fields.byHeader(QStringLiteral("成员%1").arg(member) + heads.last());
}

HeaderPlace findHeader(const Sheet& sheet, const FieldCatalogue& fields) {
  HeaderPlace best;
  int bestCount = kFewestItems - 1;
  const int search = static_cast<int>(std::min<qsizetype>(sheet.rows.size(), kHeaderSearchLines));
  for (int lines = 1; lines <= kMostHeaderLines; ++lines)
    for (int first = 0; first + lines <= search; ++first) {
      const int count = itemsNamed(headsOf(sheet, first, first + lines - 1), fields);
      if (count > bestCount) {
        best = {first + lines - 1, lines};
        bestCount = count;
      }
    }
  return best;
}

} // namespace xueji
