#include "register/student_list.h"
#include "store/tables.h"

namespace xueji {

Result<void> StudentList::open(const StudentQuery& query, const QList<Field>& fields) {
  const auto children = count(query);
  if (!children)
    return std::unexpected(children.error());
  return noteOpened(*children, fields);
}

Result<void> StudentList::noteOpened(int children, const QList<Field>& fields) {
  return m_office.tables().log().append(
      LogAction::Search, QStringLiteral("students"),
      QStringLiteral("groups=%1 count=%2").arg(m_rights.groupsSeen(fields).join(QLatin1Char(','))).arg(children));
}

StudentQuery StudentList::allowed(StudentQuery query) const {
  query.reach = m_rights.reach();
  if ((query.sort == StudentSort::IdentityNumber && !query.reach.identityNumber) ||
      (query.sort == StudentSort::StudentNumber && !query.reach.studentNumber))
    query.sort = StudentSort::Name;
  return query;
}

Result<int> StudentList::count(const StudentQuery& query) {
  return m_office.tables().students().count(allowed(query));
}

Result<QList<StudentRow>> StudentList::seen(Result<QList<StudentRow>> rows) const {
  if (rows)
    for (StudentRow& row : *rows)
      row = m_rights.seen(std::move(row));
  return rows;
}

Result<QList<StudentRow>> StudentList::page(const StudentQuery& query, int offset, int limit) {
  return seen(m_office.tables().students().page(allowed(query), offset, limit));
}

Result<QList<StudentRow>> StudentList::find(const QString& text, int limit) {
  return seen(m_office.tables().students().find(text, limit, m_rights.reach()));
}

Result<void> StudentList::forEach(const StudentQuery& query, const std::function<bool(const StudentRow&)>& each) {
  return m_office.tables().students().forEach(allowed(query),
                                              [&](const StudentRow& row) { return each(m_rights.seen(row)); });
}

Result<std::optional<StudentRow>> StudentList::byId(qint64 student) {
  auto row = m_office.tables().students().byId(student);
  if (row && *row)
    *row = m_rights.seen(std::move(**row));
  return row;
}

Result<QList<int>> StudentList::entryYears() {
  return m_office.tables().students().entryYears();
}

Result<QList<CohortCount>> StudentList::cohorts() {
  const auto years = entryYears();
  if (!years)
    return std::unexpected(years.error());
  QList<CohortCount> cohorts;
  for (const int year : *years) {
    CohortCount cohort;
    cohort.entryYear = year;
    StudentQuery everybody;
    everybody.entryYears = {year};
    everybody.statuses = {StudentStatus::InSchool};
    StudentQuery boys = everybody;
    boys.sex = QStringLiteral("1");
    StudentQuery girls = everybody;
    girls.sex = QStringLiteral("2");
    StudentQuery unplaced = everybody;
    unplaced.placed = false;
    const std::pair<const StudentQuery&, int&> parts[] = {
        {everybody, cohort.all}, {boys, cohort.boys}, {girls, cohort.girls}, {unplaced, cohort.unplaced}};
    for (const auto& [query, number] : parts) {
      const auto counted = count(query);
      if (!counted)
        return std::unexpected(counted.error());
      number = *counted;
    }
    cohorts << cohort;
  }
  return cohorts;
}

} // namespace xueji
