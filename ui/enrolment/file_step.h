#pragma once

#include "import_step.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace xueji {

class BatchesModel;
class DateEdit;
class SheetChoice;

/// First step: the file, the year it enters, the day from which it counts; below, the imports made before.
class FileStep : public ImportStep {
  Q_OBJECT

public:
  FileStep(Session& session, ImportDraft& draft, QWidget* parent = nullptr);
  void refresh() override;
  bool mayGoOn() const override;
  QString goOnWord() const override { return tr("Check the file"); }
  QWidget* firstField() const override;
  QList<QWidget*> panes() const override;
  void chooseFile();

signals:
  void undoWanted(qint64 batch);

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  QWidget* makeFilePart();
  QWidget* makeBatchPart();
  QString factsOfFile() const;
  void showUndoState();

  QPushButton* m_choose;
  QLabel* m_path;
  QLabel* m_facts;
  SheetChoice* m_sheets;
  QFormLayout* m_form = nullptr;
  QCheckBox* m_whole;
  QSpinBox* m_year;
  DateEdit* m_effective;
  BatchesModel* m_batches;
  QTableView* m_table;
  QLabel* m_none;
  QPushButton* m_undo;
};

} // namespace xueji
