#pragma once

#include "register/number_list.h"
#include "rules/rule_book.h"

#include <QAbstractTableModel>

namespace xueji {

/// The lines of a list of numbers: whose, what the record has, what the list has, what becomes of it. Numbers are
/// masked.
class NumbersModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Place, Name, Before, Number, State, ColumnCount };

  NumbersModel(const RuleBook& rules, Language language, QObject* parent = nullptr);

  void setPlan(const NumberPlan* plan); ///< null: no lines

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  struct Line {
    QString place, name, before, number, state;
    std::optional<NumberRow::Verdict> verdict; ///< none: no row of a child
  };
  const RuleBook& m_rules;
  Language m_language;
  QList<Line> m_lines;
};

} // namespace xueji
