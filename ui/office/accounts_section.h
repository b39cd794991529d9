#pragma once

#include "ui/office/office_page.h"

#include <QPointer>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace xueji {

class ChoiceBox;
class Notice;
class PasswordEdit;

/// Who may sign in and as what; new accounts, removed ones, one's own password.
class AccountsSection : public OfficeSection {
  Q_OBJECT

public:
  AccountsSection(Session& session, QWidget* parent);
  void refresh() override;

private:
  QWidget* makeNewAccount();
  QWidget* makeOwnPassword();
  void addAccount();
  void removeAccount();
  void changePassword();
  /// Arithmetic on a password, as a job; `sentence` is said when it went well, and what was `typed` for it cleared.
  void run(const QString& what, std::function<Result<void>(RegisterStore&)> work, const QString& sentence,
           Notice* notice, const QList<QLineEdit*>& typed);

  QTableWidget* m_table;
  QPushButton* m_remove;
  QLineEdit* m_name = nullptr;
  ChoiceBox* m_role = nullptr;
  PasswordEdit* m_password = nullptr;
  Notice* m_newNotice = nullptr;
  PasswordEdit* m_present = nullptr;
  PasswordEdit* m_fresh = nullptr;
  PasswordEdit* m_repeated = nullptr;
  Notice* m_ownNotice = nullptr;
  QPointer<Job> m_job;
};

} // namespace xueji
