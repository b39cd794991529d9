#include "accounts_section.h"

#include "form_rows.h"
#include "register/accounts.h"
#include "store/accounts.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace xueji {

namespace {

QList<Choice> roleChoices() {
  QList<Choice> choices;
  for (const Role role : {Role::Registrar, Role::Principal, Role::Helper, Role::Auditor})
    choices.append({toKey(role), roleWord(toKey(role)), {chineseName(role)}});
  return choices;
}

} // namespace

AccountsSection::AccountsSection(Session& session, QWidget* parent)
    : OfficeSection(session, parent), m_table(new QTableWidget(0, 4, this)),
      m_remove(new QPushButton(icon(QStringLiteral("remove")), tr("Remove the account…"), this)) {
  named(m_table, "accounts", tr("Accounts"));
  named(m_remove, "removeAccount", tr("Remove the account"));
  m_table->setHorizontalHeaderLabels({tr("Name"), tr("Role"), tr("Since"), tr("Removed")});
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(kTableRow);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setShowGrid(false);
  m_table->setMinimumHeight(6 * kTableRow);
  m_table->setMaximumHeight(10 * kTableRow);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, kGrid, 0);
  layout->addWidget(new SectionTitle(tr("Accounts"), this));
  layout->addWidget(m_table);
  layout->addWidget(m_remove, 0, Qt::AlignLeft);
  const bool manages = session.store().may(Capability::ManageUsers);
  m_remove->setVisible(manages);
  if (manages)
    layout->addWidget(makeNewAccount());
  layout->addWidget(makeOwnPassword());
  layout->addStretch();
  connect(m_remove, &QPushButton::clicked, this, &AccountsSection::removeAccount);
}

QWidget* AccountsSection::makeNewAccount() {
  auto* part = new QWidget(this);
  part->setMaximumWidth(640);
  m_name = named(new QLineEdit(part), "newAccountName", tr("Name"));
  m_role = named(new ChoiceBox(part), "newAccountRole", tr("Role"));
  m_role->setChoices(roleChoices());
  m_role->setValue(toKey(Role::Helper));
  m_password = named(new PasswordEdit(part), "newAccountPassword", tr("First password"));
  m_newNotice = new Notice(part);
  auto* add = named(new QPushButton(icon(QStringLiteral("add")), tr("Add the account"), part), "addAccount",
                    tr("Add the account"));
  connect(add, &QPushButton::clicked, this, &AccountsSection::addAccount);
  auto* form = makeForm();
  addRow(form, tr("Name"), m_name);
  addRow(
      form, tr("Role"), m_role,
      tr("Registrar: enters and changes. Principal: reads, approves, prints, sees the log. Helper: reads and prints. "
         "Auditor: the log only."));
  addRow(form, tr("First password"), m_password, tr("The person should change it after signing in."));
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(new SectionTitle(tr("New account"), part));
  layout->addLayout(form);
  layout->addWidget(m_newNotice);
  layout->addWidget(add, 0, Qt::AlignRight);
  return part;
}

QWidget* AccountsSection::makeOwnPassword() {
  auto* part = new QWidget(this);
  part->setMaximumWidth(640);
  m_present = named(new PasswordEdit(part), "presentPassword", tr("Present password"));
  m_fresh = named(new PasswordEdit(part), "freshPassword", tr("New password"));
  m_repeated = named(new PasswordEdit(part), "repeatedPassword", tr("New password again"));
  m_ownNotice = new Notice(part);
  auto* change = named(new QPushButton(icon(QStringLiteral("key")), tr("Change my password"), part), "changePassword",
                       tr("Change my password"));
  connect(change, &QPushButton::clicked, this, &AccountsSection::changePassword);
  auto* form = makeForm();
  addRow(form, tr("Present password"), m_present);
  addRow(form, tr("New password"), m_fresh);
  addRow(form, tr("New password again"), m_repeated);
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(new SectionTitle(tr("My password"), part));
  layout->addLayout(form);
  layout->addWidget(m_ownNotice);
  layout->addWidget(change, 0, Qt::AlignRight);
  return part;
}

void AccountsSection::refresh() {
  const QList<User> users = accountsOf(session().office()).value_or(QList<User>());
  m_table->setRowCount(int(users.size()));
  const auto day = [](const QDateTime& time) {
    return time.isNull() ? QString() : time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
  };
  for (int row = 0; row < users.size(); ++row) {
    const User& user = users[row];
    const QStringList texts{user.name, roleWord(toKey(user.role)), day(user.added), day(user.removed)};
    for (int column = 0; column < texts.size(); ++column) {
      auto* item = new QTableWidgetItem(texts[column]);
      item->setData(Qt::UserRole, user.isActive());
      if (!user.isActive())
        item->setForeground(tonesOf(palette()).faint);
      m_table->setItem(row, column, item);
    }
  }
  m_table->resizeColumnsToContents();
  for (int column = 0; column < 3; ++column)
    m_table->setColumnWidth(column, m_table->columnWidth(column) + 3 * kGrid);
}

void AccountsSection::run(const QString& what, std::function<Result<void>(RegisterStore&)> work,
                          const QString& sentence, Notice* notice, const QList<QLineEdit*>& typed) {
  if (m_job) {
    notice->showProblem(tr("Another password is still being worked on. Wait until it has ended."));
    return;
  }
  m_job = session().jobs().add(
      this, what, [work = std::move(work)](Office& office, const Progress&) { return work(office.store()); },
      [this, sentence, notice, typed](const Result<void>& ended) {
        m_job = nullptr;
        for (QLineEdit* edit : typed)
          edit->setEnabled(true);
        if (!ended) {
          notice->showProblem(sentenceFor(ended.error()));
          return;
        }
        notice->clear();
        for (QLineEdit* edit : typed)
          edit->clear();
        refresh();
        emit said(sentence);
      });
  for (QLineEdit* edit : typed)
    edit->setEnabled(false);
  const auto arithmetic = [notice] { notice->showHint(tr("The password takes a second of arithmetic…")); };
  if (m_job->isRunning())
    arithmetic();
  else
    notice->showHint(tr("Waits until the work that runs has ended…"));
  connect(m_job, &Job::begun, notice, arithmetic);
}

void AccountsSection::addAccount() {
  const auto role = roleFromKey(m_role->value());
  if (m_name->text().trimmed().isEmpty() || !role) {
    m_newNotice->showProblem(tr("Enter a name and choose a role."));
    return;
  }
  const auto password = std::make_shared<SecretBytes>(m_password->secret());
  run(tr("Adding an account"),
      [name = m_name->text().trimmed(), role = *role, password,
       cost = session().keyCost()](RegisterStore& store) -> Result<void> {
        const auto added = store.accounts().add(name, role, *password, cost);
        return added ? Result<void>() : fail(added.error().code, added.error().args);
      },
      tr("The account was added."), m_newNotice, {m_name, m_password});
}

void AccountsSection::removeAccount() {
  const int row = m_table->currentRow();
  const QTableWidgetItem* item = row < 0 ? nullptr : m_table->item(row, 0);
  if (item == nullptr || !item->data(Qt::UserRole).toBool())
    return;
  const QString name = item->text(); // the table may be filled anew while it is asked
  Question question;
  question.title = tr("Remove the account?");
  question.text = tr("%1 can no longer sign in. What this person entered keeps the name.").arg(name);
  question.answers = {tr("Remove"), tr("Keep")};
  question.preferred = 1;
  question.dangerous = true;
  if (session().dialogs().ask(this, question) != 0)
    return;
  session().write(
      this, tr("Removing an account"), [name](Office& office) { return office.store().accounts().remove(name); },
      [this](const Result<void>& removed) {
        if (!removed) {
          emit failed(removed.error());
          return;
        }
        refresh();
        emit said(tr("The account was removed."));
      });
}

void AccountsSection::changePassword() {
  if (m_fresh->text() != m_repeated->text()) {
    m_ownNotice->showProblem(tr("The two passwords are not the same. Type them again."));
    return;
  }
  const auto present = std::make_shared<SecretBytes>(m_present->secret());
  const auto fresh = std::make_shared<SecretBytes>(m_fresh->secret());
  run(tr("Changing a password"),
      [present, fresh, cost = session().keyCost()](RegisterStore& store) {
        return store.accounts().changePassword(*present, *fresh, cost);
      },
      tr("Your password was changed."), m_ownNotice, {m_present, m_fresh, m_repeated});
}

} // namespace xueji
