#include "backup_section.h"

#include "form_rows.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/job_panel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"
#include "ui/words/notice_words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace xueji {

BackupSection::BackupSection(Session& session, QWidget* parent)
    : OfficeSection(session, parent), m_stack(new QStackedWidget(this)), m_last(new QLabel(this)),
      m_notice(new Notice(this)), m_progress(new JobPanel(this)) {
  auto* sheet = new QWidget(this);
  auto* here = named(new QPushButton(tr("Back up now"), sheet), "backupNow", tr("Back up now"));
  here->setProperty("main", true);
  auto* elsewhere =
      named(new QPushButton(tr("Back up to another disk…"), sheet), "backupTo", tr("Back up to another disk"));
  auto* check = named(new QPushButton(icon(QStringLiteral("check")), tr("Check the whole register"), sheet), "verify",
                      tr("Check the whole register"));
  connect(here, &QPushButton::clicked, this, [this] { backUpTo({}); });
  connect(elsewhere, &QPushButton::clicked, this, [this] {
    const QString folder = this->session().dialogs().folder(this, tr("Where to put the backup"));
    if (!folder.isEmpty())
      backUpTo(folder);
  });
  connect(check, &QPushButton::clicked, this, &BackupSection::verifyRegister);
  m_last->setObjectName(QStringLiteral("lastBackup"));
  m_last->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_last->setWordWrap(true);

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGrid);
  buttons->addWidget(here);
  buttons->addWidget(elsewhere);
  buttons->addStretch();
  auto* column = new QVBoxLayout(sheet);
  column->setContentsMargins(0, 0, kGrid, 0);
  column->setSpacing(kGrid);
  column->addWidget(new SectionTitle(tr("Backup"), sheet));
  column->addWidget(explanation(tr("A backup is as encrypted as the register. It counts only once it was reopened, "
                                   "checked and counted. Keep one on a disk that does not stay with this computer."),
                                sheet));
  column->addWidget(m_last);
  column->addLayout(buttons);
  column->addWidget(m_notice);
  column->addWidget(new SectionTitle(tr("Check"), sheet));
  column->addWidget(explanation(tr("Looks through every page of the file, the chain of the log, accounts and settings, "
                                   "and compares every act and every record with its seal."),
                                sheet));
  column->addWidget(check, 0, Qt::AlignLeft);
  column->addStretch();
  m_stack->addWidget(sheet);
  m_stack->addWidget(m_progress);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_stack);
}

void BackupSection::refresh() {
  const auto proof = lastProvenBackup(session().store());
  if (!proof || !*proof) {
    m_last->setText(tr("There is no proven backup yet."));
    return;
  }
  const BackupProof& last = **proof;
  m_last->setText(tr("Last proven backup: %1, %2 pupils, %3 log lines (code %4)\n%5")
                      .arg(last.made.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                      .arg(last.students)
                      .arg(last.logRows)
                      .arg(last.logCode, last.path));
}

void BackupSection::watch(Job* job) {
  m_notice->clear();
  m_progress->watch(job);
  m_stack->setCurrentWidget(m_progress);
  connect(job, &Job::ended, this, [this] { m_stack->setCurrentIndex(0); });
}

void BackupSection::backUpTo(const QString& folder) {
  watch(session().jobs().add(
      this, tr("Making a backup and proving it"),
      [folder](Office& office, const Progress& progress) { return backUp(office.store(), folder, progress); },
      [this](const Result<BackupProof>& proof) {
        if (!proof) {
          m_notice->showProblem(sentenceFor(proof.error()));
          return;
        }
        refresh();
        m_notice->showGood(tr("Proven: the copy was reopened and holds %1 pupils.").arg(proof->students));
        emit said(tr("The backup was made and proven."));
      }));
}

void BackupSection::verifyRegister() {
  watch(session().jobs().add(
      this, tr("Checking the register"),
      [](Office& office, const Progress& progress) { return verify(office.store(), progress); },
      [this](const Result<VerifyReport>& report) {
        if (report)
          showReport(*report);
        else
          m_notice->showProblem(sentenceFor(report.error()));
      }));
}

void BackupSection::showReport(const VerifyReport& report) {
  if (report.passed()) {
    QStringList lines{tr("Everything fits: %1 pupils, %2 acts, %3 log lines (code %4).")
                          .arg(report.students)
                          .arg(report.acts)
                          .arg(report.logRows)
                          .arg(report.logCode)};
    for (const MigrationNotice& notice : report.notices)
      lines << sentenceFor(notice);
    const QString said = lines.join(QLatin1Char('\n'));
    if (report.notices.isEmpty())
      m_notice->showGood(said);
    else
      m_notice->showHint(said);
    return;
  }
  const VerifyFault& first = report.faults.first();
  m_notice->showProblem(
      tr("%1 faults. The first: %2 (%3)").arg(report.faults.size()).arg(sentenceFor(first.error), first.object));
}

} // namespace xueji
