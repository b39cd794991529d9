#pragma once

#include "domain/language.h"
#include "register/import_plan.h"

#include <QAbstractTableModel>

namespace xueji {

class RuleBook;

/// The findings and repairs of a dry run, one a line: where, how grave, by which rule, what would make it right.
class FindingsModel : public QAbstractTableModel {
  Q_OBJECT

public:
  enum Column { SheetRow, SheetColumn, Gravity, RuleId, Sentence, Article, Remedy, ColumnCount };
  enum class Kind { Refuse, Proof, Warn, Repair };

  FindingsModel(const RuleBook& rules, Language language, QObject* parent = nullptr);

  void setPlan(const ImportPlan* plan); ///< null empties; the plan is not kept
  void setShown(Kind kind, bool shown);
  bool isShown(Kind kind) const { return m_shown[static_cast<int>(kind)]; }
  int count(Kind kind) const; ///< whether shown or not
  Kind kindOf(int row) const { return m_lines[m_order[row]].kind; }
  /// The whole of one line in words, for the pane below the table.
  QString wholeText(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

  static QString wordOf(Kind kind);
  static QString iconOf(Kind kind);

private:
  struct Line {
    QPair<int, int> at; ///< sheet and row, for the order
    QString place;
    QString column;
    Kind kind = Kind::Refuse;
    QString rule, sentence, article, remedy;
  };
  QString text(const Line& line, int column) const;
  bool isBefore(const Line& a, const Line& b) const;
  void arrange();

  const RuleBook& m_rules;
  Language m_language;
  QList<Line> m_lines;
  QList<int> m_order; ///< lines shown, in the order shown
  bool m_shown[4] = {true, true, true, true};
  int m_sortColumn = SheetRow;
  Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace xueji
