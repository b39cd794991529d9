#pragma once

#include "import_step.h"

class QLabel;
class QTableView;

namespace xueji {

class ClassesPanel;
class ColumnsModel;
class Notice;

/// Second step: which column of the sheet was taken for which item, what is unknown, what is missing.
class ColumnsStep : public ImportStep {
  Q_OBJECT

public:
  ColumnsStep(Session& session, ImportDraft& draft, QWidget* parent = nullptr);
  void refresh() override;
  bool mayGoOn() const override { return draft().plan() != nullptr; }
  QString goOnWord() const override { return tr("See what was found"); }
  QWidget* firstField() const override;
  QList<QWidget*> panes() const override;

private:
  QLabel* m_summary;
  Notice* m_unknown;
  Notice* m_missing;
  ClassesPanel* m_classes;
  ColumnsModel* m_model;
  QTableView* m_table;
};

} // namespace xueji
