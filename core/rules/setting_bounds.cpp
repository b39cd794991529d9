#include "setting_bounds.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace xueji {

namespace {

bool isBetween(const QJsonValue& value, int low, int high) {
  const double number = value.toDouble();
  return value.isDouble() && number == std::floor(number) && number >= low && number <= high;
}

bool isDayOfYear(const QJsonValue& value) {
  static const QRegularExpression kDay(QStringLiteral("^[0-9]{2}-[0-9]{2}$"));
  return value.isString() && kDay.match(value.toString()).hasMatch();
}

bool exists(const QString& dayOfYear) {
  constexpr int kCommonYear = 2023; // 02-29 is no day of every year
  return QDate::fromString(QStringLiteral("%1-%2").arg(kCommonYear).arg(dayOfYear), Qt::ISODate).isValid();
}

bool isWords(const QJsonValue& value) {
  const QJsonArray list = value.toArray();
  return value.isArray() &&
         std::all_of(list.begin(), list.end(), [](const QJsonValue& one) { return !one.toString().isEmpty(); });
}

bool holdsAll(const QJsonArray& list, const QJsonArray& others) {
  return std::all_of(others.begin(), others.end(), [&](const QJsonValue& one) { return list.contains(one); });
}

bool isNotAfter(const QJsonValue& value, const QJsonValue& law) {
  const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
  return day.isValid() && day <= QDate::fromString(law.toString(), Qt::ISODate);
}

} // namespace

bool isBound(const QJsonValue& bound) {
  if (!bound.isArray())
    return QStringList{QStringLiteral("lower"), QStringLiteral("fixed"), QStringLiteral("more"),
                       QStringLiteral("earlier"), QStringLiteral("free")}
        .contains(bound.toString());
  const QJsonArray ends = bound.toArray();
  return ends.size() == 2 && ends[0].isDouble() && ends[1].isDouble() && ends[0].toInt() <= ends[1].toInt();
}

bool isWithin(const QJsonValue& bound, const QJsonValue& law, const QJsonValue& value) {
  if (value.type() != law.type())
    return false;
  if (bound.isArray())
    return isBetween(value, bound.toArray()[0].toInt(), bound.toArray()[1].toInt());
  const QString word = bound.toString();
  if (word == u"lower")
    return isBetween(value, 1, law.toInt());
  if (word == u"more")
    return isWords(value) && holdsAll(value.toArray(), law.toArray());
  if (word == u"earlier")
    return isNotAfter(value, law);
  if (word == u"free")
    return !isDayOfYear(law) || (isDayOfYear(value) && exists(value.toString()));
  return value == law;
}

QString boundText(const QJsonValue& bound, const QJsonValue& law) {
  const QString range = QStringLiteral("%1–%2");
  if (bound.isArray())
    return range.arg(bound.toArray()[0].toInt()).arg(bound.toArray()[1].toInt());
  const QString word = bound.toString();
  if (word == u"lower")
    return range.arg(1).arg(law.toInt());
  if (word == u"more")
    return QStringLiteral("⊇") + parameterText(law);
  if (word == u"earlier")
    return QStringLiteral("≤") + parameterText(law);
  return word == u"free" ? QStringLiteral("MM-DD") : QStringLiteral("=") + parameterText(law);
}

QString parameterText(const QJsonValue& value) {
  if (value.isString())
    return value.toString();
  if (value.isDouble())
    return QString::number(value.toDouble());
  const QByteArray listed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
  return QString::fromUtf8(listed.sliced(1, listed.size() - 2));
}

} // namespace xueji
