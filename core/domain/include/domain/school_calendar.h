#pragma once

#include <QDate>
#include <QHash>
#include <QSet>
#include <QString>
#include <optional>

namespace xueji {

/// The school year of a day, by the year it begins in: 2024 for 2024-09-01 ... 2025-08-31 (教育部: 学年自9月1日起).
int schoolYearOf(const QDate& day);
QDate schoolYearBegin(int schoolYear);  ///< 1 September
QDate schoolYearEnd(int schoolYear);    ///< 31 August of the next year
QString schoolYearName(int schoolYear); ///< 2024-2025学年

/// 学期. First: 1 September to the day before the spring term; second: from then to 31 August. Counties set the day on
/// which school goes on after the winter holidays each year; 1 February stands where none is given.
struct Semester {
  int schoolYear = 0;
  int number = 0;       ///< 1 or 2
  QString name() const; ///< 2024-2025学年第一学期
  bool operator==(const Semester&) const = default;
};
Semester semesterOf(const QDate& day, std::optional<QDate> springBegin = std::nullopt);

/// Working days of the state: Monday to Friday but for the holidays, and the make-up days. Source: the State Council's
/// yearly notices (resources/calendar/holidays.csv). Immutable.
class SchoolCalendar {
public:
  static SchoolCalendar load();

  /// False for years of which no notice is known: there only Saturdays and Sundays are taken as free.
  bool knowsYear(int year) const;
  bool isWorkingDay(const QDate& day) const;
  QString holidayName(const QDate& day) const; ///< 国庆节, also 国庆节调休 on a make-up day; empty on ordinary days
  /// The n-th working day after `day` (n > 0; the day itself does not count), before it (n < 0), or `day` for 0.
  QDate addWorkingDays(const QDate& day, int n) const;
  /// Working days d with from < d <= to; negative where to is before from.
  int workingDaysBetween(const QDate& from, const QDate& to) const;

private:
  struct Special {
    bool off = false;
    QString name;
  };
  QHash<QDate, Special> m_special;
  QSet<int> m_years;
};

} // namespace xueji
