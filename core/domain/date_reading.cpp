#include "domain/date_reading.h"

#include <QRegularExpression>

namespace xueji::detail {

namespace {

std::optional<QDate> checked(int year, int month, int day) {
  const QDate date(year, month, day);
  return date.isValid() && year >= 1900 && year < 2200 ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<QDate> readDate(const QString& text) {
  static const QRegularExpression kCompact(QStringLiteral("^([0-9]{4})([0-9]{2})([0-9]{2})$"));
  static const QRegularExpression kSeparated(
      QStringLiteral("^([0-9]{4})(?:(?<sep>[-./])([0-9]{1,2})\\k<sep>([0-9]{1,2})|"
                     "\\s*年\\s*([0-9]{1,2})\\s*月\\s*([0-9]{1,2})\\s*日?)"
                     "(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?$"));
  if (const auto match = kCompact.match(text); match.hasMatch()) {
    return checked(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
  }
  if (const auto match = kSeparated.match(text); match.hasMatch()) {
    const bool chinese = match.captured(3).isEmpty();
    return checked(match.captured(1).toInt(), match.captured(chinese ? 5 : 3).toInt(),
                   match.captured(chinese ? 6 : 4).toInt());
  }
  return std::nullopt;
}

std::optional<QDate> readSerialDate(const QString& text) {
  static const QRegularExpression kSerial(QStringLiteral("^([2-5][0-9]{4})(?:\\.0+)?$"));
  const auto match = kSerial.match(text);
  return match.hasMatch() ? std::optional(QDate(1899, 12, 30).addDays(match.captured(1).toInt())) : std::nullopt;
}

std::optional<QDate> readMonth(const QString& text) {
  static const QRegularExpression kCompact(QStringLiteral("^([0-9]{4})([0-9]{2})$"));
  static const QRegularExpression kSeparated(
      QStringLiteral("^([0-9]{4})(?:[-./]([0-9]{1,2})|\\s*年\\s*([0-9]{1,2})\\s*月)$"));
  if (const auto match = kCompact.match(text); match.hasMatch()) {
    return checked(match.captured(1).toInt(), match.captured(2).toInt(), 1);
  }
  if (const auto match = kSeparated.match(text); match.hasMatch()) {
    const QString month = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    return checked(match.captured(1).toInt(), month.toInt(), 1);
  }
  if (const auto date = readDate(text)) {
    return QDate(date->year(), date->month(), 1);
  }
  return std::nullopt;
}

} // namespace xueji::detail
