#pragma once

#include "ui/shell/page.h"

#include <QPointer>

class QGridLayout;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace xueji {

class Notice;
struct CheckedStudent;

/// 首页: how many pupils of each cohort, the last proven backup, the latest imports, and what the rules find wrong
/// today.
class HomePage : public Page {
  Q_OBJECT

public:
  explicit HomePage(Session& session, QWidget* parent = nullptr);
  QString title() const override { return tr("Home"); }
  void open(const QVariant& argument) override;
  void refresh() override;
  QString statusText() const override;

private:
  QWidget* makeCounts();
  QWidget* makeToDo();
  void showCounts();
  void showBatches();
  void showToDo();
  void check();
  void showFindings(const QList<CheckedStudent>& students);

  int m_total = 0;
  QStackedWidget* m_body;
  QGridLayout* m_cohorts;
  QVBoxLayout* m_todo;
  QVBoxLayout* m_batches;
  QLabel* m_backup;
  Notice* m_standing; ///< what stands since the register was brought to a newer form
  QPointer<Job> m_checking;
};

} // namespace xueji
