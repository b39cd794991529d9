#include "batches_model.h"

namespace xueji {

namespace {
QString localTime(const QDateTime& time) {
  return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}
} // namespace

void BatchesModel::load(Office& office) {
  beginResetModel();
  // Where reading is refused or fails the list stays empty; the acts themselves say why.
  m_batches = importsOf(office).value_or(QList<ImportLine>());
  endResetModel();
}

int BatchesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_batches.size());
}

int BatchesModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant BatchesModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  if (role == Qt::TextAlignmentRole)
    return int(index.column() == Count ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
    return {};
  const auto& [batch, maker, undoer] = m_batches[index.row()];
  switch (index.column()) {
  case Made:
    return localTime(batch.made);
  case File:
    return batch.source;
  case Maker:
    return maker;
  case Count:
    return QString::number(batch.count);
  case State:
    return batch.undone.isNull() ? tr("stands") : tr("undone %1 by %2").arg(localTime(batch.undone), undoer);
  default:
    return {};
  }
}

QVariant BatchesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Made:
    return tr("When");
  case File:
    return tr("File");
  case Maker:
    return tr("By");
  case Count:
    return tr("Students");
  case State:
    return tr("State");
  default:
    return {};
  }
}

} // namespace xueji
