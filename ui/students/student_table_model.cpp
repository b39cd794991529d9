#include "student_table_model.h"

#include "domain/grade_name.h"
#include "register/roster_list.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace xueji {

StudentTableModel::StudentTableModel(const Office& office, Language language, QObject* parent)
    : QAbstractTableModel(parent), m_office(office), m_language(language), m_window(StudentList(office)) {
  setColumns(ColumnChoice::initial().ids);
}

void StudentTableModel::setQuery(const StudentQuery& query) {
  beginResetModel();
  m_today = m_office.clock().today();
  m_system = m_office.store().school().system;
  const auto asked = m_window.ask(query);
  endResetModel();
  if (!asked)
    emit failed(asked.error());
}

void StudentTableModel::setColumns(const QStringList& ids) {
  beginResetModel();
  m_columns.clear();
  for (const QString& id : ids)
    if (const StudentColumn* column = studentColumn(id); column && isSeen(*column))
      m_columns << *column;
  endResetModel();
}

bool StudentTableModel::isSeen(const StudentColumn& column) const {
  return m_window.students().rights().sees(column.field);
}

QList<Field> StudentTableModel::fields() const {
  QList<Field> fields;
  for (const StudentColumn& column : m_columns)
    fields << column.field;
  return fields;
}

int StudentTableModel::sortColumn() const {
  for (int column = 0; column < m_columns.size(); ++column)
    if (m_columns[column].sort == query().sort)
      return column;
  return -1;
}

const StudentRow* StudentTableModel::rowAt(int row) const {
  const bool failedBefore = m_window.error().has_value();
  const StudentRow* found = m_window.row(row);
  if (m_window.error() && !failedBefore) // not from inside a paint
    QMetaObject::invokeMethod(
        const_cast<StudentTableModel*>(this),
        [this, error = *m_window.error()] { emit const_cast<StudentTableModel*>(this)->failed(error); },
        Qt::QueuedConnection);
  return found;
}

qint64 StudentTableModel::studentAt(int row) const {
  const StudentRow* found = rowAt(row);
  return found ? found->id : 0;
}

int StudentTableModel::rowOf(qint64 student, int near) const {
  if (studentAt(near) == student)
    return near;
  const int first = std::max(0, near - StudentWindow::kPageRows);
  const int last = std::min(m_window.count(), near + StudentWindow::kPageRows);
  for (int row = first; row < last; ++row)
    if (studentAt(row) == student)
      return row;
  return -1;
}

QString StudentTableModel::text(int row, int column) const {
  const StudentRow* found = rowAt(row);
  return found && column >= 0 && column < m_columns.size() ? textOf(*found, m_columns[column]) : QString();
}

QString StudentTableModel::textOf(const StudentRow& row, const StudentColumn& column) const {
  switch (column.source) {
  case StudentColumn::Source::Item:
    return shownItem(m_office.fields(), row, column.field, false);
  case StudentColumn::Source::Status: {
    const QString ahead = markOfAhead(row, m_today);
    return ahead.isEmpty() ? chineseName(row.status) : ahead;
  }
  case StudentColumn::Source::Cohort:
    return cohortName(row.entryYear);
  case StudentColumn::Source::Grade:
    return gradeNameOn(m_today, m_system, row.stage, row.entryYear);
  case StudentColumn::Source::Class: {
    const QString& name = row.record.value(Field::Class);
    return name.isEmpty() ? QCoreApplication::translate("xueji::StudentColumn", "Not placed") : name;
  }
  case StudentColumn::Source::Pinyin:
    return row.pinyin;
  case StudentColumn::Source::EnrolledOn:
    return row.enrolledOn.toString(Qt::ISODate);
  }
  return {};
}

int StudentTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_window.count();
}

int StudentTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant StudentTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const StudentColumn& column = m_columns[index.column()];
  switch (role) {
  case Qt::DisplayRole:
    return text(index.row(), index.column());
  case Qt::FontRole:
    return column.number ? QVariant(numberFont()) : QVariant();
  case StudentIdRole:
    return studentAt(index.row());
  case StatusRole: {
    const StudentRow* row = rowAt(index.row());
    const bool badge = row && column.source == StudentColumn::Source::Status && markOfAhead(*row, m_today).isEmpty();
    return badge ? QVariant(static_cast<int>(row->status)) : QVariant();
  }
  default:
    return {};
  }
}

QVariant StudentTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Vertical)
    return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  if (section < 0 || section >= m_columns.size())
    return {};
  if (role == Qt::DisplayRole)
    return columnLabel(m_columns[section], m_office.fields(), m_language);
  if (role == Qt::TextAlignmentRole)
    return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
  return {};
}

void StudentTableModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= m_columns.size() || !m_columns[column].sort)
    return;
  StudentQuery query = m_window.query();
  query.sort = *m_columns[column].sort;
  query.descending = order == Qt::DescendingOrder;
  setQuery(query);
}

} // namespace xueji
