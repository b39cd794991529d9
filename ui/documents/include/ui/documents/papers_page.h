#pragma once

#include "ui/documents/paper_run.h"
#include "ui/documents/paper_source.h"
#include "ui/shell/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace xueji {

class ChoicePanel;
class EmptyState;
class Notice;
class PaperPreview;
class JobPanel;

/// 表册打印: chosen on the left, the very paper on the right; printed, or written as PDF.
class PapersPage : public Page {
  Q_OBJECT

public:
  explicit PapersPage(Session& session, QWidget* parent = nullptr);

  QString title() const override { return tr("Papers"); }
  void open(const QVariant& argument) override;
  void refresh() override;
  QString statusText() const override;
  QList<QWidget*> panes() const override;
  void print() override;

private:
  QWidget* makePreviewBar();
  QWidget* makeActs();
  QToolButton* turner(const char* name, const QString& word, Qt::ArrowType arrow);
  void choiceChanged();
  void showPaper();
  void showPlace();
  void present();
  void showPaperAt(int index);
  void saveOne();
  void saveEach();

  PaperSource m_source;
  PaperRun* m_run;
  ChoicePanel* m_panel;
  PaperPreview* m_preview;
  Notice* m_notice;
  QStackedWidget* m_stack;
  QWidget* m_previewPart;
  EmptyState* m_empty;
  JobPanel* m_progress;
  QToolButton* m_paperBack;
  QToolButton* m_paperOn;
  QLabel* m_paperPlace;
  QToolButton* m_pageBack;
  QToolButton* m_pageOn;
  QLabel* m_pagePlace;
  QComboBox* m_zoom;
  QPushButton* m_print;
  QPushButton* m_saveOne;
  QPushButton* m_saveEach;
  int m_index = 0; ///< of the paper shown
};

} // namespace xueji
