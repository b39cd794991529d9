#include "ui/office/unlock_page.h"

#include "form_rows.h"
#include "store/backup.h"
#include "store/register_folder.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/preferences.h"
#include "ui/shell/store_opener.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace xueji {

namespace {
constexpr int kFormWidth = 480;

QPushButton* linkButton(const QString& word, const char* name, QWidget* parent) {
  auto* button = named(new QPushButton(word, parent), name, word);
  button->setProperty("link", true);
  button->setCursor(Qt::PointingHandCursor);
  return button;
}
} // namespace

UnlockPage::UnlockPage(Preferences& preferences, const Clock& clock, const Registry& registry, Dialogs& dialogs,
                       QWidget* parent)
    : QWidget(parent), m_preferences(preferences), m_clock(clock), m_registry(registry), m_dialogs(dialogs),
      m_opener(new StoreOpener(this)), m_registers(new QComboBox(this)), m_user(new QLineEdit(this)),
      m_password(new PasswordEdit(this)), m_caps(new Notice(this)), m_notice(new Notice(this)),
      m_open(new QPushButton(tr("Unlock"), this)) {
  setObjectName(QStringLiteral("unlock"));
  named(m_registers, "unlockRegister", tr("Register"));
  named(m_user, "unlockUser", tr("User"));
  named(m_password, "unlockPassword", tr("Password"));
  named(m_open, "unlockOpen", tr("Unlock"));
  m_open->setProperty("main", true);
  for (const QString& folder : preferences.registers())
    m_registers->addItem(RegisterFolder(folder).name(), folder);
  auto* other = linkButton(tr("Open another register…"), "unlockBrowse", this);
  auto* fresh = linkButton(tr("Make a new register…"), "unlockNew", this);
  auto* lost = linkButton(tr("Password lost: use the recovery sheet…"), "unlockRecovery", this);
  auto* bringBack = linkButton(tr("Bring a backup back…"), "unlockRestore", this);
  connect(bringBack, &QPushButton::clicked, this,
          [this] { emit restoreWanted({}, folder(), m_user->text().trimmed()); });
  connect(other, &QPushButton::clicked, this, &UnlockPage::browse);
  connect(fresh, &QPushButton::clicked, this, &UnlockPage::newWanted);
  connect(lost, &QPushButton::clicked, this, [this] { emit recoveryWanted(folder(), m_user->text()); });
  connect(m_open, &QPushButton::clicked, this, &UnlockPage::open);
  connect(m_registers, &QComboBox::currentIndexChanged, this, &UnlockPage::fillUser);
  connect(m_password, &PasswordEdit::capsLockSeen, this, [this](bool on) {
    if (on)
      m_caps->showHint(tr("Caps Lock seems to be on."));
    else
      m_caps->clear();
  });

  auto* form = makeForm();
  addRow(form, tr("Register"), m_registers);
  addRow(form, tr("User"), m_user);
  addRow(form, tr("Password"), m_password);
  auto* links = new QHBoxLayout;
  links->setSpacing(3 * kGrid);
  links->addWidget(other);
  links->addWidget(fresh);
  links->addWidget(bringBack);
  links->addStretch();
  auto* sheet = new QWidget(this);
  sheet->setFixedWidth(kFormWidth);
  auto* column = new QVBoxLayout(sheet);
  column->setSpacing(kGrid);
  auto* mark = new QLabel(sheet);
  mark->setPixmap(icon(QStringLiteral("lock")).pixmap(40, 40));
  column->addWidget(mark, 0, Qt::AlignHCenter);
  column->addWidget(new PageTitle(tr("Unlock the register"), sheet), 0, Qt::AlignHCenter);
  column->addSpacing(kGrid);
  column->addLayout(form);
  column->addWidget(m_caps);
  column->addWidget(m_notice);
  column->addWidget(m_open);
  column->addSpacing(2 * kGrid);
  column->addWidget(lost, 0, Qt::AlignLeft);
  column->addLayout(links);
  auto* layout = new QVBoxLayout(this);
  layout->addStretch(2);
  layout->addWidget(sheet, 0, Qt::AlignHCenter);
  layout->addStretch(3);
  fillUser();
}

UnlockPage::~UnlockPage() = default;

QString UnlockPage::folder() const {
  return m_registers->currentData().toString();
}

void UnlockPage::setFolder(const QString& folder) {
  const QString path = QDir(folder).absolutePath();
  int index = m_registers->findData(path);
  if (index < 0) {
    m_registers->insertItem(0, RegisterFolder(path).name(), path);
    index = 0;
  }
  m_registers->setCurrentIndex(index);
  m_password->clear();
  m_notice->clear();
  m_caps->clear();
  fillUser();
}

void UnlockPage::setMessage(const QString& sentence) {
  m_notice->showHint(sentence);
}

void UnlockPage::fillUser() {
  m_registers->setToolTip(folder());
  m_user->setText(m_preferences.lastUser(folder()));
  (m_user->text().isEmpty() ? m_user : static_cast<QLineEdit*>(m_password))->setFocus();
}

void UnlockPage::browse() {
  const QString chosen = m_dialogs.folder(this, tr("Choose the register's folder (its name ends in .xueji)"), folder());
  if (chosen.isEmpty())
    return;
  if (const auto good = RegisterFolder(chosen).mustBeRegister(); !good) {
    m_notice->showProblem(sentenceFor(good.error()));
    return;
  }
  if (isBackup(chosen))
    offerRestore(QDir(chosen).absolutePath());
  else
    setFolder(chosen);
}

bool UnlockPage::isFilled() {
  if (folder().isEmpty()) {
    m_notice->showProblem(tr("Choose a register first."));
    return false;
  }
  if (m_user->text().trimmed().isEmpty()) {
    m_notice->showProblem(tr("Enter your user name."));
    m_user->setFocus();
    return false;
  }
  return true;
}

void UnlockPage::start(std::function<Result<std::unique_ptr<RegisterStore>>()> work, const QString& waiting) {
  m_open->setEnabled(false);
  m_notice->clear();
  m_open->setText(waiting);
  m_opener->start(std::move(work), [this](StoreOpener::Opened opened) {
    m_open->setEnabled(true);
    m_open->setText(tr("Unlock"));
    if (!opened) {
      m_notice->showProblem(sentenceFor(opened.error()));
      m_password->setFocus();
      if (opened.error().code == ErrorCode::IsBackup)
        offerRestore(folder());
      return;
    }
    m_store = std::move(*opened);
    m_preferences.rememberRegister(m_store->folder());
    m_preferences.rememberUser(m_store->folder(), m_store->user().name);
    emit this->opened();
  });
}

void UnlockPage::open() {
  if (m_opener->isBusy() || !isFilled())
    return;
  const auto password = std::make_shared<SecretBytes>(m_password->take());
  start([folder = folder(), user = m_user->text().trimmed(), password, &clock = m_clock,
         &registry = m_registry] { return RegisterStore::open(folder, user, *password, clock, registry); },
        tr("Unlocking…"));
}

void UnlockPage::offerRestore(const QString& backup) {
  Question question;
  question.title = tr("This is a backup");
  question.text =
      tr("A backup is kept as it is and not worked in. Bring it back as a register, which can be worked in?");
  question.detail = QDir::toNativeSeparators(backup);
  question.answers = {tr("Bring it back…"), tr("Cancel")};
  if (m_dialogs.ask(this, question) == 0)
    emit restoreWanted(backup, folder() == backup ? QString() : folder(), m_user->text().trimmed());
}

void UnlockPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (m_user->hasFocus() && m_password->text().isEmpty())
      m_password->setFocus();
    else
      open();
    return;
  }
  QWidget::keyPressEvent(event);
}

} // namespace xueji
