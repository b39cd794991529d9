#pragma once

#include "domain/act.h"
#include "register/batch_list.h"

#include <QAbstractTableModel>

namespace xueji {

/// The imports made so far, latest first.
class BatchesModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Made, File, Maker, Count, State, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void load(Office& office);
  const Batch& batch(int row) const { return m_batches[row].batch; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  QList<ImportLine> m_batches;
};

} // namespace xueji
