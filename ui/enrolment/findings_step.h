#pragma once

#include "findings_model.h"
#include "import_step.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QTableView;
class QToolButton;

namespace xueji {

/// Third step: every finding and repair of the dry run, and what shall be enrolled.
class FindingsStep : public ImportStep {
  Q_OBJECT

public:
  FindingsStep(Session& session, ImportDraft& draft, QWidget* parent = nullptr);
  void refresh() override;
  bool mayGoOn() const override;
  QString goOnWord() const override;
  QWidget* firstField() const override;
  QList<QWidget*> panes() const override;
  bool onlyGood() const;

signals:
  void papersWanted(); ///< the person wants to enter papers

private:
  void makeFilters(QHBoxLayout* bar);
  QWidget* makeTable();
  QWidget* makeChoice();
  void showCounts();
  void showChoice(const ImportSummary& sum);
  void showCurrent();
  void saveMarked();

  FindingsModel* m_model;
  QLabel* m_summary;
  QToolButton* m_filters[4];
  QByteArray m_fileHash; ///< of the file that the choice was made for
  QPushButton* m_papers = nullptr;
  QPushButton* m_save;
  QTableView* m_table;
  QLabel* m_whole;
  QRadioButton* m_all;
  QLabel* m_allText;
  QRadioButton* m_good;
  QLabel* m_goodText;
};

} // namespace xueji
