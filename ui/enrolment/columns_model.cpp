#include "columns_model.h"

#include "ui/widgets/icons.h"

#include <algorithm>

namespace xueji {

namespace {

QString letterOf(int column) {
  QString cell = cellName(0, column); // A1: letters and the line
  cell.chop(1);
  return cell;
}

} // namespace

ColumnsModel::ColumnsModel(const FieldCatalogue& fields, QObject* parent)
    : QAbstractTableModel(parent), m_fields(fields) {}

void ColumnsModel::setMapping(const ColumnMapping& mapping) {
  beginResetModel();
  m_lines.clear();
  m_unknown = mapping.unknownHeaders;
  m_missing.clear();
  m_taken = 0;
  QList<int> columns = mapping.headers.keys();
  std::sort(columns.begin(), columns.end());
  for (const int column : std::as_const(columns)) {
    Line line{column, mapping.headers.value(column), {}, Use::Taken};
    if (const auto field = mapping.fields.constFind(column); field != mapping.fields.constEnd()) {
      const FieldDefinition& definition = m_fields.definition(*field);
      line.item = definition.label;
      ++m_taken;
    } else {
      line.use = m_unknown.contains(line.header) ? Use::Unknown : Use::PassedOver;
    }
    m_lines.append(line);
  }
  for (const FieldDefinition& definition : m_fields.all())
    if (definition.mustFill && definition.member == 0 && !mapping.has(definition.field))
      m_missing.append(definition.label);
  endResetModel();
}

int ColumnsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ColumnsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant ColumnsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Line& line = m_lines[index.row()];
  if (role == Qt::DecorationRole && index.column() == State)
    return line.use == Use::Taken     ? icon(QStringLiteral("good"))
           : line.use == Use::Unknown ? icon(QStringLiteral("warn"))
                                      : QVariant();
  if (role != Qt::DisplayRole)
    return {};
  switch (index.column()) {
  case Letter:
    return letterOf(line.column);
  case Header:
    return line.header;
  case Item:
    return line.item;
  case State:
    return line.use == Use::Taken     ? tr("taken over")
           : line.use == Use::Unknown ? tr("unknown, not taken over")
                                      : tr("not kept in the record");
  default:
    return {};
  }
}

QVariant ColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Letter:
    return tr("Column");
  case Header:
    return tr("Header in the file");
  case Item:
    return tr("Item of the record");
  case State:
    return tr("Use");
  default:
    return {};
  }
}

} // namespace xueji
