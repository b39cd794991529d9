#pragma once

#include "domain/student_row.h"
#include "register/student_list.h"

#include <QAbstractTableModel>

namespace xueji {

/// The students whose dossiers are wanted, each once, in the order of print.
class ChosenStudents : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Name, Number, Cohort, ColumnCount };

  explicit ChosenStudents(Office& office, QObject* parent = nullptr);

  QList<qint64> ids() const;
  QString nameOf(int row) const { return m_rows[row].name; }
  /// Answers how many were not there before. Those of a voided enrolment are passed over.
  int add(const QList<qint64>& students);
  int addCohort(int entryYear); ///< who is in school or suspended, by name
  void remove(int row);
  void clear();
  /// Reads names and numbers again; who no longer counts goes.
  void reload();

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  struct Row {
    qint64 id = 0;
    QString name, number, cohort;
  };
  static Row rowOf(const StudentRow& student);
  int append(const QList<Row>& rows);

  StudentList m_students;
  QList<Row> m_rows;
};

} // namespace xueji
