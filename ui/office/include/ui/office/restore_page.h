#pragma once

#include "store/register_store.h"

#include <QWidget>
#include <atomic>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace xueji {

class Dialogs;
class Notice;
class PasswordEdit;
class ProgressPanel;
class StoreOpener;

/// Brings a backup back as a register and opens it: which backup, where the register shall stand, whose account, by
/// password or by the recovery sheet. What stands at the place is moved aside, and where to is said.
class RestorePage : public QWidget {
  Q_OBJECT

public:
  RestorePage(const Clock& clock, const Registry& registry, Dialogs& dialogs, KeyCost cost, QWidget* parent = nullptr);
  ~RestorePage() override;

  /// The register used last (may be empty) and who used it: suggestions.
  void setKnown(const QString& folder, const QString& user);
  void setBackup(const QString& folder);
  std::unique_ptr<RegisterStore> takeStore() { return std::move(m_store); }
  /// What was done, in a sentence, once opened() was emitted.
  QString report() const { return m_report; }

signals:
  void opened();
  void leaveWanted();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* makeForms();
  QWidget* lineWithChoice(QLineEdit* line, QPushButton* choose);
  void chooseBackup();
  void choosePlace();
  void lookAtBackup();
  void lookAtPlace();
  void showEntry();
  bool isFilled();
  bool mayMoveAside();
  void start();
  void ended(const std::optional<QString>& aside, Result<std::unique_ptr<RegisterStore>> opened);
  void lacks(QWidget* control, const QString& sentence);

  const Clock& m_clock;
  const Registry& m_registry;
  Dialogs& m_dialogs;
  KeyCost m_cost;
  StoreOpener* m_opener;
  std::shared_ptr<std::atomic_bool> m_stopped;
  std::unique_ptr<RegisterStore> m_store;
  QString m_known;
  QString m_report;
  bool m_placeTyped = false;

  QStackedWidget* m_stack;
  QFormLayout* m_form = nullptr;
  QLineEdit* m_backup;
  QPushButton* m_chooseBackup;
  QLineEdit* m_place;
  QPushButton* m_choosePlace;
  QLineEdit* m_user;
  PasswordEdit* m_password;
  QCheckBox* m_bySheet;
  QLineEdit* m_code;
  PasswordEdit* m_fresh;
  PasswordEdit* m_repeated;
  Notice* m_about;
  Notice* m_standing;
  Notice* m_notice;
  QPushButton* m_back;
  QPushButton* m_start;
  ProgressPanel* m_progress;
};

} // namespace xueji
