#include "file_step.h"

#include "batches_model.h"
#include "sheet_choice.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace xueji {

FileStep::FileStep(Session& session, ImportDraft& draft, QWidget* parent) : ImportStep(session, draft, parent) {
  setObjectName(QStringLiteral("fileStep"));
  setAcceptDrops(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(makeFilePart());
  layout->addWidget(new SectionTitle(tr("Earlier imports"), this));
  layout->addWidget(makeBatchPart(), 1);
  refresh();
}

QWidget* FileStep::makeFilePart() {
  auto* part = new QWidget(this);
  m_choose = named(new QPushButton(icon(QStringLiteral("file")), tr("Choose a file…"), part), "chooseFile",
                   tr("Choose the roster to import"));
  m_choose->setShortcut(QKeySequence(QStringLiteral("Ctrl+O")));
  m_choose->setToolTip(tr("Choose the roster to import (Ctrl+O)"));
  m_path = new QLabel(part);
  m_path->setObjectName(QStringLiteral("filePath"));
  m_facts = new QLabel(part);
  m_facts->setObjectName(QStringLiteral("fileFacts"));
  m_facts->setWordWrap(true);
  m_facts->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name()));
  m_sheets = new SheetChoice(part);
  m_whole = named(new QCheckBox(tr("A whole school: each row by its own grade and month of entry"), part),
                  "wholeSchool", tr("The file holds a whole school"));
  m_whole->setToolTip(tr("Cohort, stage and first day come from each row; numbers that it brings are kept"));
  m_year = named(new QSpinBox(part), "entryYear", tr("Entry year"));
  m_year->setRange(1949, 2999);
  m_year->setFixedWidth(140);
  m_year->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_effective = named(new DateEdit(part), "effective", tr("Takes effect on"));
  m_effective->setFixedWidth(140);
  m_effective->setToolTip(tr("1 September of the entry year unless another day is given"));

  auto* file = new QHBoxLayout;
  file->setSpacing(2 * kGrid);
  file->addWidget(m_choose);
  file->addWidget(m_path, 1);
  auto* form = m_form = new QFormLayout(part);
  form->setContentsMargins(0, 0, 0, 0);
  form->setVerticalSpacing(kGrid);
  form->setHorizontalSpacing(2 * kGrid);
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  form->addRow(tr("Roster"), file);
  form->addRow(QString(), m_facts);
  form->addRow(QString(), m_sheets);
  form->addRow(QString(), m_whole);
  form->addRow(tr("Entry year"), m_year);
  form->addRow(tr("Takes effect on"), m_effective);

  connect(m_choose, &QPushButton::clicked, this, &FileStep::chooseFile);
  connect(m_sheets, &SheetChoice::chosen, this, [this](const QStringList& names) { draft().setSheets(names); });
  connect(m_whole, &QCheckBox::toggled, this,
          [this](bool whole) { draft().setEntryYear(whole ? 0 : usualEntryYear(session().clock().today())); });
  connect(m_year, &QSpinBox::valueChanged, this, [this](int year) { draft().setEntryYear(year); });
  connect(m_effective, &DateEdit::valueChanged, this, [this] {
    if (const auto day = m_effective->date())
      draft().setEffective(*day);
  });
  return part;
}

QWidget* FileStep::makeBatchPart() {
  auto* part = new QWidget(this);
  m_batches = new BatchesModel(this);
  m_table = named(new QTableView(part), "batches", tr("Earlier imports"));
  m_table->setModel(m_batches);
  makePlain(m_table);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->horizontalHeader()->setSectionResizeMode(BatchesModel::File, QHeaderView::Stretch);
  m_table->setColumnWidth(BatchesModel::Made, 150);
  m_table->setColumnWidth(BatchesModel::Maker, 120);
  m_table->setColumnWidth(BatchesModel::Count, 80);
  m_table->setColumnWidth(BatchesModel::State, 260);
  m_none = new QLabel(tr("Nothing was imported yet. What is imported stands here and can be undone as a whole."), part);
  m_none->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name()));
  m_none->setWordWrap(true);
  m_undo = named(new QPushButton(icon(QStringLiteral("undo")), tr("Undo the whole import…"), part), "undoBatch",
                 tr("Undo the chosen import"));
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_none);
  layout->addWidget(m_table, 1);
  layout->addWidget(m_undo, 0, Qt::AlignLeft);
  layout->addStretch();
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FileStep::showUndoState);
  connect(m_undo, &QPushButton::clicked, this,
          [this] { emit undoWanted(m_batches->batch(m_table->currentIndex().row()).id); });
  return part;
}

void FileStep::showUndoState() {
  const QModelIndex index = m_table->currentIndex();
  const bool chosen = index.isValid() && m_table->selectionModel()->hasSelection();
  m_undo->setEnabled(chosen && m_batches->batch(index.row()).undone.isNull() &&
                     session().store().may(Capability::Enrol));
}

QString FileStep::factsOfFile() const {
  const SheetFile* file = draft().file();
  if (!file)
    return tr("xlsx, xls, ods or csv; any order of columns, titles and notes above them. A file can also be dropped "
              "here. Nothing is changed before the last step.");
  QStringList facts{tr("Format %1").arg(file->format)};
  if (!file->encoding.isEmpty())
    facts << (file->encodingCertain ? tr("encoding %1").arg(file->encoding)
                                    : tr("encoding %1 (guessed)").arg(file->encoding));
  if (!file->separator.isNull())
    facts << (file->separator == QLatin1Char('\t')  ? tr("separated by tabs")
              : file->separator == QLatin1Char(';') ? tr("separated by semicolons")
                                                    : tr("separated by commas"));
  for (const Sheet& sheet : file->sheets)
    facts << (sheet.name.isEmpty() ? tr("%1 lines").arg(sheet.rows.size())
                                   : tr("sheet “%1”: %2 lines").arg(sheet.name).arg(sheet.rows.size()));
  return facts.join(QStringLiteral(" · "));
}

void FileStep::refresh() {
  m_path->setText(draft().path().isEmpty() ? tr("No file chosen yet") : QFileInfo(draft().path()).fileName());
  m_path->setToolTip(draft().path());
  m_facts->setText(factsOfFile());
  m_sheets->setFile(draft().file(), draft().looks(), draft().options().sheets);
  if (m_sheets->isUndecided())
    m_facts->setText(m_facts->text() + QLatin1Char('\n') +
                     tr("Several sheets hold a roster: tick those that are to be imported."));
  const bool isWhole = draft().options().isWholeSchool();
  const QSignalBlocker quietWhole(m_whole);
  m_whole->setChecked(isWhole);
  const QSignalBlocker quietYear(m_year);
  m_form->setRowVisible(m_year, !isWhole);
  if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(m_effective)))
    label->setText(isWhole ? tr("Day of the list") : tr("Takes effect on"));
  if (!isWhole)
    m_year->setValue(draft().options().entryYear);
  if (!m_effective->hasFocus())
    m_effective->setDate(draft().options().effective);
  m_batches->load(session().office());
  m_table->setVisible(m_batches->rowCount() > 0);
  m_undo->setVisible(m_batches->rowCount() > 0);
  m_none->setVisible(m_batches->rowCount() == 0);
  showUndoState();
}

bool FileStep::mayGoOn() const {
  return draft().file() != nullptr && !m_sheets->isUndecided();
}

QWidget* FileStep::firstField() const {
  return m_choose;
}

QList<QWidget*> FileStep::panes() const {
  return {m_choose, m_sheets, m_table};
}

void FileStep::chooseFile() {
  const QString path =
      session().dialogs().openFile(this, tr("Choose the roster to import"),
                                   tr("Rosters (%1)").arg(QStringLiteral("*.xlsx *.xls *.ods *.csv *.txt")) +
                                       QStringLiteral(";;") + tr("All files (%1)").arg(QStringLiteral("*")));
  if (!path.isEmpty())
    draft().read(path);
}

void FileStep::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.first().isLocalFile())
    event->acceptProposedAction();
}

void FileStep::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  draft().read(event->mimeData()->urls().first().toLocalFile());
}

} // namespace xueji
