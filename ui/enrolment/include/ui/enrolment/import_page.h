#pragma once

#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace xueji {

class FileStep;
class FindingsStep;
class ImportDraft;
class ImportStep;
class Notice;
class ProofStep;
class JobPanel;
class StepList;

/// 新生入学: a roster becomes enrolled children in steps: file, columns, findings, papers where rows need proof,
/// result.
class ImportPage : public Page {
  Q_OBJECT

public:
  explicit ImportPage(Session& session, QWidget* parent = nullptr);

  QString title() const override { return tr("Import a roster"); }
  void open(const QVariant& argument) override;
  void refresh() override;
  QString statusText() const override;
  QList<QWidget*> panes() const override;
  void undo() override;
  void createNew() override;
  void save() override;
  bool escape() override;

  int step() const { return m_step; }

private:
  enum Step { File, Columns, Findings, Papers, Result, StepCount };
  void layOut();
  /// A step from which one goes back and in which a plan stands.
  bool isBetween() const { return m_step == Columns || m_step == Findings || m_step == Papers; }
  void goTo(int step);
  void goOn();
  void goBack();
  void present();
  void askUndo(qint64 batch);

  ImportDraft* m_draft;
  StepList* m_steps;
  QStackedWidget* m_stack;
  ImportStep* m_parts[StepCount];
  FileStep* m_file;
  FindingsStep* m_findings;
  ProofStep* m_proofs = nullptr;
  JobPanel* m_progress;
  Notice* m_notice;
  QPushButton* m_back;
  QPushButton* m_next;
  bool m_seesFindings = false; ///< once the columns are judged
  int m_step = File;
};

} // namespace xueji
