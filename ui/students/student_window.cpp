#include "student_window.h"

namespace xueji {

Result<void> StudentWindow::ask(const StudentQuery& query) {
  forget();
  m_query = m_students.allowed(query);
  const auto count = m_students.count(query);
  m_count = count.value_or(0);
  if (!count)
    return std::unexpected(count.error());
  return {};
}

void StudentWindow::forget() {
  m_pages.clear();
  m_used.clear();
  m_error.reset();
}

const StudentRow* StudentWindow::row(int row) {
  if (row < 0 || row >= m_count)
    return nullptr;
  const QList<StudentRow>* rows = page(row / kPageRows);
  const int within = row % kPageRows;
  return rows && within < rows->size() ? &rows->at(within) : nullptr;
}

const QList<StudentRow>* StudentWindow::page(int number) {
  m_used.removeOne(number);
  if (!m_pages.contains(number)) {
    if (m_error)
      return nullptr; // one failure is enough: a paint asks for hundreds of cells
    auto rows = m_students.page(m_query, number * kPageRows, kPageRows);
    if (!rows) {
      m_error = rows.error();
      return nullptr;
    }
    ++m_pagesRead;
    while (m_pages.size() >= kKeptPages && !m_used.isEmpty())
      m_pages.remove(m_used.takeFirst());
    m_pages.insert(number, *rows);
  }
  m_used << number;
  return &*m_pages.constFind(number);
}

} // namespace xueji
