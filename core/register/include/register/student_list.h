#pragma once

#include "domain/student_query.h"
#include "domain/student_row.h"
#include "register/own_rights.h"

#include <functional>

namespace xueji {

/// Boys, girls and children without a class among those of a cohort who are in school.
struct CohortCount {
  int entryYear = 0;
  int boys = 0;
  int girls = 0;
  int all = 0;
  int unplaced = 0;
};

/// The students of the register as lists show them. Every row holds only what the signed-in person may see (OwnRights);
/// who may not see a number whole is neither answered by it nor sorted by it. Opening a list is logged once; pages,
/// counts and rows are not. Errors of every method: RoleForbids and those of the store.
class StudentList {
public:
  /// The office must outlive it.
  explicit StudentList(const Office& office) : m_office(office), m_rights(office) {}

  /// Notes in the log that the list was opened, which groups these fields show and how many children: never what was
  /// typed, never a value (rule P02). To be called before a row is shown.
  Result<void> open(const StudentQuery& query, const QList<Field>& fields);
  /// The same, of so many children.
  Result<void> noteOpened(int children, const QList<Field>& fields);
  /// The query as far as the person's rights go.
  StudentQuery allowed(StudentQuery query) const;

  Result<int> count(const StudentQuery& query);
  Result<QList<StudentRow>> page(const StudentQuery& query, int offset, int limit);
  /// In the order of the query; stops when `each` answers false.
  Result<void> forEach(const StudentQuery& query, const std::function<bool(const StudentRow&)>& each);
  /// StudentTable::find(), as far as the person's rights go.
  Result<QList<StudentRow>> find(const QString& text, int limit);
  Result<std::optional<StudentRow>> byId(qint64 student);
  Result<QList<int>> entryYears(); ///< descending; of everybody not voided
  /// Cohort by cohort, newest first.
  Result<QList<CohortCount>> cohorts();

  const OwnRights& rights() const { return m_rights; }

private:
  Result<QList<StudentRow>> seen(Result<QList<StudentRow>> rows) const;

  const Office& m_office;
  OwnRights m_rights;
};

} // namespace xueji
