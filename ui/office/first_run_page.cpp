#include "ui/office/first_run_page.h"

#include "domain/school_code.h"
#include "form_rows.h"
#include "region_choices.h"
#include "ui/office/recovery_step.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/store_opener.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/step_list.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardPaths>

namespace xueji {

namespace {

enum Step { Place, School, Account, Recovery, Done };
constexpr int kFormWidth = 640;

/// A step's page: title, what it is for, a form.
QVBoxLayout* stepLayout(QWidget* page, const QString& title, const QString& purpose, QFormLayout* form) {
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(title, page));
  layout->addWidget(explanation(purpose, page));
  layout->addSpacing(kGrid);
  if (form != nullptr)
    layout->addLayout(form);
  return layout;
}

} // namespace

FirstRunPage::FirstRunPage(const FieldCatalogue& fields, const Clock& clock, const Registry& registry,
                           RandomSource& random, Dialogs& dialogs, KeyCost cost, QWidget* parent)
    : QWidget(parent), m_plan(fields), m_fields(fields), m_clock(clock), m_registry(registry), m_dialogs(dialogs),
      m_cost(cost), m_opener(new StoreOpener(this)),
      m_steps(new StepList({tr("Place"), tr("School"), tr("First account"), tr("Recovery sheet"), tr("Ready")}, this)),
      m_stack(new QStackedWidget(this)), m_notice(new Notice(this)), m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(tr("Next"), this)) {
  setObjectName(QStringLiteral("firstRun"));
  named(m_back, "stepBack", tr("Back"));
  named(m_next, "stepNext", tr("Next"));
  m_next->setProperty("main", true);
  m_next->setToolTip(tr("Next (Ctrl+Enter)"));
  m_recovery = new RecoveryStep(clock, random, dialogs, this);
  for (QWidget* step :
       {makePlaceStep(), makeSchoolStep(), makeAccountStep(), static_cast<QWidget*>(m_recovery), makeDoneStep()})
    m_stack->addWidget(step);
  connect(m_recovery, &RecoveryStep::confirmedChanged, m_next, &QPushButton::setEnabled);
  connect(m_next, &QPushButton::clicked, this, &FirstRunPage::next);
  connect(m_back, &QPushButton::clicked, this, [this] {
    if (step() == Place)
      emit leaveWanted();
    else
      goTo(step() - 1);
  });

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_back);
  buttons->addStretch();
  buttons->addWidget(m_next);
  auto* sheet = new QWidget(this);
  sheet->setMaximumWidth(kFormWidth);
  auto* column = new QVBoxLayout(sheet);
  column->setSpacing(kGrid);
  column->addWidget(m_stack, 1);
  column->addWidget(m_notice);
  column->addLayout(buttons);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(6 * kGrid, 6 * kGrid, 6 * kGrid, 4 * kGrid);
  layout->setSpacing(6 * kGrid);
  layout->addStretch(1);
  layout->addWidget(m_steps, 0, Qt::AlignTop);
  layout->addWidget(sheet, 10);
  layout->addStretch(1);
  goTo(Place);
}

FirstRunPage::~FirstRunPage() = default;

int FirstRunPage::step() const {
  return m_stack->currentIndex();
}

QWidget* FirstRunPage::makePlaceStep() {
  auto* page = new QWidget(this);
  auto* form = makeForm();
  auto* row = new QWidget(page);
  m_parentEdit = named(new QLineEdit(row), "placeFolder", tr("Folder"));
  m_parentEdit->setText(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  auto* choose = named(new QPushButton(tr("Choose…"), row), "chooseFolder", tr("Choose a folder"));
  auto* rowLayout = new QHBoxLayout(row);
  rowLayout->setContentsMargins(0, 0, 0, 0);
  rowLayout->addWidget(m_parentEdit, 1);
  rowLayout->addWidget(choose);
  row->setAccessibleName(tr("Folder"));
  m_nameEdit = named(new QLineEdit(page), "placeName", tr("Name"));
  m_nameEdit->setText(QStringLiteral("学籍册"));
  addRow(form, tr("Folder"), row, tr("A disk of this computer is best. Every file in it is encrypted."));
  addRow(form, tr("Name"), m_nameEdit, tr("The register becomes a folder of this name."));
  connect(choose, &QPushButton::clicked, this, [this] {
    const QString folder = m_dialogs.folder(this, tr("Where to keep the register"), m_parentEdit->text());
    if (!folder.isEmpty())
      m_parentEdit->setText(folder);
  });
  auto* bringBack =
      named(new QPushButton(tr("Bring a backup back…"), page), "firstRunRestore", tr("Bring a backup back…"));
  bringBack->setProperty("link", true);
  bringBack->setCursor(Qt::PointingHandCursor);
  connect(bringBack, &QPushButton::clicked, this, &FirstRunPage::restoreWanted);
  auto* layout = stepLayout(
      page, tr("Where to keep the register"),
      tr("Xueji keeps the student register of one school on this computer, encrypted, without a network."), form);
  layout->addSpacing(2 * kGrid);
  layout->addWidget(explanation(tr("Was there a register already, on another computer?"), page));
  layout->addWidget(bringBack, 0, Qt::AlignLeft);
  layout->addStretch();
  return page;
}

QWidget* FirstRunPage::makeSchoolStep() {
  auto* page = new QWidget(this);
  auto* form = makeForm();
  m_codeEdit = named(new QLineEdit(page), "schoolCode", tr("School code"));
  m_codeEdit->setFont(numberFont());
  m_codeEdit->setMaxLength(20);
  m_schoolEdit = named(new QLineEdit(page), "schoolName", tr("School name"));
  m_regionBox = named(new ChoiceBox(page), "schoolRegion", tr("County or district"));
  m_regionBox->setPlaceholderText(tr("Code, name or initials"));
  addRow(form, tr("School code"), m_codeEdit, tr("Ten digits, as the education bureau assigned it."));
  addRow(form, tr("School name"), m_schoolEdit, tr("In full, as on the seal."));
  addRow(form, tr("County or district"), m_regionBox, tr("Offered once the school code is known."));
  connect(m_codeEdit, &QLineEdit::textChanged, this, [this](const QString& typed) {
    const auto code = SchoolCode::parse(typed);
    if (code)
      m_regionBox->setChoices(countiesOf(m_fields.regions(), code->province()));
  });
  stepLayout(page, tr("The school"),
             tr("Kind of school and its grades follow from the code; they can be changed later."), form)
      ->addStretch();
  return page;
}

QWidget* FirstRunPage::makeAccountStep() {
  auto* page = new QWidget(this);
  auto* form = makeForm();
  m_userEdit = named(new QLineEdit(page), "accountName", tr("Your name"));
  m_password = named(new PasswordEdit(page), "accountPassword", tr("Password"));
  m_repeated = named(new PasswordEdit(page), "accountRepeat", tr("Password again"));
  m_policy = new Notice(page);
  addRow(form, tr("Your name"), m_userEdit, tr("Everything entered in the register carries this name."));
  addRow(form, tr("Password"), m_password);
  addRow(form, tr("Password again"), m_repeated);
  for (QLineEdit* edit : {m_userEdit, static_cast<QLineEdit*>(m_password), static_cast<QLineEdit*>(m_repeated)})
    connect(edit, &QLineEdit::textChanged, this, &FirstRunPage::showPolicy);
  connect(m_password, &PasswordEdit::capsLockSeen, this, [this](bool on) {
    if (on)
      m_notice->showHint(tr("Caps Lock seems to be on."));
    else
      m_notice->clear();
  });
  auto* layout =
      stepLayout(page, tr("The first account"),
                 tr("The first account is the registrar's (学籍管理员). Further accounts are added later, each person "
                    "with an own one. A sentence that only you know makes the best password."),
                 form);
  layout->addWidget(m_policy);
  layout->addStretch();
  return page;
}

QWidget* FirstRunPage::makeDoneStep() {
  auto* page = new QWidget(this);
  auto* importButton = named(new QPushButton(tr("Import a roster"), page), "startImport", tr("Import a roster"));
  auto* openButton = named(new QPushButton(tr("Open the register"), page), "startOpen", tr("Open the register"));
  importButton->setProperty("main", true);
  connect(importButton, &QPushButton::clicked, this, [this] { emit finished(true); });
  connect(openButton, &QPushButton::clicked, this, [this] { emit finished(false); });
  auto* layout = stepLayout(page, tr("The register is ready"),
                            tr("It is empty. Bring in the new pupils from a spreadsheet as your office has it, or look "
                               "around first."),
                            nullptr);
  layout->addWidget(importButton, 0, Qt::AlignLeft);
  layout->addWidget(openButton, 0, Qt::AlignLeft);
  layout->addStretch();
  return page;
}

void FirstRunPage::setParentFolder(const QString& folder) {
  m_parentEdit->setText(folder);
}

void FirstRunPage::goTo(int step) {
  m_stack->setCurrentIndex(step);
  m_steps->setCurrent(step);
  m_notice->clear();
  // Once the register is made there is no way back to what made it.
  m_back->setVisible(step < Recovery);
  m_next->setVisible(step < Done);
  m_next->setEnabled(step != Recovery || m_recovery->isConfirmed());
  m_next->setText(step == Account ? tr("Create the register") : tr("Next"));
  m_back->setText(step == Place ? tr("Cancel") : tr("Back"));
  QWidget* const first[] = {m_nameEdit, m_codeEdit, m_userEdit, nullptr, nullptr};
  if (first[step] != nullptr)
    first[step]->setFocus();
}

void FirstRunPage::takeForm() {
  m_plan.parent = m_parentEdit->text().trimmed();
  m_plan.name = m_nameEdit->text().trimmed();
  m_plan.schoolCode = m_codeEdit->text();
  m_plan.schoolName = m_schoolEdit->text();
  m_plan.region = m_regionBox->value();
  m_plan.userName = m_userEdit->text().trimmed();
}

void FirstRunPage::next() {
  if (m_opener->isBusy() || !m_next->isEnabled())
    return;
  takeForm();
  using Lack = NewRegisterPlan::Lack;
  Lack lack = Lack::Nothing;
  if (step() == Place)
    lack = m_plan.lackOfPlace();
  else if (step() == School)
    lack = m_plan.lackOfSchool();
  else if (step() == Account)
    lack = m_plan.lackOfAccount(m_password->text(), m_repeated->text());
  if (lack != Lack::Nothing) {
    showLack(lack);
    return;
  }
  if (step() == Account) {
    createRegister();
    return;
  }
  if (step() == Recovery)
    m_recovery->forget();
  goTo(step() + 1);
}

void FirstRunPage::createRegister() {
  auto wish = std::make_shared<NewRegister>();
  wish->folder = m_plan.folder();
  wish->school = m_plan.school();
  wish->userName = m_plan.userName;
  wish->password = m_password->secret();
  wish->cost = m_cost;
  auto secret = std::make_shared<QString>();
  m_next->setEnabled(false);
  m_back->setEnabled(false);
  m_notice->showHint(tr("Making the register; the password takes a second of arithmetic…"));
  m_opener->start(
      [wish, secret, &clock = m_clock, &registry = m_registry]() -> StoreOpener::Opened {
        auto created = RegisterStore::create(*wish, clock, registry);
        if (!created)
          return std::unexpected(created.error());
        *secret = created->recoverySecret;
        return std::move(created->store);
      },
      [this, secret](StoreOpener::Opened opened) {
        m_next->setEnabled(true);
        m_back->setEnabled(true);
        if (!opened) {
          m_notice->showProblem(sentenceFor(opened.error()));
          return;
        }
        m_store = std::move(*opened);
        m_password->clear();
        m_repeated->clear();
        m_recovery->setSecret(*m_store, *secret);
        secret->fill(u'0');
        goTo(Recovery);
      });
}

void FirstRunPage::showPolicy() {
  takeForm();
  using Lack = NewRegisterPlan::Lack;
  const Lack lack = m_plan.lackOfAccount(m_password->text(), m_repeated->text());
  if (m_password->text().isEmpty())
    m_policy->clear();
  else if (lack == Lack::PasswordLength)
    m_policy->showHint(tr("At least 8 characters; still missing: %1.").arg(8 - m_password->text().size()));
  else if (lack == Lack::PasswordKinds)
    m_policy->showHint(tr("Three of these are needed: capitals, small letters, digits, other characters; or a sentence "
                          "of 20 characters or more."));
  else if (lack == Lack::PasswordsDiffer && !m_repeated->text().isEmpty())
    m_policy->showHint(tr("The two passwords are not the same yet."));
  else
    m_policy->showGood(tr("This password is good enough."));
}

void FirstRunPage::showLack(NewRegisterPlan::Lack lack) {
  using Lack = NewRegisterPlan::Lack;
  switch (lack) {
  case Lack::Nothing:
    m_notice->clear();
    return;
  case Lack::Folder:
    m_notice->showProblem(tr("This folder does not exist. Choose another one, or make it first."));
    m_parentEdit->setFocus();
    return;
  case Lack::NotWritable:
    m_notice->showProblem(tr("Nothing can be written into this folder. Choose another one."));
    m_parentEdit->setFocus();
    return;
  case Lack::Name:
    m_notice->showProblem(tr("Give the register a name without the characters < > : \" / \\ | ? *."));
    m_nameEdit->setFocus();
    return;
  case Lack::Taken:
    m_notice->showProblem(tr("There is something of this name already. Choose another name."));
    m_nameEdit->setFocus();
    return;
  case Lack::SchoolCode:
    m_notice->showProblem(
        tr("The school code has ten digits, for example 21 for a primary school, then the province, then "
           "six digits."));
    m_codeEdit->setFocus();
    return;
  case Lack::Category:
    m_notice->showProblem(
        tr("The first two digits of the school code are no kind of school whose pupils have a student "
           "number. 21 is a primary school, 31 a junior school, 34 a senior school."));
    m_codeEdit->setFocus();
    return;
  case Lack::SchoolName:
    m_notice->showProblem(tr("Enter the school's name."));
    m_schoolEdit->setFocus();
    return;
  case Lack::Region:
    m_notice->showProblem(tr("Choose the county or district the school stands in."));
    m_regionBox->setFocus();
    return;
  case Lack::UserName:
    m_notice->showProblem(tr("Enter your name."));
    m_userEdit->setFocus();
    return;
  case Lack::PasswordLength:
  case Lack::PasswordKinds:
    showPolicy();
    m_password->setFocus();
    return;
  case Lack::PasswordsDiffer:
    m_notice->showProblem(tr("The two passwords are not the same. Type them again."));
    m_repeated->setFocus();
    return;
  }
}

void FirstRunPage::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && (event->modifiers() & Qt::ControlModifier))
    next();
  else if (enter)
    focusNextChild();
  else if (event->key() == Qt::Key_Escape && m_back->isVisible())
    m_back->click();
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
