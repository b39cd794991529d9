#pragma once

#include "store/register_store.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace xueji {

class Notice;
class PasswordEdit;
class StoreOpener;

/// Opens a register by its recovery sheet and gives one account a new password.
class RecoveryPage : public QWidget {
  Q_OBJECT

public:
  RecoveryPage(const Clock& clock, const Registry& registry, KeyCost cost, QWidget* parent = nullptr);
  ~RecoveryPage() override;
  void setFolder(const QString& folder, const QString& user);
  std::unique_ptr<RegisterStore> takeStore() { return std::move(m_store); }

signals:
  void opened();
  void leaveWanted();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void open();

  const Clock& m_clock;
  const Registry& m_registry;
  KeyCost m_cost;
  QString m_folder;
  StoreOpener* m_opener;
  std::unique_ptr<RegisterStore> m_store;
  QLineEdit* m_secret;
  QLineEdit* m_user;
  PasswordEdit* m_password;
  PasswordEdit* m_repeated;
  Notice* m_notice;
  QPushButton* m_open;
};

} // namespace xueji
