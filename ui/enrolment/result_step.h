#pragma once

#include "import_step.h"

class QLabel;
class QPushButton;

namespace xueji {

/// Last step: what was done, where it can be seen, and how it is taken back.
class ResultStep : public ImportStep {
  Q_OBJECT

public:
  ResultStep(Session& session, ImportDraft& draft, QWidget* parent = nullptr);
  void refresh() override;
  bool mayGoOn() const override { return true; }
  QString goOnWord() const override { return tr("Import another file"); }
  QWidget* firstField() const override;

signals:
  void undoWanted(qint64 batch);

private:
  QLabel* m_sign;
  QLabel* m_title;
  QLabel* m_text;
  QPushButton* m_list;
  QPushButton* m_undo;
};

} // namespace xueji
