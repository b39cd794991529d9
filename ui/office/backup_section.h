#pragma once

#include "store/backup.h"
#include "ui/office/office_page.h"

class QLabel;
class QStackedWidget;

namespace xueji {

class Notice;
class JobPanel;

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
  /// Shows how far the job is until it has ended.
  void watch(Job* job);
  void showReport(const VerifyReport& report);

  QStackedWidget* m_stack;
  QLabel* m_last;
  Notice* m_notice;
  JobPanel* m_progress;
};

} // namespace xueji
