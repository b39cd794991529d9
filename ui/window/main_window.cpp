#include "ui/window/main_window.h"

#include "store/backup.h"
#include "store/register_folder.h"
#include "ui/office/first_run_page.h"
#include "ui/office/recovery_page.h"
#include "ui/office/restore_page.h"
#include "ui/office/unlock_page.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/toast.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QMenu>
#include <QStandardPaths>
#include <QTimer>

namespace xueji {

namespace {

constexpr int kMinutesForWork = 1;    ///< until a running job is looked at again
constexpr int kMsForDialogToEnd = 50; ///< until it is looked whether another one is open

/// Closes the topmost menu or dialog as Esc would; false when there is none.
bool closeTopmost() {
  QWidget* top = QApplication::activePopupWidget();
  if (top == nullptr)
    top = QApplication::activeModalWidget();
  if (top == nullptr)
    return false;
  if (auto* dialog = qobject_cast<QDialog*>(top))
    dialog->reject();
  else
    top->close();
  return true;
}

} // namespace

MainWindow::MainWindow(WindowParts parts, QWidget* parent) : QMainWindow(parent), m_parts(std::move(parts)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowTitle(tr("Xueji"));
  setMinimumSize(960, 600);
  resize(1366, 768);
  connect(&m_idle, &IdleWatch::idle, this, &MainWindow::lockWhenIdle);
}

MainWindow::~MainWindow() {
  endSession();
}

void MainWindow::begin(const QString& folder) {
  const QStringList known = m_parts.preferences.registers();
  if (!folder.isEmpty() && isBackup(folder))
    showRestore(folder, known.value(0), {});
  else if (!folder.isEmpty())
    showUnlock(folder);
  else if (!known.isEmpty())
    showUnlock(known.first());
  else
    showFirstRun();
}

void MainWindow::setGate(QWidget* gate) {
  // setCentralWidget deletes what stood there before; the pointers to it must go first.
  if (gate != m_unlock)
    m_unlock = nullptr;
  if (gate != m_firstRun)
    m_firstRun = nullptr;
  if (gate != m_recovery)
    m_recovery = nullptr;
  if (gate != m_restore)
    m_restore = nullptr;
  if (gate != m_frame)
    m_frame = nullptr;
  setCentralWidget(gate);
}

void MainWindow::showFirstRun() {
  m_firstRun = new FirstRunPage(m_parts.fields, m_parts.clock, m_parts.registry, m_parts.random, m_parts.dialogs,
                                m_parts.keyCost, this);
  setGate(m_firstRun);
  connect(m_firstRun, &FirstRunPage::leaveWanted, this, [this] {
    const QStringList known = m_parts.preferences.registers();
    showUnlock(known.isEmpty() ? QString() : known.first());
  });
  connect(
      m_firstRun, &FirstRunPage::restoreWanted, this, [this] { showRestore({}, {}, {}); }, Qt::QueuedConnection);
  connect(
      m_firstRun, &FirstRunPage::finished, this,
      [this](bool importNext) {
        auto store = m_firstRun->takeStore();
        m_parts.preferences.rememberRegister(store->folder());
        m_parts.preferences.rememberUser(store->folder(), store->user().name);
        enter(std::move(store), QString::fromLatin1(importNext ? place::kImport : place::kHome));
      },
      Qt::QueuedConnection); // enter() deletes the page that is speaking
}

void MainWindow::showUnlock(const QString& folder) {
  m_unlock = new UnlockPage(m_parts.preferences, m_parts.clock, m_parts.registry, m_parts.dialogs, this);
  setGate(m_unlock);
  if (!folder.isEmpty())
    m_unlock->setFolder(folder);
  connect(
      m_unlock, &UnlockPage::opened, this, [this] { enter(m_unlock->takeStore()); }, Qt::QueuedConnection);
  connect(m_unlock, &UnlockPage::newWanted, this, &MainWindow::showFirstRun, Qt::QueuedConnection);
  connect(m_unlock, &UnlockPage::recoveryWanted, this, &MainWindow::showRecovery, Qt::QueuedConnection);
  connect(m_unlock, &UnlockPage::restoreWanted, this, &MainWindow::showRestore, Qt::QueuedConnection);
}

void MainWindow::showRecovery(const QString& folder, const QString& user) {
  m_recovery = new RecoveryPage(m_parts.clock, m_parts.registry, m_parts.keyCost, this);
  setGate(m_recovery);
  m_recovery->setFolder(folder, user);
  connect(
      m_recovery, &RecoveryPage::opened, this, [this] { enter(m_recovery->takeStore()); }, Qt::QueuedConnection);
  connect(
      m_recovery, &RecoveryPage::leaveWanted, this, [this, folder] { showUnlock(folder); }, Qt::QueuedConnection);
}

void MainWindow::showRestore(const QString& backup, const QString& known, const QString& user) {
  m_restore = new RestorePage(m_parts.clock, m_parts.registry, m_parts.dialogs, m_parts.keyCost, this);
  setGate(m_restore);
  m_restore->setKnown(known, user);
  if (!backup.isEmpty())
    m_restore->setBackup(backup);
  connect(
      m_restore, &RestorePage::opened, this,
      [this] {
        const QString report = m_restore->report();
        auto store = m_restore->takeStore();
        m_parts.preferences.rememberRegister(store->folder());
        m_parts.preferences.rememberUser(store->folder(), store->user().name);
        enter(std::move(store));
        m_frame->toast().tell(report);
      },
      Qt::QueuedConnection);
  connect(
      m_restore, &RestorePage::leaveWanted, this,
      [this, known] {
        if (known.isEmpty())
          begin();
        else
          showUnlock(known);
      },
      Qt::QueuedConnection);
}

void MainWindow::enter(std::unique_ptr<RegisterStore> store, const QString& firstPage) {
  const Result<void> rollback = store->rollbackState();
  auto office =
      std::make_unique<Office>(std::move(store), m_parts.rules, m_parts.fields, m_parts.clock, m_parts.random);
  m_session = std::make_unique<Session>(std::move(office), m_parts.dialogs, m_parts.preferences,
                                        m_parts.preferences.language());
  m_session->setKeyCost(m_parts.keyCost);
  const Result<void> begun = m_session->begin();
  m_frame = new Frame(*m_session, m_parts.pages, m_parts.commands, this);
  setGate(m_frame);
  connect(m_frame, &Frame::lockWanted, this, [this] {
    if (mayLose() && mayStop())
      lock();
  });
  connect(m_frame, &Frame::menuWanted, this, &MainWindow::showMenu);
  connect(m_frame, &Frame::aboutWanted, this, &MainWindow::showAbout);
  connect(m_session.get(), &Session::preferencesChanged, this, &MainWindow::applyPreferences);
  setWindowTitle(tr("%1 - Xueji").arg(m_session->store().school().name));
  QString page = firstPage.isEmpty() ? QString::fromLatin1(place::kHome) : firstPage;
  if (!m_frame->open(page))
    m_frame->open(QString::fromLatin1(place::kOffice)); // an auditor has no home page
  for (const Result<void>& trouble : {rollback, begun})
    if (!trouble)
      m_frame->toast().warn(sentenceFor(trouble.error()));
  m_idle.start(m_parts.preferences.idleMinutes());
}

void MainWindow::endSession() {
  m_idle.stop();
  if (!m_session)
    return;
  m_session->jobs().stop();
  delete m_frame; // the pages refer to the session
  m_frame = nullptr;
  m_session.reset();
}

void MainWindow::lock(const QString& message) {
  if (!m_session)
    return;
  const QString folder = m_session->store().folder();
  endSession();
  setWindowTitle(tr("Xueji"));
  showUnlock(folder);
  if (!message.isEmpty())
    m_unlock->setMessage(message);
}

void MainWindow::lockWhenIdle() {
  if (!m_session)
    return;
  if (m_session->jobs().isBusy())
    m_idle.lookAgain(kMinutesForWork);
  else if (closeTopmost())
    QTimer::singleShot(kMsForDialogToEnd, this, &MainWindow::lockWhenIdle);
  else
    lock(tr("Locked, because nobody was at the keyboard."));
}

bool MainWindow::mayLose() {
  if (m_frame != nullptr)
    m_frame->settleTyping();
  if (m_frame == nullptr || !m_frame->hasUnsaved())
    return true;
  Question question;
  question.title = tr("Unsaved changes");
  question.text = tr("Something you typed is not saved yet and would be lost.");
  question.answers = {tr("Discard it"), tr("Go back")};
  question.preferred = 1;
  question.dangerous = true;
  return m_parts.dialogs.ask(this, question) == 0;
}

bool MainWindow::mayStop() {
  if (!m_session || !m_session->jobs().isBusy())
    return true;
  const JobQueue& jobs = m_session->jobs();
  Question question;
  question.title = tr("Work is not finished");
  question.text = tr("Still running: %1").arg(jobs.running()->what());
  if (jobs.size() > 1)
    question.text += QLatin1Char('\n') + tr("%1 more wait behind it and would not be done.").arg(jobs.size() - 1);
  question.detail = tr("What is stopped leaves the records as they were.");
  question.answers = {tr("Stop it"), tr("Go back")};
  question.preferred = 1;
  question.dangerous = true;
  return m_parts.dialogs.ask(this, question) == 0;
}

void MainWindow::applyPreferences() {
  applyTheme(*qobject_cast<QApplication*>(QApplication::instance()), m_parts.preferences.scheme());
  if (m_session)
    m_idle.start(m_parts.preferences.idleMinutes());
}

void MainWindow::showMenu(const QPoint& position) {
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("mainMenu"));
  for (const Command& command : m_frame->commandsOf(Command::InMenu)) {
    auto* action = menu.addAction(command.icon.isEmpty() ? QIcon() : icon(command.icon), command.word);
    action->setObjectName(command.id);
    if (!command.keys.isEmpty()) // shown only: the frame's own shortcut acts
      action->setText(command.word + QLatin1Char('\t') + command.keys.first().toString(QKeySequence::NativeText));
    connect(action, &QAction::triggered, m_frame, [frame = m_frame, id = command.id] { frame->run(id); });
  }
  menu.exec(position);
}

void MainWindow::showAbout() {
  Question about;
  about.title = tr("About Xueji");
  about.text = tr("Xueji %1, the student register of one school.").arg(QApplication::applicationVersion());
  about.detail = tr("Kept on this computer, encrypted, without a network. Free software under the GNU General Public "
                    "License, version 3 or later.");
  about.answers = {tr("Close")};
  m_parts.dialogs.ask(this, about);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayLose() || !mayStop()) {
    event->ignore();
    return;
  }
  endSession();
  event->accept();
}

} // namespace xueji
