#include "register/column_mapping.h"

#include "roster_header.h"

#include <QSet>
#include <algorithm>

namespace xueji {
namespace {

QStringList headersSeen(const Sheet& sheet) {
  constexpr qsizetype kMost = 8;
  QStringList seen;
  for (qsizetype line = 0; line < std::min<qsizetype>(sheet.rows.size(), kHeaderSearchLines); ++line)
    for (const Cell& cell : sheet.rows[line])
      if (!cell.text.trimmed().isEmpty() && seen.size() < kMost)
        seen << cell.text.trimmed().left(20);
  return seen;
}

bool hasContent(const QList<Cell>& line) {
  return std::any_of(line.begin(), line.end(), [](const Cell& cell) { return !cell.text.trimmed().isEmpty(); });
}

/// Which columns have something in a line from `first` on.
QList<bool> filledColumns(const Sheet& sheet, qsizetype first) {
  QList<bool> filled;
  for (qsizetype line = first; line < sheet.rows.size(); ++line) {
    const QList<Cell>& cells = sheet.rows[line];
    if (filled.size() < cells.size())
      filled.resize(cells.size());
    for (qsizetype column = 0; column < cells.size(); ++column)
      filled[column] = filled[column] || !cells[column].text.trimmed().isEmpty();
  }
  return filled;
}

/// Makes the mapping of a header: what a person said of a column first, then labels, then aliases.
class Assignment {
public:
  Assignment(const Heads& heads, const FieldCatalogue& fields, ColumnMapping& mapping)
      : m_heads(heads), m_fields(fields), m_mapping(mapping) {}

  std::optional<Error> take(const QString& sheet, const ColumnWishes& wishes);
  void recognise();
  std::optional<Error> undecided() const;

private:
  void give(int column, Field field) {
    m_mapping.columns.insert(field, column);
    m_mapping.fields.insert(column, field);
  }
  QString told(const QList<int>& columns) const;
  QList<int> columnsOf(const QString& sheet, const QString& key) const;
  void readNames();
  void tellRelations();
  void tellNeighbours();
  void giveExact();
  void giveAlias(int column, const Named& named);

  const Heads& m_heads;
  const FieldCatalogue& m_fields;
  ColumnMapping& m_mapping;
  QHash<int, Named> m_named; ///< of the columns that no person spoke of
};

QString Assignment::told(const QList<int>& columns) const {
  QStringList texts;
  for (const int column : columns)
    texts << QStringLiteral("%1（%2）").arg(m_mapping.headers.value(column), columnLetters(column));
  return texts.join(QStringLiteral("、"));
}

QList<int> Assignment::columnsOf(const QString& sheet, const QString& key) const {
  QList<int> columns = m_mapping.headers.keys(key);
  const QString letters = key.startsWith(sheet + u'!') ? key.mid(sheet.size() + 1) : key;
  for (int column = 0; columns.isEmpty() && column < m_heads.size(); ++column)
    if (columnLetters(column) == letters && (!m_heads[column].isEmpty() || m_mapping.headless.contains(column)))
      columns << column;
  std::sort(columns.begin(), columns.end());
  return columns;
}

std::optional<Error> Assignment::take(const QString& sheet, const ColumnWishes& wishes) {
  for (const ColumnWish& wish : wishes) {
    const QList<int> columns = columnsOf(sheet, wish.column);
    if (columns.isEmpty())
      continue;
    if (columns.size() > 1)
      return Error{ErrorCode::HeaderUndecided, {wish.column, told(columns)}};
    m_mapping.wishes.insert(columns.first(), wish);
  }
  // What is said now comes before what was said of an earlier file.
  QList<int> columns = m_mapping.wishes.keys();
  std::sort(columns.begin(), columns.end(), [&](int a, int b) {
    return std::pair(m_mapping.wishes[a].remembered, a) < std::pair(m_mapping.wishes[b].remembered, b);
  });
  for (const int column : std::as_const(columns)) {
    const QString item = m_mapping.wishes[column].item;
    if (item == QLatin1String("-"))
      continue;
    auto field = m_fields.byId(item);
    if (!field)
      field = m_fields.byHeader(item);
    if (field == Field::BloodGroup) // kept of nobody
      field.reset();
    if (m_mapping.wishes[column].remembered && (!field || m_mapping.has(*field))) {
      m_mapping.wishes.remove(column);
      continue;
    }
    if (!field)
      return Error{ErrorCode::ColumnUnknown, {item}};
    if (m_mapping.has(*field))
      return Error{ErrorCode::HeaderUndecided,
                   {m_fields.definition(*field).label, told({m_mapping.columns.value(*field), column})}};
    give(column, *field);
  }
  return std::nullopt;
}

void Assignment::readNames() {
  for (int column = 0; column < m_heads.size(); ++column) {
    if (m_mapping.wishes.contains(column) || m_heads[column].isEmpty())
      continue;
    const Named named = namedBy(m_heads[column], m_fields);
    if (named.field == Field::BloodGroup)
      m_mapping.notKept << column;
    else
      m_named.insert(column, named);
  }
  tellRelations();
}

/// Who a member is says the column of its name. Columns of somebody else (父亲电话 beside 监护人姓名) are not taken.
void Assignment::tellRelations() {
  for (const Field name : {Field::Member1Name, Field::Member2Name}) {
    const int member = name == Field::Member1Name ? 1 : 2;
    QString relation;
    int times = 0;
    for (const Named& named : std::as_const(m_named))
      if (named.field == name) {
        ++times;
        relation = named.relation;
      }
    if (times > 1) // the person is asked which it is
      continue;
    const bool isNamed = times == 1;
    if (!relation.isEmpty())
      m_mapping.relations.insert(member, relation);
    for (Named& named : m_named)
      if (isNamed && named.member == member && named.relation != relation)
        named = Named();
  }
}

/// 电话 that stands once for the child and again after 父亲姓名 is the father's there, and a header that alone means
/// nothing (与学生关系) is of the member in whose columns it stands.
void Assignment::tellNeighbours() {
  QHash<Field, int> times;
  for (const Named& named : std::as_const(m_named))
    if (named.field)
      ++times[*named.field];
  int member = 0;
  for (int column = 0; column < m_heads.size(); ++column) {
    const auto named = m_named.find(column);
    if (named == m_named.end())
      continue;
    if (named->field == Field::Member1Name || named->field == Field::Member2Name) {
      member = named->field == Field::Member1Name ? 1 : 2;
      continue;
    }
    if (named->field && m_fields.definition(*named->field).member == 0 && times.value(*named->field) < 2)
      member = 0; // the columns of the member are over
    const bool isAgain =
        named->field && times.value(*named->field) > 1 && m_fields.definition(*named->field).member == 0;
    if (member == 0 || (named->field && !isAgain))
      continue;
    const auto field = namedOfMember(m_heads[column], member, m_fields);
    if (!field || times.contains(*field))
      continue;
    named->field = field;
    named->otherwise.reset();
    named->exact = false;
    m_mapping.guessed << column;
  }
}

void Assignment::giveExact() {
  QHash<Field, QList<int>> labels;
  for (int column = 0; column < m_heads.size(); ++column)
    if (const Named named = m_named.value(column); named.field && named.exact) {
      if (m_mapping.has(*named.field))
        m_mapping.yielded << column;
      else
        labels[*named.field] << column;
    }
  for (auto it = labels.cbegin(); it != labels.cend(); ++it) {
    if (it->size() == 1)
      give(it->first(), it.key());
    else
      m_mapping.doubts << ColumnDoubt{it.key(), *it};
  }
  std::sort(m_mapping.doubts.begin(), m_mapping.doubts.end(),
            [](const ColumnDoubt& a, const ColumnDoubt& b) { return a.columns.first() < b.columns.first(); });
}

void Assignment::giveAlias(int column, const Named& named) {
  for (const auto& field : {named.field, named.otherwise})
    if (field && !m_mapping.has(*field) &&
        std::none_of(m_mapping.doubts.begin(), m_mapping.doubts.end(),
                     [&](const ColumnDoubt& doubt) { return doubt.field == *field; })) {
      give(column, *field);
      if (field != named.field && !m_mapping.guessed.contains(column))
        m_mapping.guessed << column;
      return;
    }
  const int holder = m_mapping.columns.value(*named.field, -1);
  if (m_mapping.wishes.contains(holder)) { // the person has said which
    m_mapping.yielded << column;
    return;
  }
  for (ColumnDoubt& doubt : m_mapping.doubts)
    if (doubt.field == *named.field) {
      doubt.columns << column;
      return;
    }
  m_mapping.columns.remove(*named.field);
  m_mapping.fields.remove(holder);
  m_mapping.doubts << ColumnDoubt{*named.field, {holder, column}};
}

void Assignment::recognise() {
  readNames();
  tellNeighbours();
  giveExact();
  for (int column = 0; column < m_heads.size(); ++column) {
    const auto named = m_named.constFind(column);
    if (named == m_named.cend())
      continue;
    if (named->field && !named->exact)
      giveAlias(column, *named);
    else if (!named->field && !m_fields.isPassedOver(m_mapping.headers.value(column)))
      m_mapping.unknownHeaders << m_mapping.headers.value(column);
  }
}

std::optional<Error> Assignment::undecided() const {
  if (m_mapping.doubts.isEmpty())
    return std::nullopt;
  QString columns;
  for (const ColumnDoubt& doubt : m_mapping.doubts)
    columns += columns.isEmpty()
                   ? told(doubt.columns)
                   : QStringLiteral("；%1：%2").arg(m_fields.definition(doubt.field).label, told(doubt.columns));
  return Error{ErrorCode::HeaderUndecided, {m_fields.definition(m_mapping.doubts.first().field).label, columns}};
}

/// An item that several columns could be is there.
std::optional<Error> missing(const ColumnMapping& mapping, const FieldCatalogue& fields) {
  const auto has = [&](Field field) {
    return mapping.has(field) || std::any_of(mapping.doubts.begin(), mapping.doubts.end(),
                                             [&](const ColumnDoubt& doubt) { return doubt.field == field; });
  };
  QStringList labels;
  for (const Field field : {Field::Name, Field::Sex, Field::BirthDate})
    if (!has(field) && (field == Field::Name || !has(Field::StudentNumber)))
      labels << fields.definition(field).label;
  if (labels.isEmpty())
    return std::nullopt;
  return Error{ErrorCode::HeaderMissing, {labels.join(QStringLiteral("、"))}};
}

} // namespace

QString columnLetters(int column) {
  constexpr int kLetters = 26;
  QString letters;
  for (int left = column + 1; left > 0; left = (left - 1) / kLetters)
    letters.prepend(QChar(u'A' + (left - 1) % kLetters));
  return letters;
}

ColumnReading readColumns(const Sheet& sheet, const FieldCatalogue& fields, const ColumnWishes& wishes) {
  ColumnReading reading;
  ColumnMapping& mapping = reading.columns;
  if (std::none_of(sheet.rows.begin(), sheet.rows.end(), hasContent)) {
    reading.fault = Error{ErrorCode::NoRows, {sheet.name}};
    return reading;
  }
  const HeaderPlace place = findHeader(sheet, fields);
  if (place.last < 0) {
    reading.fault = Error{ErrorCode::HeadersUnknown, {headersSeen(sheet).join(QStringLiteral("、"))}};
    return reading;
  }
  mapping.headerLine = place.last;
  mapping.headerLines = place.lines;
  Heads heads = headsOf(sheet, place.last - place.lines + 1, place.last);
  const QList<bool> filled = filledColumns(sheet, place.last + 1);
  if (heads.size() < filled.size())
    heads.resize(filled.size());
  for (int column = 0; column < heads.size(); ++column)
    if (!heads[column].isEmpty())
      mapping.headers.insert(column, heads[column].join(QString()));
    else if (column < filled.size() && filled[column])
      mapping.headless << column;
  Assignment assignment(heads, fields, mapping);
  reading.fault = assignment.take(sheet.name, wishes);
  assignment.recognise();
  if (!reading.fault)
    reading.fault = missing(mapping, fields);
  if (!reading.fault)
    reading.fault = assignment.undecided();
  if (!reading.fault && std::none_of(sheet.rows.begin() + mapping.headerLine + 1, sheet.rows.end(), hasContent))
    reading.fault = Error{ErrorCode::NoRows, {sheet.name}};
  return reading;
}

} // namespace xueji
