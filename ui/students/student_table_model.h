#pragma once

#include "domain/language.h"
#include "domain/student_query.h"
#include "domain/student_row.h"
#include "register/office.h"
#include "student_columns.h"
#include "student_window.h"

#include <QAbstractTableModel>

namespace xueji {

/// The students of a query as rows, the chosen columns as columns. Reads through a window; numbers and phones are
/// masked always (rule P06). Sorting asks the store: the order shown is the order of the query.
class StudentTableModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Role { StudentIdRole = Qt::UserRole + 1, StatusRole };

  /// The office must outlive the model.
  StudentTableModel(const Office& office, Language language, QObject* parent = nullptr);

  /// The sort of the query counts; an error shows an empty list and emits failed().
  void setQuery(const StudentQuery& query);
  const StudentQuery& query() const { return m_window.query(); }
  void reload() { setQuery(StudentQuery(m_window.query())); }
  void setColumns(const QStringList& ids);
  const QList<StudentColumn>& columns() const { return m_columns; }
  bool isSeen(const StudentColumn& column) const; ///< by the person's rights; other columns are never shown
  QList<Field> fields() const;                    ///< of the columns
  StudentList& students() { return m_window.students(); }
  /// The column and direction of the present sort; -1 where that column is not shown.
  int sortColumn() const;
  Qt::SortOrder sortOrder() const { return query().descending ? Qt::DescendingOrder : Qt::AscendingOrder; }

  qint64 studentAt(int row) const; ///< 0 outside
  /// The row of a student, looked for in the pages around `near` only; -1 where he or she is not there.
  int rowOf(qint64 student, int near) const;
  /// What a cell shows.
  QString text(int row, int column) const;
  const StudentWindow& window() const { return m_window; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
  void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
  void failed(const Error& error);

private:
  QString textOf(const StudentRow& row, const StudentColumn& column) const;
  const StudentRow* rowAt(int row) const;

  const Office& m_office;
  Language m_language;
  SchoolSystem m_system;
  QDate m_today;
  QList<StudentColumn> m_columns;
  mutable StudentWindow m_window;
};

} // namespace xueji
