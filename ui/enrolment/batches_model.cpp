#include "ui/enrolment/batches_model.h"

#include "register/office.h"

namespace xueji {

namespace {
QString localTime(const QDateTime& time) {
  return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}
} // namespace

void BatchesModel::load(Office& office) {
  beginResetModel();
  m_batches.clear();
  // Where reading is refused or fails the list stays empty; the acts themselves say why.
  const auto all = office.store().batches().all();
  if (all)
    for (const Batch& batch : *all)
      if (batch.kind == BatchKind::Import)
        m_batches.append(batch);
  if (const auto users = office.store().users().all())
    for (const User& user : *users)
      m_names.insert(user.id, user.name);
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
  const Batch& batch = m_batches[index.row()];
  switch (index.column()) {
  case Made:
    return localTime(batch.made);
  case File:
    return batch.source;
  case Maker:
    return m_names.value(batch.madeBy);
  case Count:
    return QString::number(batch.count);
  case State:
    return batch.undone.isNull() ? tr("stands")
                                 : tr("undone %1 by %2").arg(localTime(batch.undone), m_names.value(batch.undoneBy));
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
