#include "register/log_view.h"

#include "store/seal.h"
#include "store/tables.h"

namespace xueji {

namespace {

/// "correct phone,health" -> "correct 联系电话、健康状况"; words that are no items stay.
QString withLabels(const FieldCatalogue& fields, const QString& detail) {
  QStringList words = detail.split(QLatin1Char(' '));
  for (QString& word : words) {
    QStringList labels;
    for (const QString& id : word.split(QLatin1Char(',')))
      if (const auto field = fields.byId(id))
        labels << fields.definition(*field).label;
    if (!labels.isEmpty() && labels.size() == word.count(QLatin1Char(',')) + 1)
      word = labels.join(QStringLiteral("、"));
  }
  return words.join(QLatin1Char(' '));
}

} // namespace

Result<QList<LogLine>> logPage(Office& office, int offset, int limit) {
  const auto rows = office.tables().log().page({}, offset, limit);
  if (!rows)
    return std::unexpected(rows.error());
  QList<LogLine> lines;
  for (const LogRow& row : *rows)
    lines << LogLine{row.time, office.tables().users().nameOf(row.user).value_or(QString()), row.action, row.object,
                     withLabels(office.fields(), SealNote::without(row.detail))};
  return lines;
}

Result<QString> logCode(RegisterStore& store) {
  return store.tables().log().shortCode();
}

Result<void> logRecoverySheet(RegisterStore& store, SheetWay way) {
  return store.tables().log().append(way == SheetWay::Printed ? LogAction::Print : LogAction::Export,
                                     QStringLiteral("recovery_sheet"));
}

} // namespace xueji
