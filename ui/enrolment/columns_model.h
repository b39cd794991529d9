#pragma once

#include "domain/field_catalogue.h"
#include "register/column_mapping.h"
#include "ui/widgets/choice_filter.h"

#include <QAbstractTableModel>

namespace xueji {

/// The columns of a roster as they were recognised: letter, header, item of the record. The item can be changed.
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
  /// First line that the person must decide; -1: none.
  int firstDoubt() const;

  /// What a column can be: as its header says, left out, or an item; codes are those of ColumnWish.
  QList<Choice> choices() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// Of Item, a code of choices(): asks for it by chosen(); the mapping that follows from it is set by setMapping().
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
  void chosen(int column, const QString& item);

private:
  enum class Use { Taken, Guessed, Said, Remembered, LeftOut, Undecided, Unknown, PassedOver };
  struct Line {
    int column = 0;
    QString header;
    QString item;   ///< label
    QString choice; ///< what was said of it: a code of choices()
    Use use = Use::Taken;
  };
  Line lineOf(int column, const ColumnMapping& mapping) const;
  static QString wordOf(Use use);

  FieldCatalogue m_fields;
  QList<Line> m_lines;
  int m_taken = 0;
  QStringList m_unknown;
  QStringList m_missing;
};

} // namespace xueji
