#pragma once

#include "import_step.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace xueji {

class Notice;
class PaperFields;
class ProofModel;

/// Beside the findings: the papers that lie in the office for rows that need proof, typed row by row or read from a
/// list. The rows are judged anew with them.
class ProofStep : public ImportStep {
  Q_OBJECT

public:
  ProofStep(Session& session, ImportDraft& draft, QWidget* parent = nullptr);
  void refresh() override;
  bool mayGoOn() const override { return draft().papersChanged(); }
  QString goOnWord() const override { return tr("Check again with these papers"); }
  /// What is typed and not added yet is added.
  void takeTyped();
  QWidget* firstField() const override;
  QList<QWidget*> panes() const override;

private:
  QWidget* makeTable();
  QWidget* makeForm();
  void showCurrent();
  void askForKind();
  void addPaper();
  void removePapers();
  void readList();
  void dropList();
  /// What is wrong with lines of a list, the first ones in words.
  QString sentencesOf(const QList<PaperFault>& faults) const;

  QLabel* m_summary;
  Notice* m_faults;
  ProofModel* m_model;
  QTableView* m_table = nullptr;
  QWidget* m_form = nullptr;
  QLabel* m_whole = nullptr;
  QComboBox* m_kind = nullptr;
  PaperFields* m_fields = nullptr;
  QPushButton* m_add = nullptr;
  QPushButton* m_remove = nullptr;
  QPushButton* m_read = nullptr;
  QPushButton* m_drop = nullptr;
};

} // namespace xueji
