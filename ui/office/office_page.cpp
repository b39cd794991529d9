#include "ui/office/office_page.h"

#include "accounts_section.h"
#include "backup_section.h"
#include "log_section.h"
#include "school_section.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "window_section.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace xueji {

OfficePage::OfficePage(Session& session, QWidget* parent)
    : Page(session, parent), m_list(new QListWidget(this)), m_stack(new QStackedWidget(this)) {
  setObjectName(QStringLiteral("office"));
  named(m_list, "officeSections", tr("Parts of the office"));
  m_list->setFixedWidth(176);
  m_list->setIconSize(QSize(18, 18));
  m_list->setSpacing(2);
  const RegisterStore& store = session.store();
  add(QStringLiteral("school"), tr("School"), QStringLiteral("school"), new SchoolSection(session, this));
  add(QStringLiteral("accounts"), tr("Accounts"), QStringLiteral("user"), new AccountsSection(session, this));
  if (store.may(Capability::BackUp))
    add(QStringLiteral("backup"), tr("Backup and check"), QStringLiteral("backup"), new BackupSection(session, this));
  if (store.may(Capability::ReadLog))
    add(QStringLiteral("log"), tr("Log"), QStringLiteral("history"), new LogSection(session, this));
  add(QStringLiteral("window"), tr("This window"), QStringLiteral("columns"), new WindowSection(session, this));
  connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
    m_stack->setCurrentIndex(row);
    refresh();
  });
  auto* columns = new QHBoxLayout;
  columns->setSpacing(3 * kGrid);
  columns->addWidget(m_list);
  columns->addWidget(m_stack, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, kGrid, 0, kGrid);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(title(), this));
  layout->addLayout(columns, 1);
  m_list->setCurrentRow(0);
}

void OfficePage::add(const QString& id, const QString& word, const QString& iconName, OfficeSection* section) {
  auto* item = new QListWidgetItem(icon(iconName), word, m_list);
  item->setData(Qt::UserRole, id);
  item->setSizeHint(QSize(160, 36));
  auto* area = new QScrollArea(this);
  area->setWidgetResizable(true);
  area->setWidget(section);
  m_stack->addWidget(area);
  m_sections.append(section);
  connect(section, &OfficeSection::said, this, [this](const QString& sentence) { emit said(sentence); });
  connect(section, &OfficeSection::failed, this, &Page::failed);
}

void OfficePage::open(const QVariant& argument) {
  const QString wanted = argument.toString();
  for (int row = 0; row < m_list->count(); ++row)
    if (m_list->item(row)->data(Qt::UserRole).toString() == wanted)
      m_list->setCurrentRow(row);
}

void OfficePage::refresh() {
  if (OfficeSection* section = currentSection())
    section->refresh();
}

OfficeSection* OfficePage::currentSection() const {
  return m_sections.value(m_stack->currentIndex());
}

bool OfficePage::hasUnsaved() const {
  return std::any_of(m_sections.begin(), m_sections.end(),
                     [](const OfficeSection* section) { return section->hasUnsaved(); });
}

bool OfficePage::discardAsked() {
  // The words of the same question before the window closes.
  const auto word = [](const char* source) { return QCoreApplication::translate("xueji::MainWindow", source); };
  Question question;
  question.title = word("Unsaved changes");
  question.text = word("Something you typed is not saved yet and would be lost.");
  question.answers = {word("Discard it"), word("Go back")};
  question.preferred = 1;
  question.dangerous = true;
  if (session().dialogs().ask(this, question) != 0)
    return false;
  for (OfficeSection* section : std::as_const(m_sections))
    section->discard();
  return true;
}

bool OfficePage::leave() {
  return !hasUnsaved() || discardAsked();
}

void OfficePage::save() {
  if (OfficeSection* section = currentSection())
    section->save();
}

bool OfficePage::escape() {
  const OfficeSection* section = currentSection();
  if (section == nullptr || !section->hasUnsaved())
    return false;
  discardAsked();
  return true;
}

QList<QWidget*> OfficePage::panes() const {
  return {m_list, m_stack};
}

} // namespace xueji
