#pragma once

#include "store/backup.h"
#include "ui/office/office_page.h"

class QLabel;
class QStackedWidget;

namespace xueji {

class Notice;
class ProgressPanel;

/// Backup with its proof, and the check of the whole register. A backup is brought back with the register closed
/// (unlock page), never from here.
class BackupSection : public OfficeSection {
  Q_OBJECT

public:
  BackupSection(Session& session, QWidget* parent);
  void refresh() override;

private:
  void backUpTo(const QString& folder);
  void verifyRegister();
  void start(const QString& what, JobRunner::Work work, std::function<void()> done);
  void showReport(const VerifyReport& report);

  QStackedWidget* m_stack;
  QLabel* m_last;
  Notice* m_notice;
  ProgressPanel* m_progress;
};

} // namespace xueji
