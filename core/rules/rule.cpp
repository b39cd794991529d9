#include "rules/rule.h"

#include <QJsonArray>

namespace xueji {

bool RuleSet::holds(const QDate& date, Stage stage, const QString& inProvince) const {
  if (!province.isEmpty() && province != inProvince)
    return false;
  for (const Validity& span : validity) {
    if (!span.stages.isEmpty() && !span.stages.contains(stage))
      continue;
    if (span.from.isValid() && date < span.from)
      continue;
    if (span.to.isValid() && date > span.to)
      continue;
    return true;
  }
  return false;
}

QStringList Parameters::texts(const QString& name) const {
  QStringList list;
  for (const QJsonValue& value : m_values.value(name).toArray())
    list << value.toString();
  return list;
}

QDate Parameters::dayIn(int year, const QString& name) const {
  const QStringList parts = text(name).split(u'-');
  if (parts.size() != 2)
    return {};
  return QDate(year, parts[0].toInt(), parts[1].toInt());
}

} // namespace xueji
