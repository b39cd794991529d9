#include "ui/office/recovery_page.h"

#include "form_rows.h"
#include "store/key_file.h"
#include "ui/shell/store_opener.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace xueji {

namespace {
constexpr int kFormWidth = 560;
}

RecoveryPage::RecoveryPage(const Clock& clock, const Registry& registry, KeyCost cost, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_registry(registry), m_cost(cost), m_opener(new StoreOpener(this)),
      m_secret(new QLineEdit(this)), m_user(new QLineEdit(this)), m_password(new PasswordEdit(this)),
      m_repeated(new PasswordEdit(this)), m_notice(new Notice(this)),
      m_open(new QPushButton(tr("Open and set the password"), this)) {
  setObjectName(QStringLiteral("recovery"));
  named(m_secret, "recoveryCode", tr("Recovery code"));
  named(m_user, "recoveryUser", tr("User"));
  named(m_password, "recoveryPassword", tr("New password"));
  named(m_repeated, "recoveryRepeat", tr("New password again"));
  named(m_open, "recoveryOpen", tr("Open and set the password"));
  m_open->setProperty("main", true);
  m_secret->setFont(numberFont());
  auto* back = named(new QPushButton(tr("Back"), this), "recoveryBack", tr("Back"));
  connect(back, &QPushButton::clicked, this, &RecoveryPage::leaveWanted);
  connect(m_open, &QPushButton::clicked, this, &RecoveryPage::open);

  auto* form = makeForm();
  addRow(form, tr("Recovery code"), m_secret, tr("Seven groups of four; blanks and dashes do not matter."));
  addRow(form, tr("User"), m_user, tr("An account of this register; its password is replaced."));
  addRow(form, tr("New password"), m_password);
  addRow(form, tr("New password again"), m_repeated);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(back);
  buttons->addStretch();
  buttons->addWidget(m_open);
  auto* sheet = new QWidget(this);
  sheet->setFixedWidth(kFormWidth);
  auto* column = new QVBoxLayout(sheet);
  column->setSpacing(kGrid);
  column->addWidget(new PageTitle(tr("Open with the recovery sheet"), sheet));
  column->addLayout(form);
  column->addWidget(m_notice);
  column->addLayout(buttons);
  auto* layout = new QVBoxLayout(this);
  layout->addStretch(2);
  layout->addWidget(sheet, 0, Qt::AlignHCenter);
  layout->addStretch(3);
}

RecoveryPage::~RecoveryPage() = default;

void RecoveryPage::setFolder(const QString& folder, const QString& user) {
  m_folder = folder;
  m_user->setText(user);
  m_secret->clear();
  m_password->clear();
  m_repeated->clear();
  m_notice->clear();
  m_secret->setFocus();
}

void RecoveryPage::open() {
  if (m_opener->isBusy())
    return;
  if (!KeyFile::isRecoverySecretWellTyped(m_secret->text())) {
    m_notice->showProblem(tr("There is a typing error in the recovery code: its check characters do not fit. Compare "
                             "it with the sheet, group by group."));
    m_secret->setFocus();
    return;
  }
  if (m_password->text() != m_repeated->text()) {
    m_notice->showProblem(tr("The two passwords are not the same. Type them again."));
    m_repeated->setFocus();
    return;
  }
  m_open->setEnabled(false);
  m_notice->clear();
  const auto password = std::make_shared<SecretBytes>(m_password->secret());
  m_opener->start(
      [folder = m_folder, secret = m_secret->text(), user = m_user->text().trimmed(), password, cost = m_cost,
       &clock = m_clock, &registry = m_registry] {
        return RegisterStore::openWithRecovery(folder, secret, user, *password, clock, registry, cost);
      },
      [this](StoreOpener::Opened opened) {
        m_open->setEnabled(true);
        if (!opened) {
          m_notice->showProblem(sentenceFor(opened.error()));
          return;
        }
        m_secret->clear();
        m_password->clear();
        m_repeated->clear();
        m_store = std::move(*opened);
        emit this->opened();
      });
}

void RecoveryPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    emit leaveWanted();
  else if (event->key() == Qt::Key_Return && (event->modifiers() & Qt::ControlModifier))
    open();
  else if (event->key() == Qt::Key_Return)
    focusNextChild();
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
