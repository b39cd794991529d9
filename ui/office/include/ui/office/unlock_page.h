#pragma once

#include "store/register_store.h"

#include <QWidget>
#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace xueji {

class Dialogs;
class Notice;
class PasswordEdit;
class Preferences;
class StoreOpener;

/// Which register, who, and the password. A wrong one is said in place. Offers the recovery sheet, another register, a
/// new one, and bringing a backup back.
class UnlockPage : public QWidget {
  Q_OBJECT

public:
  UnlockPage(Preferences& preferences, const Clock& clock, const Registry& registry, Dialogs& dialogs,
             QWidget* parent = nullptr);
  ~UnlockPage() override;

  /// Asks for this register's password; what was typed is gone.
  void setFolder(const QString& folder);
  QString folder() const;
  void setMessage(const QString& sentence);
  std::unique_ptr<RegisterStore> takeStore() { return std::move(m_store); }

signals:
  void opened();
  void newWanted();
  void recoveryWanted(const QString& folder, const QString& user);
  /// `backup` may be empty; `known` is the register chosen here, if any.
  void restoreWanted(const QString& backup, const QString& known, const QString& user);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void open();
  void browse();
  void offerRestore(const QString& backup);
  bool isFilled();
  void start(std::function<Result<std::unique_ptr<RegisterStore>>()> work, const QString& waiting);
  void fillUser();

  Preferences& m_preferences;
  const Clock& m_clock;
  const Registry& m_registry;
  Dialogs& m_dialogs;
  StoreOpener* m_opener;
  std::unique_ptr<RegisterStore> m_store;
  QComboBox* m_registers;
  QLineEdit* m_user;
  PasswordEdit* m_password;
  Notice* m_caps;
  Notice* m_notice;
  QPushButton* m_open;
};

} // namespace xueji
