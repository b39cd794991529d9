#include "proof_step.h"

#include "exchange/sheet_reader.h"
#include "proof_model.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/paper_fields.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace xueji {

ProofStep::ProofStep(Session& session, ImportDraft& draft, QWidget* parent)
    : ImportStep(session, draft, parent), m_summary(new QLabel(this)), m_faults(new Notice(this)),
      m_model(new ProofModel(session.rules(), session.language(), this)) {
  setObjectName(QStringLiteral("proofStep"));
  m_summary->setObjectName(QStringLiteral("proofSummary"));
  m_summary->setWordWrap(true);
  m_faults->setObjectName(QStringLiteral("paperFaults"));
  m_read = named(new QPushButton(icon(QStringLiteral("file")), tr("Read a list of papers…"), this), "readPapers",
                 tr("Read a list of papers from a file"));
  m_drop = named(new QPushButton(tr("Take the list away"), this), "dropPapers", tr("Take the list of papers away"));
  connect(m_read, &QPushButton::clicked, this, &ProofStep::readList);
  connect(m_drop, &QPushButton::clicked, this, &ProofStep::dropList);
  auto* top = new QHBoxLayout;
  top->setSpacing(kGrid);
  top->addWidget(m_summary, 1);
  top->addWidget(m_drop, 0, Qt::AlignTop);
  top->addWidget(m_read, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addLayout(top);
  layout->addWidget(m_faults);
  layout->addWidget(makeTable(), 1);
  layout->addWidget(makeForm());
}

QWidget* ProofStep::makeTable() {
  m_table = named(new QTableView(this), "proofs", tr("Rows that need proof"));
  m_table->setModel(m_model);
  makePlain(m_table);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setWordWrap(false);
  m_table->setColumnWidth(ProofModel::Place, 90);
  m_table->setColumnWidth(ProofModel::Name, 120);
  m_table->setColumnWidth(ProofModel::Given, 260);
  m_table->horizontalHeader()->setSectionResizeMode(ProofModel::Why, QHeaderView::Stretch);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProofStep::showCurrent);
  return m_table;
}

QWidget* ProofStep::makeForm() {
  m_form = new QWidget(this);
  m_whole = new QLabel(m_form);
  m_whole->setObjectName(QStringLiteral("proofWhole"));
  m_whole->setWordWrap(true);
  m_kind = named(new QComboBox(m_form), "proofKind", tr("Which paper it is"));
  m_fields = new PaperFields(QStringLiteral("proof"), m_form);
  m_add = named(new QPushButton(icon(QStringLiteral("add")), tr("Add this paper"), m_form), "addProof",
                tr("Add this paper to the row"));
  m_remove = named(new QPushButton(tr("Take the papers of the row away"), m_form), "removeProof",
                   tr("Take the papers of the row away"));
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGrid);
  buttons->addWidget(m_add);
  buttons->addWidget(m_remove);
  buttons->addStretch();
  auto* layout = new QVBoxLayout(m_form);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_whole);
  layout->addWidget(m_kind, 0, Qt::AlignLeft);
  layout->addWidget(m_fields);
  layout->addLayout(buttons);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &ProofStep::askForKind);
  connect(m_fields, &PaperFields::changed, this,
          [this] { m_add->setEnabled(!m_fields->isEmpty() && m_fields->readable()); });
  connect(m_add, &QPushButton::clicked, this, &ProofStep::addPaper);
  connect(m_remove, &QPushButton::clicked, this, &ProofStep::removePapers);
  return m_form;
}

void ProofStep::showCurrent() {
  const QModelIndex index = m_table->currentIndex();
  m_form->setVisible(index.isValid());
  if (!index.isValid())
    return;
  const ProofModel::Line& line = m_model->line(index.row());
  m_whole->setText(
      m_model->index(index.row(), ProofModel::Why).data().toString() + QLatin1Char('\n') +
      session().rules().remedy(line.finding, session().language()) +
      (line.takesAll && line.kinds.size() > 1 ? QLatin1Char('\n') + tr("All of these papers are needed.") : QString()));
  m_kind->clear();
  for (const QString& kind : line.kinds)
    m_kind->addItem(session().rules().proofName(kind, session().language()), kind);
  m_remove->setEnabled(!m_model->index(index.row(), ProofModel::Given).data(Qt::ToolTipRole).toString().isEmpty());
  askForKind();
}

void ProofStep::askForKind() {
  QList<std::pair<QString, QString>> levels;
  if (const PaperKind* kind = session().rules().paperKind(m_kind->currentData().toString()))
    for (const QString& level : kind->levels)
      levels.emplace_back(level, session().rules().levelName(level, session().language()));
  m_fields->askFor({}, levels); // what is typed stays: it is of the paper, not of the row
  m_add->setEnabled(!m_fields->isEmpty() && m_fields->readable());
}

void ProofStep::addPaper() {
  const ImportPlan* plan = draft().plan();
  if (!plan || !m_table->currentIndex().isValid() || m_kind->currentIndex() < 0)
    return;
  const ProofModel::Line& line = m_model->line(m_table->currentIndex().row());
  RowPaper paper{plan->sheets[line.sheet].sheet.name, line.row, {}, m_fields->paper(), {}, 0};
  paper.paper.kind = m_kind->currentData().toString();
  RowPapers papers = draft().options().papers;
  papers.papers << paper;
  m_fields->clear();
  draft().setPapers(papers);
}

void ProofStep::removePapers() {
  const ImportPlan* plan = draft().plan();
  if (!plan || !m_table->currentIndex().isValid())
    return;
  const ProofModel::Line& line = m_model->line(m_table->currentIndex().row());
  const auto row = std::find_if(plan->rows.begin(), plan->rows.end(), [&](const ImportRow& one) {
    return one.sheet == line.sheet && one.sheetRow == line.row;
  });
  if (row == plan->rows.end())
    return;
  RowPapers papers = draft().options().papers;
  papers.papers.removeIf(
      [&](const RowPaper& paper) { return line.kinds.contains(paper.paper.kind) && isOf(paper, *plan, *row); });
  draft().setPapers(papers);
}

QString ProofStep::sentencesOf(const QList<PaperFault>& faults) const {
  constexpr qsizetype kMost = 6;
  QStringList lines;
  for (const PaperFault& fault : faults.mid(0, kMost)) {
    const QString sentence = session().rules().sentence(fault.finding, session().language());
    lines << (fault.line > 0 ? tr("Line %1 of the list: %2").arg(QString::number(fault.line), sentence) : sentence);
  }
  if (faults.size() > kMost)
    lines << tr("and %1 lines more").arg(faults.size() - kMost);
  return lines.join(QLatin1Char('\n'));
}

void ProofStep::readList() {
  const QString path =
      session().dialogs().openFile(this, tr("Read a list of papers"),
                                   tr("Lists (%1)").arg(QStringLiteral("*.csv *.xlsx *.xls *.ods")) +
                                       QStringLiteral(";;") + tr("All files (%1)").arg(QStringLiteral("*")));
  if (path.isEmpty())
    return;
  const auto file = readSheetFile(path);
  const auto read = file ? readRowPapers(*file, session().rules(), session().fields())
                         : Result<RowPapers>(std::unexpected(file.error()));
  if (!read) {
    m_faults->showProblem(sentenceFor(read.error()));
    return;
  }
  if (!read->faults.isEmpty()) { // nothing of a list that is not right
    m_faults->showProblem(sentencesOf(read->faults));
    return;
  }
  // A list that is read anew stands in place of the one before.
  RowPapers papers = draft().options().papers;
  papers.papers.removeIf([](const RowPaper& paper) { return paper.line > 0; });
  papers.papers << read->papers;
  draft().setPapers(papers);
}

void ProofStep::dropList() {
  RowPapers papers = draft().options().papers;
  papers.papers.removeIf([](const RowPaper& paper) { return paper.line > 0; });
  draft().setPapers(papers);
}

void ProofStep::takeTyped() {
  if (m_add->isEnabled())
    addPaper();
}

void ProofStep::refresh() {
  const ImportPlan* plan = draft().plan();
  const int row = std::max(0, m_table->currentIndex().row());
  m_model->setPlan(plan, draft().options().papers.papers);
  m_summary->setText(tr("%1 rows are taken over only with proof. Enter the papers that lie before you; rows without "
                        "them stay out.")
                         .arg(m_model->rowsOfRoster()));
  const QList<RowPaper>& given = draft().options().papers.papers;
  m_drop->setVisible(std::any_of(given.begin(), given.end(), [](const RowPaper& paper) { return paper.line > 0; }));
  m_faults->showProblem(plan ? sentencesOf(plan->paperFaults) : QString());
  if (m_model->rowCount() > 0)
    m_table->selectRow(std::min(row, m_model->rowCount() - 1));
  showCurrent();
  emit stateChanged();
}

QWidget* ProofStep::firstField() const {
  return m_table;
}

QList<QWidget*> ProofStep::panes() const {
  return {m_table, m_kind};
}

} // namespace xueji
