#include "ui/office/restore_page.h"

#include "form_rows.h"
#include "restore_plan.h"
#include "store/backup.h"
#include "store/register_folder.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/store_opener.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/progress_panel.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

namespace xueji {

namespace {

constexpr int kFormWidth = 640;

QString documents() {
  return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

RestorePage::RestorePage(const Clock& clock, const Registry& registry, Dialogs& dialogs, KeyCost cost, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_registry(registry), m_dialogs(dialogs), m_cost(cost),
      m_opener(new StoreOpener(this)), m_stack(new QStackedWidget(this)), m_backup(new QLineEdit(this)),
      m_chooseBackup(new QPushButton(this)), m_place(new QLineEdit(this)), m_choosePlace(new QPushButton(this)),
      m_user(new QLineEdit(this)), m_password(new PasswordEdit(this)), m_bySheet(new QCheckBox(this)),
      m_code(new QLineEdit(this)), m_fresh(new PasswordEdit(this)), m_repeated(new PasswordEdit(this)),
      m_about(new Notice(this)), m_standing(new Notice(this)), m_notice(new Notice(this)),
      m_back(new QPushButton(tr("Back"), this)), m_start(new QPushButton(tr("Bring back and open"), this)),
      m_progress(new ProgressPanel(this)) {
  setObjectName(QStringLiteral("restore"));
  named(m_backup, "restoreBackup", tr("Backup"));
  named(m_chooseBackup, "restoreChooseBackup", tr("Choose the backup"))->setText(tr("Choose…"));
  named(m_place, "restorePlace", tr("Register"));
  named(m_choosePlace, "restoreChoosePlace", tr("Choose where the register shall stand"))->setText(tr("Choose…"));
  named(m_user, "restoreUser", tr("User"));
  named(m_password, "restorePassword", tr("Password"));
  named(m_bySheet, "restoreBySheet", tr("Password lost: use the recovery sheet"))->setText(m_bySheet->accessibleName());
  named(m_code, "restoreCode", tr("Recovery code"))->setFont(numberFont());
  named(m_fresh, "restoreFresh", tr("New password"));
  named(m_repeated, "restoreRepeat", tr("New password again"));
  named(m_back, "restoreBack", tr("Back"))->setToolTip(tr("Back (Esc)"));
  named(m_start, "restoreStart", tr("Bring back and open"))->setToolTip(tr("Bring back and open (Ctrl+Enter)"));
  m_start->setProperty("main", true);
  m_about->setObjectName(QStringLiteral("restoreAbout"));
  m_standing->setObjectName(QStringLiteral("restoreStanding"));
  m_notice->setObjectName(QStringLiteral("restoreNotice"));

  connect(m_chooseBackup, &QPushButton::clicked, this, &RestorePage::chooseBackup);
  connect(m_choosePlace, &QPushButton::clicked, this, &RestorePage::choosePlace);
  connect(m_backup, &QLineEdit::editingFinished, this, &RestorePage::lookAtBackup);
  connect(m_place, &QLineEdit::textEdited, this, [this] { m_placeTyped = true; });
  connect(m_place, &QLineEdit::textChanged, this, &RestorePage::lookAtPlace);
  connect(m_bySheet, &QCheckBox::toggled, this, &RestorePage::showEntry);
  connect(m_back, &QPushButton::clicked, this, &RestorePage::leaveWanted);
  connect(m_start, &QPushButton::clicked, this, &RestorePage::start);
  connect(m_progress, &ProgressPanel::cancelWanted, this, [this] { m_stopped->store(true); });
  m_stack->addWidget(makeForms());
  m_stack->addWidget(m_progress);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(m_stack);
  showEntry();
  m_backup->setFocus();
}

RestorePage::~RestorePage() {
  if (m_stopped)
    m_stopped->store(true);
  delete m_opener; // waits for the work, which still speaks to the progress panel
}

QWidget* RestorePage::lineWithChoice(QLineEdit* line, QPushButton* choose) {
  auto* row = new QWidget(this);
  row->setAccessibleName(line->accessibleName());
  row->setFocusProxy(line);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(line, 1);
  layout->addWidget(choose);
  return row;
}

QWidget* RestorePage::makeForms() {
  m_form = makeForm();
  addRow(m_form, tr("Backup"), lineWithChoice(m_backup, m_chooseBackup),
         tr("The folder of the backup, also on another disk. It stays as it is."));
  addRow(m_form, tr("Register"), lineWithChoice(m_place, m_choosePlace),
         tr("The folder that the register will be. A disk of this computer is best."));
  addRow(m_form, tr("User"), m_user, tr("An account the register had at the time of the backup."));
  addRow(m_form, tr("Password"), m_password);
  m_form->addRow(QString(), m_bySheet);
  addRow(m_form, tr("Recovery code"), m_code);
  addRow(m_form, tr("New password"), m_fresh);
  addRow(m_form, tr("New password again"), m_repeated);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_back);
  buttons->addStretch();
  buttons->addWidget(m_start);
  auto* sheet = new QWidget(this);
  sheet->setFixedWidth(kFormWidth);
  auto* column = new QVBoxLayout(sheet);
  column->setSpacing(kGrid);
  column->addWidget(new PageTitle(tr("Bring a backup back"), sheet));
  column->addWidget(explanation(tr("The backup is checked first. Then a register is made from it, checked again, and "
                                   "put in its place."),
                                sheet));
  column->addLayout(m_form);
  for (Notice* notice : {m_about, m_standing, m_notice})
    column->addWidget(notice);
  column->addLayout(buttons);
  auto* page = new QWidget(this);
  auto* layout = new QVBoxLayout(page);
  layout->addStretch(2);
  layout->addWidget(sheet, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  return page;
}

void RestorePage::setKnown(const QString& folder, const QString& user) {
  m_known = folder;
  m_user->setText(user);
}

void RestorePage::setBackup(const QString& folder) {
  m_backup->setText(QDir::toNativeSeparators(folder));
  lookAtBackup();
  (m_user->text().isEmpty() ? m_user : static_cast<QLineEdit*>(m_password))->setFocus();
}

void RestorePage::chooseBackup() {
  const QString start = m_known.isEmpty() ? m_backup->text() : RegisterFolder(m_known).backups();
  const QString chosen = m_dialogs.folder(this, tr("Choose the backup to bring back"), start);
  if (!chosen.isEmpty())
    setBackup(chosen);
}

void RestorePage::choosePlace() {
  const QString before = placeOf(m_place->text());
  const QString chosen = m_dialogs.folder(this, tr("Where the register shall stand"), QFileInfo(before).absolutePath());
  if (chosen.isEmpty())
    return;
  // A folder to stand in, or the very register to be replaced.
  const QString name = before.isEmpty() ? registerNameOf(m_backup->text()) : RegisterFolder(before).name();
  const bool isPlace =
      standingAt(chosen) == Standing::Register || chosen.endsWith(QLatin1String(RegisterFolder::kSuffix));
  m_placeTyped = true;
  m_place->setText(isPlace ? chosen : placeOf(chosen + QLatin1Char('/') + name));
}

void RestorePage::lookAtBackup() {
  const QString backup = m_backup->text().trimmed();
  m_about->clear();
  if (backup.isEmpty())
    return;
  if (const auto is = RegisterFolder(backup).mustBeRegister(); !is) {
    m_about->showProblem(sentenceFor(is.error()));
    return;
  }
  if (const QDateTime made = backupMoment(backup); made.isValid())
    m_about->showGood(tr("A backup of %1.").arg(made.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
  else
    m_about->showHint(tr("This folder does not bear the mark of a backup; it may be the copy of a register. It can be "
                         "brought back all the same."));
  if (!m_placeTyped)
    m_place->setText(QDir::toNativeSeparators(suggestedPlace(backup, m_known, documents())));
}

void RestorePage::lookAtPlace() {
  const QString place = placeOf(m_place->text());
  m_standing->clear();
  if (place.isEmpty())
    return;
  switch (standingAt(place)) {
  case Standing::Nothing:
    break;
  case Standing::Register:
    m_standing->showHint(tr("A register stands there. It is moved aside, into the same folder, and not deleted."));
    break;
  case Standing::Other:
    m_standing->showProblem(tr("Something else stands there. Choose another folder or name."));
    break;
  }
}

void RestorePage::showEntry() {
  const bool bySheet = m_bySheet->isChecked();
  m_form->setRowVisible(m_password, !bySheet);
  for (QWidget* control :
       {static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_fresh), static_cast<QWidget*>(m_repeated)})
    m_form->setRowVisible(control, bySheet);
  if (bySheet)
    m_code->setFocus();
}

void RestorePage::lacks(QWidget* control, const QString& sentence) {
  m_notice->showProblem(sentence);
  control->setFocus();
}

bool RestorePage::isFilled() {
  const QString backup = m_backup->text().trimmed();
  const QString place = placeOf(m_place->text());
  const auto is = RegisterFolder(backup).mustBeRegister();
  if (backup.isEmpty())
    lacks(m_backup, tr("Choose the backup first."));
  else if (!is)
    lacks(m_backup, sentenceFor(is.error()));
  else if (place.isEmpty())
    lacks(m_place, tr("Choose where the register shall stand."));
  else if (place == RegisterFolder(backup).path())
    lacks(m_place, tr("The register cannot stand where the backup lies. Choose another folder."));
  else if (standingAt(place) == Standing::Other)
    lacks(m_place, tr("Something else stands there. Choose another folder or name."));
  else if (m_user->text().trimmed().isEmpty())
    lacks(m_user, tr("Enter your user name."));
  else if (!m_bySheet->isChecked() && m_password->text().isEmpty())
    lacks(m_password, tr("Enter the password."));
  else if (m_bySheet->isChecked() && m_fresh->text() != m_repeated->text())
    lacks(m_repeated, tr("The two passwords are not the same. Type them again."));
  else
    return true;
  return false;
}

bool RestorePage::mayMoveAside() {
  const QString place = placeOf(m_place->text());
  if (standingAt(place) != Standing::Register)
    return true;
  Question question;
  question.title = tr("Bring this backup back?");
  question.text = tr("The register becomes what it was at the time of the backup. The present one is moved aside, not "
                     "deleted.");
  question.detail = QDir::toNativeSeparators(place);
  question.answers = {tr("Bring back"), tr("Cancel")};
  question.preferred = 1;
  question.dangerous = true;
  return m_dialogs.ask(this, question) == 0;
}

void RestorePage::start() {
  m_notice->clear();
  if (m_opener->isBusy() || !isFilled() || !mayMoveAside())
    return;
  const auto password = std::make_shared<SecretBytes>(m_bySheet->isChecked() ? m_fresh->take() : m_password->take());
  const auto aside = std::make_shared<std::optional<QString>>();
  m_stopped = std::make_shared<std::atomic_bool>(false);
  m_repeated->clear();
  m_progress->start(tr("Checking the backup and bringing it back"));
  m_stack->setCurrentIndex(1);
  const Progress progress = [panel = m_progress, stopped = m_stopped](qint64 done, qint64 total) {
    QMetaObject::invokeMethod(
        panel, [panel, done, total] { panel->setProgress(done, total); }, Qt::QueuedConnection);
    return !stopped->load();
  };
  m_opener->start(
      [aside, progress, password, bySheet = m_bySheet->isChecked(), code = m_code->text(), cost = m_cost,
       backup = m_backup->text().trimmed(), place = placeOf(m_place->text()), user = m_user->text().trimmed(),
       &clock = m_clock, &registry = m_registry]() -> StoreOpener::Opened {
        const auto done =
            bySheet ? restoreWithRecovery(backup, place, code, user, *password, clock, registry, cost, progress)
                    : restore(backup, place, user, *password, clock, registry, progress);
        if (!done)
          return std::unexpected(done.error());
        *aside = *done;
        return RegisterStore::open(place, user, *password, clock, registry);
      },
      [this, aside](StoreOpener::Opened opened) { ended(*aside, std::move(opened)); });
}

void RestorePage::ended(const std::optional<QString>& aside, StoreOpener::Opened opened) {
  m_stack->setCurrentIndex(0);
  if (aside)
    m_report = aside->isEmpty()
                   ? tr("The backup was brought back: %1").arg(QDir::toNativeSeparators(placeOf(m_place->text())))
                   : tr("The backup was brought back. What stood there before is kept: %1")
                         .arg(QDir::toNativeSeparators(*aside));
  lookAtPlace();
  if (opened) {
    m_code->clear();
    m_store = std::move(*opened);
    emit this->opened();
  } else if (aside) { // brought back, but somebody else was quicker to open it
    m_notice->showProblem(m_report + QLatin1Char('\n') + sentenceFor(opened.error()));
  } else {
    lacks(m_bySheet->isChecked() ? m_code : m_password, sentenceFor(opened.error()));
  }
}

void RestorePage::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape && m_opener->isBusy())
    m_stopped->store(true);
  else if (event->key() == Qt::Key_Escape)
    emit leaveWanted();
  else if (isEnter && (event->modifiers() & Qt::ControlModifier))
    start();
  else if (auto* button = qobject_cast<QPushButton*>(focusWidget()); isEnter && button != nullptr)
    button->click();
  else if (isEnter)
    focusNextChild();
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
