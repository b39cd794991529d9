#include "columns_model.h"

#include "ui/widgets/icons.h"

#include <algorithm>

namespace xueji {

ColumnsModel::ColumnsModel(const FieldCatalogue& fields, QObject* parent)
    : QAbstractTableModel(parent), m_fields(fields) {}

ColumnsModel::Line ColumnsModel::lineOf(int column, const ColumnMapping& mapping) const {
  Line line{column, mapping.headers.value(column), {}, {}, Use::PassedOver};
  const auto field = mapping.fields.constFind(column);
  if (field != mapping.fields.cend()) {
    line.item = m_fields.definition(*field).label;
    line.use = mapping.guessed.contains(column) ? Use::Guessed : Use::Taken;
  } else if (std::any_of(mapping.doubts.begin(), mapping.doubts.end(),
                         [&](const ColumnDoubt& doubt) { return doubt.columns.contains(column); })) {
    line.use = Use::Undecided;
  } else if (mapping.yielded.contains(column)) {
    line.use = Use::LeftOut;
  } else if (m_unknown.contains(line.header) || mapping.headless.contains(column)) {
    line.use = Use::Unknown;
  }
  if (const auto wish = mapping.wishes.constFind(column); wish != mapping.wishes.cend()) {
    const bool isTaken = field != mapping.fields.cend();
    line.choice = isTaken ? m_fields.definition(*field).id : QStringLiteral("-");
    line.use = wish->remembered ? Use::Remembered : isTaken ? Use::Said : Use::LeftOut;
  }
  return line;
}

void ColumnsModel::setMapping(const ColumnMapping& mapping) {
  beginResetModel();
  m_lines.clear();
  m_unknown = mapping.unknownHeaders;
  m_missing.clear();
  QList<int> columns = mapping.headers.keys() + mapping.headless;
  std::sort(columns.begin(), columns.end());
  for (const int column : std::as_const(columns))
    m_lines.append(lineOf(column, mapping));
  m_taken = static_cast<int>(mapping.fields.size());
  for (const FieldDefinition& definition : m_fields.all())
    if (definition.mustFill && definition.member == 0 && !mapping.has(definition.field))
      m_missing.append(definition.label);
  endResetModel();
}

int ColumnsModel::firstDoubt() const {
  for (int row = 0; row < m_lines.size(); ++row)
    if (m_lines[row].use == Use::Undecided)
      return row;
  return -1;
}

QList<Choice> ColumnsModel::choices() const {
  QList<Choice> choices{{QString(), tr("as the header says"), {}}, {QStringLiteral("-"), tr("leave it out"), {}}};
  for (const FieldDefinition& definition : m_fields.all())
    if (definition.kind != FieldKind::Photo && definition.field != Field::BloodGroup)
      choices.append({definition.id, definition.label, {}});
  return choices;
}

QString ColumnsModel::wordOf(Use use) {
  switch (use) {
  case Use::Taken:
    return tr("taken over");
  case Use::Guessed:
    return tr("taken over by its place");
  case Use::Said:
    return tr("as chosen");
  case Use::Remembered:
    return tr("as chosen for an earlier file");
  case Use::LeftOut:
    return tr("left out as chosen");
  case Use::Undecided:
    return tr("please choose");
  case Use::Unknown:
    return tr("unknown, not taken over");
  case Use::PassedOver:
    break;
  }
  return tr("not kept in the record");
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
    return line.use == Use::Undecided                                ? icon(QStringLiteral("proof"))
           : line.use == Use::Unknown                                ? icon(QStringLiteral("warn"))
           : line.use == Use::PassedOver || line.use == Use::LeftOut ? QVariant()
                                                                     : icon(QStringLiteral("good"));
  if (role == Qt::EditRole && index.column() == Item)
    return line.choice;
  if (role != Qt::DisplayRole)
    return {};
  switch (index.column()) {
  case Letter:
    return columnLetters(line.column);
  case Header:
    return line.header;
  case Item:
    return line.item;
  case State:
    return wordOf(line.use);
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

Qt::ItemFlags ColumnsModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
  return index.isValid() && index.column() == Item ? usual | Qt::ItemIsEditable : usual;
}

bool ColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Item ||
      value.toString() == m_lines[index.row()].choice)
    return false;
  emit chosen(m_lines[index.row()].column, value.toString());
  return true;
}

} // namespace xueji
