#pragma once

#include "register/number_list.h"
#include "ui/shell/page.h"

#include <QPointer>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace xueji {

class DateEdit;
class JobPanel;
class Notice;
class NumbersModel;
class SheetChoice;

/// 学籍号下发: the national system's list of numbers is compared with the register, and what is new is recorded as one
/// batch.
class NumbersPage : public Page {
  Q_OBJECT

public:
  explicit NumbersPage(Session& session, QWidget* parent = nullptr);

  QString title() const override { return tr("Numbers of the national system"); }
  void open(const QVariant& argument) override;
  void refresh() override;
  QString statusText() const override;
  QList<QWidget*> panes() const override;
  void createNew() override;
  void save() override { record(); }

private:
  QWidget* makeFilePart();
  QWidget* makeListPart();
  void chooseFile();
  void read(const QString& path);
  void compare();
  void record();
  void askUndo(qint64 batch);
  void present();
  static QString problemOf(const Error& error);
  template <class Work, class Done>
  void run(const QString& what, Work work, Done done);

  QString m_path;
  NumberOptions m_options;
  std::shared_ptr<const SheetFile> m_file;
  std::shared_ptr<const NumberPlan> m_plan;
  QPointer<Job> m_job;
  NumbersModel* m_model;
  QStackedWidget* m_stack;
  QWidget* m_content;
  JobPanel* m_progress;
  Notice* m_notice;
  QPushButton* m_choose = nullptr;
  QLabel* m_name = nullptr;
  SheetChoice* m_sheets = nullptr;
  DateEdit* m_effective = nullptr;
  QLabel* m_summary = nullptr;
  QTableView* m_table = nullptr;
  QCheckBox* m_onlyGood;
  QPushButton* m_record;
};

} // namespace xueji
