#pragma once

#include "import_step.h"

class QComboBox;
class QLabel;
class QTableView;

namespace xueji {

class ClassesPanel;
class ColumnsModel;
class Notice;

/// Second step: which column of the sheet was taken for which item, what is unknown, what is missing, what must be
/// chosen. The item of a column is changed in its cell.
class ColumnsStep : public ImportStep {
  Q_OBJECT

public:
  ColumnsStep(Session& session, ImportDraft& draft, QWidget* parent = nullptr);
  void refresh() override;
  bool mayGoOn() const override { return draft().plan() || (draft().file() && !draft().faultOfColumns()); }
  QString goOnWord() const override { return tr("See what was found"); }
  QWidget* firstField() const override;
  QList<QWidget*> panes() const override;

private:
  void layOut();
  void makeTable();
  void showSheets(const QList<qsizetype>& chosen);
  void showColumns(qsizetype sheet);
  QString summary(const ColumnMapping& columns) const;
  QString joined(const QStringList& texts) const;

  QLabel* m_summary;
  QComboBox* m_sheets; ///< of several chosen sheets the one whose columns are shown
  Notice* m_undecided;
  Notice* m_passed; ///< sheets of the file that are not imported
  Notice* m_unknown;
  Notice* m_missing;
  ClassesPanel* m_classes;
  ColumnsModel* m_model;
  QTableView* m_table;
};

} // namespace xueji
