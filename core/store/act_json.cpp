#include "store/act_json.h"

#include "item_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xueji {

namespace {

QString compact(const QJsonArray& array) {
  return array.isEmpty() ? QStringLiteral("[]")
                         : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayOf(const QString& text) {
  return QJsonDocument::fromJson(text.toUtf8()).array();
}

/// By its id; by its number in enum Field where an early register has that.
std::optional<Field> fieldFrom(const QJsonValue& value) {
  if (value.isString())
    return fieldOfItem(value.toString());
  const int number = value.toInt(-1);
  return number >= 0 && number < kFieldCount ? std::optional(static_cast<Field>(number)) : std::nullopt;
}

} // namespace

QString findingsToJson(const Findings& findings) {
  QJsonArray array;
  for (const Finding& finding : findings) {
    QJsonArray fields;
    for (const Field field : finding.fields)
      fields << itemOfField(field);
    array << QJsonObject{{QStringLiteral("rule"), finding.rule},
                         {QStringLiteral("code"), finding.code},
                         {QStringLiteral("severity"), toKey(finding.severity)},
                         {QStringLiteral("fields"), fields},
                         {QStringLiteral("args"), QJsonArray::fromStringList(finding.args)},
                         {QStringLiteral("set"), finding.ruleSet}};
  }
  return compact(array);
}

Findings findingsFromJson(const QString& text) {
  Findings findings;
  const QJsonArray array = arrayOf(text);
  for (const QJsonValue& value : array) {
    const QJsonObject object = value.toObject();
    Finding finding;
    finding.rule = object.value(QStringLiteral("rule")).toString();
    finding.code = object.value(QStringLiteral("code")).toString();
    finding.severity = severityFromKey(object.value(QStringLiteral("severity")).toString()).value_or(Severity::Refuse);
    const QJsonArray fields = object.value(QStringLiteral("fields")).toArray();
    for (const QJsonValue& stored : fields)
      if (const auto field = fieldFrom(stored))
        finding.fields << *field;
    const QJsonArray args = object.value(QStringLiteral("args")).toArray();
    for (const QJsonValue& arg : args)
      finding.args << arg.toString();
    finding.ruleSet = object.value(QStringLiteral("set")).toString();
    findings << finding;
  }
  return findings;
}

QString listToJson(const QStringList& list) {
  return compact(QJsonArray::fromStringList(list));
}

QStringList listFromJson(const QString& text) {
  QStringList list;
  const QJsonArray array = arrayOf(text);
  for (const QJsonValue& value : array)
    list << value.toString();
  return list;
}

QString idsToJson(const QList<qint64>& ids) {
  QJsonArray array;
  for (const qint64 id : ids)
    array << id;
  return compact(array);
}

QList<qint64> idsFromJson(const QString& text) {
  QList<qint64> ids;
  const QJsonArray array = arrayOf(text);
  for (const QJsonValue& value : array)
    ids << value.toInteger();
  return ids;
}

} // namespace xueji
