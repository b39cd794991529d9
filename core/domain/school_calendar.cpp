#include "domain/school_calendar.h"

#include "csv_resource.h"

namespace xueji {

int schoolYearOf(const QDate& day) {
  return day.month() >= 9 ? day.year() : day.year() - 1;
}

QDate schoolYearBegin(int schoolYear) {
  return {schoolYear, 9, 1};
}

QDate schoolYearEnd(int schoolYear) {
  return {schoolYear + 1, 8, 31};
}

QString schoolYearName(int schoolYear) {
  return QStringLiteral("%1-%2学年").arg(schoolYear).arg(schoolYear + 1);
}

QString Semester::name() const {
  return schoolYearName(schoolYear) + (number == 1 ? QStringLiteral("第一学期") : QStringLiteral("第二学期"));
}

Semester semesterOf(const QDate& day, std::optional<QDate> springBegin) {
  const int schoolYear = schoolYearOf(day);
  const QDate usual(schoolYear + 1, 2, 1);
  const bool fits = springBegin && schoolYearOf(*springBegin) == schoolYear;
  return {schoolYear, day < (fits ? *springBegin : usual) ? 1 : 2};
}

SchoolCalendar SchoolCalendar::load() {
  SchoolCalendar calendar;
  for (const QStringList& cells : detail::readCsvResource(QStringLiteral(":/calendar/holidays.csv"), 4)) {
    const QDate day = QDate::fromString(cells[0], Qt::ISODate);
    calendar.m_special.insert(day, {cells[1] == QStringLiteral("off"), cells[2]});
    calendar.m_years.insert(day.year());
  }
  return calendar;
}

bool SchoolCalendar::knowsYear(int year) const {
  return m_years.contains(year);
}

bool SchoolCalendar::isWorkingDay(const QDate& day) const {
  const auto special = m_special.constFind(day);
  return special != m_special.cend() ? !special->off : day.dayOfWeek() <= Qt::Friday;
}

QString SchoolCalendar::holidayName(const QDate& day) const {
  return m_special.value(day).name;
}

QDate SchoolCalendar::addWorkingDays(const QDate& day, int n) const {
  const int step = n < 0 ? -1 : 1;
  QDate result = day;
  for (int left = std::abs(n); left > 0;) {
    result = result.addDays(step);
    if (isWorkingDay(result)) {
      --left;
    }
  }
  return result;
}

int SchoolCalendar::workingDaysBetween(const QDate& from, const QDate& to) const {
  if (to < from) {
    return -workingDaysBetween(to, from);
  }
  int count = 0;
  for (QDate day = from.addDays(1); day <= to; day = day.addDays(1)) {
    count += isWorkingDay(day) ? 1 : 0;
  }
  return count;
}

} // namespace xueji
