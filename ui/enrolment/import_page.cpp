#include "ui/enrolment/import_page.h"

#include "columns_step.h"
#include "file_step.h"
#include "findings_step.h"
#include "proof_step.h"
#include "register/batch_list.h"
#include "result_step.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/job_panel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/step_list.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace xueji {

ImportPage::ImportPage(Session& session, QWidget* parent)
    : Page(session, parent), m_draft(new ImportDraft(session, this)),
      m_steps(new StepList({tr("File"), tr("Columns"), tr("Findings"), tr("Papers"), tr("Result")}, this)),
      m_stack(new QStackedWidget(this)), m_file(new FileStep(session, *m_draft, this)),
      m_findings(new FindingsStep(session, *m_draft, this)), m_progress(new JobPanel(this)), m_notice(new Notice(this)),
      m_back(named(new QPushButton(tr("Back"), this), "importBack", tr("One step back"))),
      m_next(named(new QPushButton(this), "importNext", tr("Go on"))) {
  setObjectName(QStringLiteral("importPage"));
  auto* result = new ResultStep(session, *m_draft, this);
  m_parts[File] = m_file;
  m_parts[Columns] = new ColumnsStep(session, *m_draft, this);
  m_parts[Findings] = m_findings;
  m_proofs = new ProofStep(session, *m_draft, this);
  m_parts[Papers] = m_proofs;
  m_parts[Result] = result;
  layOut();
  for (ImportStep* part : m_parts)
    connect(part, &ImportStep::stateChanged, this, &ImportPage::present);
  connect(m_findings, &FindingsStep::papersWanted, this, [this] { goTo(Papers); });
  connect(m_file, &FileStep::undoWanted, this, &ImportPage::askUndo);
  connect(result, &ResultStep::undoWanted, this, &ImportPage::askUndo);
  connect(m_next, &QPushButton::clicked, this, &ImportPage::goOn);
  connect(m_back, &QPushButton::clicked, this, &ImportPage::goBack);
  connect(m_draft, &ImportDraft::changed, this, [this] {
    m_seesFindings = m_seesFindings && m_draft->work() != ImportDraft::Work::None;
    m_parts[m_step]->refresh();
    present();
  });
  connect(m_draft, &ImportDraft::judged, this, [this] {
    const ImportPlan& plan = *m_draft->plan();
    const bool wantsFindings = std::exchange(m_seesFindings, false);
    const bool hasClasses = !plan.newClasses.isEmpty() || plan.awaitingDraw > 0;
    if (m_step == Papers)
      goTo(wantsFindings && plan.paperFaults.isEmpty() ? Findings : Papers);
    else
      goTo(wantsFindings && !hasClasses ? Findings : std::max<int>(m_step, Columns));
  });
  connect(m_draft, &ImportDraft::enrolled, this, [this] {
    goTo(Result);
    const qint64 batch = m_draft->result()->batch;
    emit said(m_draft->headline(), [this, batch] { askUndo(batch); });
  });
  connect(m_draft, &ImportDraft::undone, this, [this] { emit said(tr("The import was taken back")); });
  connect(m_draft, &ImportDraft::saved, this,
          [this](const QString& path) { emit said(tr("Saved as %1").arg(QFileInfo(path).fileName())); });
  present();
}

void ImportPage::layOut() {
  m_next->setProperty("main", true);
  m_next->setToolTip(tr("Ctrl+Enter"));
  m_back->setToolTip(tr("Esc"));
  for (ImportStep* part : m_parts)
    m_stack->addWidget(part);
  m_stack->addWidget(m_progress);
  auto* bar = new QHBoxLayout;
  bar->addStretch();
  bar->setSpacing(kGrid);
  bar->addWidget(m_back);
  bar->addWidget(m_next);
  auto* right = new QVBoxLayout;
  right->setSpacing(kGrid);
  right->addWidget(m_stack, 1);
  right->addWidget(m_notice);
  right->addLayout(bar);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(3 * kGrid);
  columns->addWidget(m_steps, 0, Qt::AlignTop);
  columns->addLayout(right, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, kGrid);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(title(), this));
  layout->addLayout(columns, 1);
}

void ImportPage::open(const QVariant& argument) {
  if (const QString path = argument.toString(); !path.isEmpty() && m_draft->work() == ImportDraft::Work::None) {
    goTo(File);
    m_draft->read(path);
  }
  m_parts[m_step]->firstField()->setFocus();
}

void ImportPage::refresh() {
  // A plan judges the register as it was: when something was written since, the rows are judged again.
  if (isBetween() && m_draft->plan() && !m_draft->result() && m_draft->work() == ImportDraft::Work::None) {
    const auto last = newestAct(session().office());
    if (last && *last != m_draft->plan()->lastAct)
      m_draft->judge();
  }
  m_parts[m_step]->refresh();
  present();
}

void ImportPage::goTo(int step) {
  m_step = std::clamp<int>(step, File, Result);
  m_parts[m_step]->refresh();
  present();
  m_parts[m_step]->firstField()->setFocus();
}

void ImportPage::goOn() {
  if (m_draft->work() != ImportDraft::Work::None || !m_parts[m_step]->mayGoOn())
    return;
  switch (m_step) {
  case File:
    // Where columns must be chosen first, there is nothing to judge yet.
    if ((m_draft->plan() && !m_draft->result()) || m_draft->mustChooseColumns())
      goTo(Columns);
    else
      m_draft->judge();
    break;
  case Columns:
    m_seesFindings = !m_draft->plan();
    if (m_draft->plan())
      goTo(Findings);
    else
      m_draft->judge();
    break;
  case Papers:
    m_proofs->takeTyped();
    m_seesFindings = true;
    m_draft->judge();
    break;
  case Findings:
    m_draft->enrol(m_findings->onlyGood());
    break;
  default:
    m_draft->startAnew();
    goTo(File);
  }
}

/// Papers that were entered are not left behind: the rows are judged with them first.
void ImportPage::goBack() {
  if (m_step == Papers)
    m_proofs->takeTyped();
  m_seesFindings = m_step == Papers && m_draft->papersChanged();
  if (m_seesFindings)
    m_draft->judge();
  else
    goTo(m_step - 1);
}

void ImportPage::present() {
  const bool working = m_draft->work() != ImportDraft::Work::None;
  m_steps->setCurrent(m_step);
  m_progress->watch(m_draft->job(), m_draft->work() != ImportDraft::Work::Saving);
  m_stack->setCurrentWidget(working ? static_cast<QWidget*>(m_progress) : m_parts[m_step]);
  m_notice->showProblem(m_draft->problem());
  m_back->setVisible(isBetween());
  m_back->setEnabled(!working);
  m_next->setText(m_parts[m_step]->goOnWord());
  m_next->setAccessibleName(m_parts[m_step]->goOnWord());
  m_next->setEnabled(!working && m_parts[m_step]->mayGoOn());
  emit statusChanged();
}

QString ImportPage::statusText() const {
  const ImportPlan* plan = m_draft->plan();
  if (!plan)
    return m_draft->path().isEmpty() ? QString() : QFileInfo(m_draft->path()).fileName();
  return tr("%1 · %2 rows").arg(plan->fileName).arg(plan->rows.size());
}

QList<QWidget*> ImportPage::panes() const {
  return m_parts[m_step]->panes() + QList<QWidget*>{m_next};
}

void ImportPage::askUndo(qint64 batch) {
  if (m_draft->work() != ImportDraft::Work::None)
    return;
  const int count = countOfBatch(session().office(), batch).value_or(0);
  Question question;
  question.title = tr("Undo the whole import?");
  question.text = tr("The enrolment of %1 students is declared void. Numbers made here stay burnt.").arg(count);
  question.detail = tr("The acts stay in the ledger; the same file can be imported again.");
  question.answers = {tr("Undo the import"), tr("Keep it")};
  question.preferred = 1;
  question.escape = 1;
  question.dangerous = true;
  if (session().dialogs().ask(this, question) != 0)
    return;
  const auto taking = takingBackBatch(session().office(), batch);
  const auto witness = taking ? askWitness(session(), this, *taking) : std::unexpected(taking.error());
  if (witness)
    m_draft->undo(batch, *witness);
  else if (witness.error().code != ErrorCode::Cancelled)
    emit failed(witness.error());
}

void ImportPage::undo() {
  if (m_step == Result && m_draft->result() && !m_draft->resultUndone() && m_draft->result()->batch > 0)
    askUndo(m_draft->result()->batch);
}

void ImportPage::createNew() {
  if (m_draft->work() != ImportDraft::Work::None)
    return;
  m_draft->startAnew();
  goTo(File);
}

void ImportPage::save() {
  goOn();
}

bool ImportPage::escape() {
  if (!isBetween())
    return false;
  if (m_draft->work() == ImportDraft::Work::None)
    goBack();
  return true;
}

} // namespace xueji
