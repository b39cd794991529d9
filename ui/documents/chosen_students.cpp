#include "chosen_students.h"

#include "domain/grade_name.h"
#include "domain/masking.h"
#include "ui/widgets/theme.h"

namespace xueji {

ChosenStudents::ChosenStudents(Office& office, QObject* parent) : QAbstractTableModel(parent), m_students(office) {}

QList<qint64> ChosenStudents::ids() const {
  QList<qint64> ids;
  for (const Row& row : m_rows)
    ids.append(row.id);
  return ids;
}

ChosenStudents::Row ChosenStudents::rowOf(const StudentRow& student) {
  return {student.id, student.record.value(Field::Name),
          toldNumber(maskedStudentNumber(student.studentNumber), student.numberSource), cohortName(student.entryYear)};
}

int ChosenStudents::append(const QList<Row>& rows) {
  QSet<qint64> known;
  for (const Row& row : std::as_const(m_rows))
    known.insert(row.id);
  QList<Row> fresh;
  for (const Row& row : rows)
    if (!known.contains(row.id)) {
      known.insert(row.id);
      fresh.append(row);
    }
  if (fresh.isEmpty())
    return 0;
  const int first = static_cast<int>(m_rows.size());
  beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
  m_rows += fresh;
  endInsertRows();
  return static_cast<int>(fresh.size());
}

int ChosenStudents::add(const QList<qint64>& students) {
  QList<Row> rows;
  for (const qint64 id : students) {
    const auto student = m_students.byId(id);
    if (student && *student && (*student)->status != StudentStatus::Voided)
      rows.append(rowOf(**student));
  }
  return append(rows);
}

int ChosenStudents::addCohort(int entryYear) {
  StudentQuery query;
  query.entryYears = {entryYear};
  query.statuses = {StudentStatus::InSchool, StudentStatus::Suspended};
  QList<Row> rows;
  const auto read = m_students.forEach(query, [&rows](const StudentRow& student) {
    rows.append(rowOf(student));
    return true;
  });
  return read ? append(rows) : 0;
}

void ChosenStudents::remove(int row) {
  if (row < 0 || row >= m_rows.size())
    return;
  beginRemoveRows({}, row, row);
  m_rows.removeAt(row);
  endRemoveRows();
}

void ChosenStudents::clear() {
  beginResetModel();
  m_rows.clear();
  endResetModel();
}

void ChosenStudents::reload() {
  const QList<qint64> before = ids();
  if (before.isEmpty())
    return;
  clear();
  add(before);
}

int ChosenStudents::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChosenStudents::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChosenStudents::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Row& row = m_rows[index.row()];
  if (role == Qt::FontRole && index.column() == Number)
    return numberFont();
  if (role != Qt::DisplayRole)
    return {};
  return index.column() == Name ? row.name : index.column() == Number ? row.number : row.cohort;
}

QVariant ChosenStudents::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  return section == Name ? tr("Name of the student") : section == Number ? tr("Student number") : tr("Cohort");
}

} // namespace xueji
