#pragma once

#include "domain/student_query.h"
#include "domain/student_row.h"
#include "register/student_list.h"

#include <QHash>
#include <QList>

namespace xueji {

/// A window over the students of one query: pages are read when a row of theirs is asked for, and only a few are kept.
/// However large the register, no more than kKeptPages x kPageRows students are in memory.
class StudentWindow {
public:
  static constexpr int kPageRows = 200;
  static constexpr int kKeptPages = 6;

  explicit StudentWindow(StudentList students) : m_students(std::move(students)) {}

  /// Counts anew and forgets all pages.
  Result<void> ask(const StudentQuery& query);
  const StudentQuery& query() const { return m_query; }
  StudentList& students() { return m_students; }
  int count() const { return m_count; }
  /// Null outside of the rows and where reading failed (error() then says why). Valid until the next call.
  const StudentRow* row(int row);
  const std::optional<Error>& error() const { return m_error; }
  int pagesKept() const { return static_cast<int>(m_pages.size()); }
  int pagesRead() const { return m_pagesRead; } ///< since the beginning
  void forget();

private:
  const QList<StudentRow>* page(int number);

  StudentList m_students;
  StudentQuery m_query;
  int m_count = 0;
  int m_pagesRead = 0;
  QHash<int, QList<StudentRow>> m_pages;
  QList<int> m_used; ///< page numbers, last used last
  std::optional<Error> m_error;
};

} // namespace xueji
