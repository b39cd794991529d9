#include "findings_step.h"

#include "ui/shell/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace xueji {

namespace {
constexpr FindingsModel::Kind kKinds[] = {FindingsModel::Kind::Refuse, FindingsModel::Kind::Proof,
                                          FindingsModel::Kind::Warn, FindingsModel::Kind::Repair};
constexpr const char* kFilterNames[] = {"showRefused", "showProof", "showNotes", "showRepairs"};
} // namespace

FindingsStep::FindingsStep(Session& session, ImportDraft& draft, QWidget* parent)
    : ImportStep(session, draft, parent), m_model(new FindingsModel(session.rules(), session.language(), this)),
      m_summary(new QLabel(this)) {
  setObjectName(QStringLiteral("findingsStep"));
  m_summary->setObjectName(QStringLiteral("findingsSummary"));
  m_summary->setWordWrap(true);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(kGrid);
  makeFilters(bar);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_summary);
  layout->addLayout(bar);
  layout->addWidget(makeTable(), 1);
  layout->addWidget(makeChoice());
}

void FindingsStep::makeFilters(QHBoxLayout* bar) {
  for (int i = 0; i < 4; ++i) {
    m_filters[i] = named(new QToolButton(this), kFilterNames[i], FindingsModel::wordOf(kKinds[i]));
    m_filters[i]->setCheckable(true);
    m_filters[i]->setChecked(true);
    m_filters[i]->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filters[i]->setFocusPolicy(Qt::TabFocus);
    m_filters[i]->setIcon(icon(FindingsModel::iconOf(kKinds[i])));
    connect(m_filters[i], &QToolButton::toggled, this, [this, i](bool shown) {
      m_model->setShown(kKinds[i], shown);
      showCurrent();
    });
    bar->addWidget(m_filters[i]);
  }
  bar->addStretch();
  m_save = named(new QPushButton(icon(QStringLiteral("export")), tr("Save the marked sheet…"), this), "saveFindings",
                 tr("Save the sheet with marked cells and reasons"));
  m_save->setToolTip(tr("The same sheet as xlsx, faulty cells marked, reasons in the last column (Ctrl+E)"));
  m_save->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
  connect(m_save, &QPushButton::clicked, this, &FindingsStep::saveMarked);
  m_papers = named(new QPushButton(icon(QStringLiteral("papers")), tr("Enter papers…"), this), "enterPapers",
                   tr("Enter the papers of rows that need proof"));
  connect(m_papers, &QPushButton::clicked, this, &FindingsStep::papersWanted);
  bar->addWidget(m_papers);
  bar->addWidget(m_save);
}

QWidget* FindingsStep::makeTable() {
  auto* part = new QWidget(this);
  m_table = named(new QTableView(part), "findings", tr("Findings"));
  m_table->setModel(m_model);
  makePlain(m_table);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(false);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(FindingsModel::Gravity, Qt::AscendingOrder); // what keeps rows out comes first
  m_table->horizontalHeader()->setSectionsMovable(true);
  const int widths[] = {64, 124, 108, 60, 320, 160, 160};
  for (int column = 0; column < FindingsModel::ColumnCount; ++column)
    m_table->setColumnWidth(column, widths[column]);
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_whole = new QLabel(part);
  m_whole->setObjectName(QStringLiteral("wholeFinding"));
  m_whole->setWordWrap(true);
  m_whole->setTextFormat(Qt::PlainText);
  m_whole->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_whole->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  m_whole->setMinimumHeight(4 * fontMetrics().lineSpacing() + 8);
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_table, 1);
  layout->addWidget(m_whole);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsStep::showCurrent);
  return part;
}

QWidget* FindingsStep::makeChoice() {
  auto* part = new QWidget(this);
  m_all = named(new QRadioButton(tr("All or nothing"), part), "allOrNothing", tr("Enrol all rows or none"));
  m_good = named(new QRadioButton(tr("Only the good rows"), part), "onlyGood", tr("Enrol only the good rows"));
  m_allText = new QLabel(part);
  m_goodText = new QLabel(part);
  auto* group = new QButtonGroup(this);
  group->addButton(m_all);
  group->addButton(m_good);
  m_all->setChecked(true);
  auto* grid = new QGridLayout(part);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(2 * kGrid);
  grid->setVerticalSpacing(kGrid / 2);
  grid->addWidget(m_all, 0, 0, Qt::AlignTop);
  grid->addWidget(m_allText, 0, 1);
  grid->addWidget(m_good, 1, 0, Qt::AlignTop);
  grid->addWidget(m_goodText, 1, 1);
  grid->setColumnStretch(1, 1);
  for (QLabel* text : {m_allText, m_goodText}) {
    text->setWordWrap(true);
    text->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name()));
  }
  connect(m_good, &QRadioButton::toggled, this, &ImportStep::stateChanged);
  return part;
}

void FindingsStep::refresh() {
  const ImportPlan* plan = draft().plan();
  m_model->setPlan(plan);
  if (!plan)
    return;
  const ImportSummary sum = plan->summary();
  m_summary->setText(tr("%1 rows: %2 can be taken over, %3 are refused, %4 differ from the record, %5 are in the "
                        "register already. In %6 rows something was put right.")
                         .arg(sum.rows)
                         .arg(sum.taken())
                         .arg(sum.refused)
                         .arg(sum.differs)
                         .arg(sum.unchanged)
                         .arg(sum.repaired));
  m_papers->setVisible(m_model->count(FindingsModel::Kind::Proof) > 0 || !draft().options().papers.papers.isEmpty());
  showCounts();
  showChoice(sum);
  if (m_model->rowCount() > 0)
    m_table->selectRow(0);
  showCurrent();
  emit stateChanged();
}

void FindingsStep::showCounts() {
  for (int i = 0; i < 4; ++i) {
    const int count = m_model->count(kKinds[i]);
    const QString text = QStringLiteral("%1  %2").arg(FindingsModel::wordOf(kKinds[i])).arg(count);
    m_filters[i]->setText(text);
    m_filters[i]->setAccessibleName(text);
    m_filters[i]->setEnabled(count > 0);
  }
}

void FindingsStep::showChoice(const ImportSummary& sum) {
  const int bad = sum.refused + sum.differs;
  const ImportPlan* plan = draft().plan();
  if (m_fileHash != plan->fileHash) { // what was chosen for one file is not meant for the next
    m_fileHash = plan->fileHash;
    m_all->setChecked(true);
  }
  if (bad == 0 && !plan->allGood()) {
    m_good->setEnabled(sum.taken() > 0 && plan->paperFaults.isEmpty());
    m_allText->setText(plan->paperFaults.isEmpty()
                           ? tr("A column of the file is refused; see the findings. Take it out of the file first.")
                           : tr("The list of papers has lines that fit no row; see the papers."));
    m_goodText->setText(plan->paperFaults.isEmpty() ? tr("%1 are taken over; the column is left out.").arg(sum.taken())
                                                    : tr("Not before the list of papers is right."));
    return;
  }
  if (bad == 0) {
    m_all->setChecked(true);
    m_good->setEnabled(false);
    m_allText->setText(sum.taken() > 0 ? tr("Every row is good: all %1 are taken over at once.").arg(sum.taken())
                                       : tr("There is nobody new in this file; nothing would be changed."));
    m_goodText->setText(tr("Not needed: no row is refused."));
    return;
  }
  m_good->setEnabled(sum.taken() > 0);
  m_allText->setText(
      tr("%1 rows would have to be put right in the file first; until then nobody is enrolled.").arg(bad));
  m_goodText->setText(sum.taken() > 0
                          ? tr("%1 are taken over now, %2 are left out. Put the %2 right in the same file and "
                               "import it again: the %1 are "
                               "then recognised and left as they are.")
                                .arg(sum.taken())
                                .arg(bad)
                          : tr("No row is good."));
}

void FindingsStep::showCurrent() {
  const QModelIndex index = m_table->currentIndex();
  m_whole->setText(index.isValid()            ? m_model->wholeText(index.row())
                   : m_model->rowCount() == 0 ? tr("Nothing to show: no finding of the kinds chosen above.")
                                              : tr("Choose a line to read it whole."));
}

bool FindingsStep::onlyGood() const {
  return m_good->isChecked();
}

bool FindingsStep::mayGoOn() const {
  const ImportPlan* plan = draft().plan();
  return plan && plan->summary().taken() > 0 && plan->paperFaults.isEmpty() && (plan->allGood() || onlyGood()) &&
         session().store().may(Capability::Enrol);
}

QString FindingsStep::goOnWord() const {
  const ImportPlan* plan = draft().plan();
  if (!plan || !mayGoOn())
    return tr("Enrol");
  const ImportSummary sum = plan->summary();
  return sum.enrol == sum.taken() ? tr("Enrol %1 students").arg(sum.enrol)
                                  : tr("Take over %1 students").arg(sum.taken());
}

QWidget* FindingsStep::firstField() const {
  return m_table;
}

QList<QWidget*> FindingsStep::panes() const {
  return {m_filters[0], m_table, m_all};
}

void FindingsStep::saveMarked() {
  const ImportPlan* plan = draft().plan();
  if (!plan)
    return;
  const QString suggested = tr("%1 checked.xlsx").arg(QFileInfo(plan->fileName).completeBaseName());
  const QString path = session().dialogs().saveFile(this, tr("Save the marked sheet"), suggested,
                                                    tr("Workbooks (%1)").arg(QStringLiteral("*.xlsx")));
  if (!path.isEmpty())
    draft().save(path);
}

} // namespace xueji
