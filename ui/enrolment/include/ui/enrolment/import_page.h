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
class JobPanel;
class StepList;

/// 新生入学: a roster becomes enrolled children in four steps: file, columns, findings, result.
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
  enum Step { File, Columns, Findings, Result, StepCount };
  void layOut();
  void goTo(int step);
  void goOn();
  void present();
  void askUndo(qint64 batch);

  ImportDraft* m_draft;
  StepList* m_steps;
  QStackedWidget* m_stack;
  ImportStep* m_parts[StepCount];
  FileStep* m_file;
  FindingsStep* m_findings;
  JobPanel* m_progress;
  Notice* m_notice;
  QPushButton* m_back;
  QPushButton* m_next;
  int m_step = File;
};

} // namespace xueji
