#pragma once

#include "ui/shell/page.h"

class QPushButton;
class QStackedWidget;

namespace xueji {

class EmptyState;
class FilterBar;
class FilterChips;
class ListExport;
class JobPanel;
class StudentTableModel;
struct ColumnChoice;
class StudentView;

/// The students of the register as a list: narrowed as one types, sorted by the store, opened with Enter.
class StudentsPage : public Page {
  Q_OBJECT

public:
  explicit StudentsPage(Session& session, QWidget* parent = nullptr);
  ~StudentsPage() override;

  QString title() const override;
  void open(const QVariant& argument) override;
  void refresh() override;
  QString statusText() const override;
  QList<QWidget*> panes() const override;
  void print() override;
  void createNew() override;
  bool escape() override;

private:
  QWidget* makeHeader();
  void makeEmptyStates();
  void connectAll();
  /// Asks the store anew; selection and place in the list stay where they can.
  void narrow();
  void showEmptyOrList();
  void openStudent(qint64 student);
  void printChosen();
  void copyChosen();
  void exportList();
  void showContextMenu(const QPoint& at);
  void chooseColumns(const QPoint& globalAt);
  ColumnChoice keptColumns() const;
  void showColumns();
  void keepColumns();
  void updateActs();

  StudentTableModel* m_model;
  StudentView* m_view;
  FilterBar* m_filter;
  FilterChips* m_chips;
  QStackedWidget* m_stack;
  EmptyState* m_none = nullptr;
  EmptyState* m_noMatch = nullptr;
  QPushButton* m_print = nullptr;
  QPushButton* m_export = nullptr;
  QPushButton* m_columns = nullptr;
  JobPanel* m_progress;
  ListExport* m_exporter;
  int m_everybody = 0;
  bool m_shown = false;
  bool m_laying = false; ///< widths are being set by us
};

} // namespace xueji
