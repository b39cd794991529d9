#pragma once

#include "domain/field_catalogue.h"
#include "register/column_mapping.h"

#include <QAbstractTableModel>

namespace xueji {

/// The columns of a roster as they were recognised: letter, header, item of the record.
class ColumnsModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Letter, Header, Item, State, ColumnCount };

  explicit ColumnsModel(const FieldCatalogue& fields, QObject* parent = nullptr);

  void setMapping(const ColumnMapping& mapping);
  int taken() const { return m_taken; }
  QStringList unknown() const { return m_unknown; }
  /// Labels of the items that must be filled and have no column.
  QStringList missing() const { return m_missing; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  enum class Use { Taken, PassedOver, Unknown };
  struct Line {
    int column = 0;
    QString header;
    QString item;
    Use use = Use::Taken;
  };
  FieldCatalogue m_fields;
  QList<Line> m_lines;
  int m_taken = 0;
  QStringList m_unknown;
  QStringList m_missing;
};

} // namespace xueji
