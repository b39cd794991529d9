#pragma once

#include "register/import_plan.h"
#include "rules/rule_book.h"

#include <QAbstractTableModel>

namespace xueji {

/// Rows of a roster that go on only with a paper: what for, which papers do, what was given.
class ProofModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { Place, Name, Why, Given, ColumnCount };
  struct Line {
    int sheet = 0; ///< index into ImportPlan::sheets
    int row = 0;
    Finding finding;       ///< that stands, or that a paper met
    QStringList kinds;     ///< of papers that meet it
    bool takesAll = false; ///< all of them are needed, not one
  };

  ProofModel(const RuleBook& rules, Language language, QObject* parent = nullptr);

  /// The lines of a plan with what is given now. An empty model for null.
  void setPlan(const ImportPlan* plan, const QList<RowPaper>& given);
  const Line& line(int row) const { return m_lines[row].is; }
  /// Rows of the roster that the lines are of.
  int rowsOfRoster() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  struct Shown {
    Line is;
    QString place, name, why, given;
  };
  void add(const ImportPlan& plan, const ImportRow& row, const Finding& finding, const QList<RowPaper>& given);

  const RuleBook& m_rules;
  Language m_language;
  QList<Shown> m_lines;
};

/// Whether the paper was given for this row of the plan.
bool isOf(const RowPaper& paper, const ImportPlan& plan, const ImportRow& row);

} // namespace xueji
