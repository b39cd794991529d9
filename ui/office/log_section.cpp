#include "log_section.h"

#include "register/log_view.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace xueji {

namespace {

constexpr int kPage = 200;

QString actionWord(LogAction action) {
  switch (action) {
  case LogAction::SignIn:
    return LogSection::tr("Signed in");
  case LogAction::SignInFailed:
    return LogSection::tr("Failed to sign in");
  case LogAction::SignOut:
    return LogSection::tr("Signed out");
  case LogAction::Read:
    return LogSection::tr("Read");
  case LogAction::Unmask:
    return LogSection::tr("Showed a masked item");
  case LogAction::Search:
    return LogSection::tr("Searched");
  case LogAction::Change:
    return LogSection::tr("Changed");
  case LogAction::Print:
    return LogSection::tr("Printed");
  case LogAction::Export:
    return LogSection::tr("Exported");
  case LogAction::Import:
    return LogSection::tr("Imported");
  case LogAction::Undo:
    return LogSection::tr("Undid");
  case LogAction::Backup:
    return LogSection::tr("Backed up");
  case LogAction::Restore:
    return LogSection::tr("Restored");
  case LogAction::Verify:
    return LogSection::tr("Checked");
  case LogAction::UserAdded:
    return LogSection::tr("Added an account");
  case LogAction::UserRemoved:
    return LogSection::tr("Removed an account");
  case LogAction::PasswordChanged:
    return LogSection::tr("Changed a password");
  case LogAction::RecoveryRenewed:
    return LogSection::tr("Renewed the recovery sheet");
  case LogAction::SettingChanged:
    return LogSection::tr("Changed a setting");
  case LogAction::Migrated:
    return LogSection::tr("Updated the format");
  case LogAction::Witness:
    return LogSection::tr("Was witness");
  case LogAction::ClockConfirmed:
    return LogSection::tr("Confirmed the clock");
  case LogAction::Approval:
    return LogSection::tr("Approved or refused");
  case LogAction::CaseWithdrawn:
    return LogSection::tr("Withdrew a case");
  case LogAction::RollbackNoticed:
    return LogSection::tr("Noticed an older copy");
  }
  return toKey(action);
}

} // namespace

LogSection::LogSection(Session& session, QWidget* parent)
    : OfficeSection(session, parent), m_table(new QTableWidget(0, 5, this)), m_more(new QPushButton(tr("More"), this)) {
  named(m_table, "log", tr("Log"));
  named(m_more, "logMore", tr("More"));
  m_table->setHorizontalHeaderLabels({tr("Time"), tr("Who"), tr("What"), tr("Of what"), tr("Detail")});
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(kTableRow);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setShowGrid(false);
  connect(m_more, &QPushButton::clicked, this, &LogSection::showMore);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, kGrid, 0);
  layout->addWidget(new SectionTitle(tr("Log"), this));
  layout->addWidget(m_table, 1);
  layout->addWidget(m_more, 0, Qt::AlignLeft);
}

void LogSection::refresh() {
  m_shown = 0;
  m_table->setRowCount(0);
  showMore();
}

void LogSection::showMore() {
  const auto rows = logPage(session().office(), m_shown, kPage);
  if (!rows) {
    emit failed(rows.error());
    return;
  }
  m_table->setRowCount(m_shown + int(rows->size()));
  for (const LogLine& row : *rows) {
    const QStringList texts{row.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), row.who,
                            actionWord(row.action), row.object, row.detail};
    for (int column = 0; column < texts.size(); ++column)
      m_table->setItem(m_shown, column, new QTableWidgetItem(texts[column]));
    ++m_shown;
  }
  m_more->setVisible(rows->size() == kPage);
  m_table->resizeColumnsToContents();
}

} // namespace xueji
