#pragma once

#include "ui/shell/idle_watch.h"
#include "ui/shell/preferences.h"
#include "ui/window/frame.h"

#include <QMainWindow>

namespace xueji {

class FirstRunPage;
class RecoveryPage;
class RestorePage;
class UnlockPage;

/// What the window is made of; all of it outlives the window.
struct WindowParts {
  const RuleBook& rules;
  const FieldCatalogue& fields;
  const Clock& clock;
  const Registry& registry;
  RandomSource& random;
  Dialogs& dialogs;
  Preferences& preferences;
  QList<PageEntry> pages;
  QList<Command> commands;
  KeyCost keyCost = {};
};

/// The one window: first run, unlock page, or the frame of a session. Locking destroys the session with all its pages
/// and closes the register; the title never names a pupil.
class MainWindow : public QMainWindow {
  Q_OBJECT

public:
  explicit MainWindow(WindowParts parts, QWidget* parent = nullptr);
  ~MainWindow() override;

  /// Asks for the password of this register; empty: of the one opened last, or the first run where there is none. A
  /// backup is offered to be brought back.
  void begin(const QString& folder = {});
  /// Takes over an opened register (first run, unlock page; the tour and tests directly).
  void enter(std::unique_ptr<RegisterStore> store, const QString& firstPage = {});
  /// Clears pages, closes the register, shows the unlock page.
  void lock(const QString& message = {});
  void showFirstRun();

  Session* session() const { return m_session.get(); }
  Frame* frame() const { return m_frame; }
  UnlockPage* unlockPage() const { return m_unlock; }
  FirstRunPage* firstRunPage() const { return m_firstRun; }
  RestorePage* restorePage() const { return m_restore; }
  IdleWatch& idleWatch() { return m_idle; }

protected:
  void closeEvent(QCloseEvent* event) override;

private:
  void showUnlock(const QString& folder);
  void showRecovery(const QString& folder, const QString& user);
  void showRestore(const QString& backup, const QString& known, const QString& user);
  void setGate(QWidget* gate);
  void showMenu(const QPoint& position);
  void showAbout();
  void applyPreferences();
  void endSession();
  /// Locks once no work runs and no dialog or menu is open any more: those wait in event loops of their own, and what
  /// they return to must still be there.
  void lockWhenIdle();
  /// True when nothing typed would be lost, or the person says so.
  bool mayLose();
  /// True when no work runs or waits, or the person says that it may be stopped.
  bool mayStop();

  WindowParts m_parts;
  std::unique_ptr<Session> m_session;
  Frame* m_frame = nullptr;
  UnlockPage* m_unlock = nullptr;
  FirstRunPage* m_firstRun = nullptr;
  RecoveryPage* m_recovery = nullptr;
  RestorePage* m_restore = nullptr;
  IdleWatch m_idle;
};

} // namespace xueji
