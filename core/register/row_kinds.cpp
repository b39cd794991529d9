#include "row_kinds.h"

#include <algorithm>

namespace xueji {

namespace {

bool beginsWithAny(const QString& text, const QStringList& words) {
  return std::any_of(words.begin(), words.end(), [&](const QString& word) { return text.startsWith(word); });
}

bool isTotal(const QString& first) {
  static const QStringList kWords{QStringLiteral("合计"), QStringLiteral("总计"), QStringLiteral("小计"),
                                  QStringLiteral("共计"), QStringLiteral("本页")};
  return beginsWithAny(first, kWords);
}

bool isSignature(const QStringList& texts) {
  static const QStringList kWords{QStringLiteral("填表人"),     QStringLiteral("填报人"),   QStringLiteral("制表"),
                                  QStringLiteral("审核人"),     QStringLiteral("审核："),   QStringLiteral("校长签"),
                                  QStringLiteral("校长（签"),   QStringLiteral("负责人"),   QStringLiteral("填表日期"),
                                  QStringLiteral("填报日期"),   QStringLiteral("联系人："), QStringLiteral("（盖章）"),
                                  QStringLiteral("学校（盖章"), QStringLiteral("签字"),     QStringLiteral("备注："),
                                  QStringLiteral("注："),       QStringLiteral("说明：")};
  constexpr qsizetype kMost = 6;
  return texts.size() <= kMost && beginsWithAny(texts.first(), kWords);
}

} // namespace

QString whatIsNoChild(const QList<Cell>& line, const ColumnMapping& mapping) {
  QStringList texts;
  int taken = 0, headers = 0, numbers = 0;
  for (int column = 0; column < line.size(); ++column) {
    const QString text = line[column].text.simplified();
    if (text.isEmpty() && line[column].kind != Cell::Kind::NoResult)
      continue;
    texts << text;
    taken += mapping.fields.contains(column);
    headers += mapping.headers.value(column) == text;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    numbers += isNumber && number == texts.size();
  }
  if (texts.isEmpty())
    return {};
  constexpr int kFewestNumbers = 4;
  if (headers * 2 > texts.size() && headers > 1)
    return QStringLiteral("rows_header");
  if (numbers == texts.size() && numbers >= kFewestNumbers)
    return QStringLiteral("rows_numbering");
  const int name = mapping.columns.value(Field::Name, -1);
  const QString child = name >= 0 && name < line.size() ? line[name].text.simplified() : QString();
  if (isTotal(texts.first()) && (child.isEmpty() || child == texts.first()))
    return QStringLiteral("rows_total");
  if (isSignature(texts))
    return QStringLiteral("rows_signature");
  return taken == 0 ? QStringLiteral("rows_bare") : QString();
}

} // namespace xueji
