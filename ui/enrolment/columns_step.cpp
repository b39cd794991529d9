#include "columns_step.h"

#include "classes_panel.h"
#include "column_delegate.h"
#include "columns_model.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/theme.h"
#include "ui/words/sheet_words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace xueji {

ColumnsStep::ColumnsStep(Session& session, ImportDraft& draft, QWidget* parent)
    : ImportStep(session, draft, parent), m_summary(new QLabel(this)),
      m_sheets(named(new QComboBox(this), "columnsSheet", tr("Sheet whose columns are shown"))),
      m_undecided(new Notice(this)), m_passed(new Notice(this)), m_unknown(new Notice(this)),
      m_missing(new Notice(this)), m_classes(new ClassesPanel(this)), m_model(new ColumnsModel(session.fields(), this)),
      m_table(named(new QTableView(this), "columns", tr("Columns of the file"))) {
  setObjectName(QStringLiteral("columnsStep"));
  m_summary->setWordWrap(true);
  m_summary->setObjectName(QStringLiteral("columnsSummary"));
  m_undecided->setObjectName(QStringLiteral("undecidedColumns"));
  m_passed->setObjectName(QStringLiteral("passedSheets"));
  m_unknown->setObjectName(QStringLiteral("unknownColumns"));
  m_missing->setObjectName(QStringLiteral("missingColumns"));
  makeTable();
  layOut();
  connect(m_classes, &ClassesPanel::wanted, this,
          [this](bool make, const std::optional<SeenPaper>& protocol) { this->draft().setClasses(make, protocol); });
  connect(m_sheets, &QComboBox::activated, this, [this] { refresh(); });
  // Queued: the cell is still being edited, and the table is filled anew.
  connect(
      m_model, &ColumnsModel::chosen, this,
      [this](int column, const QString& item) {
        if (const qsizetype sheet = m_sheets->currentData().toLongLong(); this->draft().chosenSheets().contains(sheet))
          this->draft().setColumn(sheet, column, item);
      },
      Qt::QueuedConnection);
}

void ColumnsStep::makeTable() {
  m_table->setModel(m_model);
  m_table->setItemDelegateForColumn(ColumnsModel::Item, new ColumnDelegate(m_model->choices(), this));
  makePlain(m_table);
  m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  m_table->setColumnWidth(ColumnsModel::Letter, 64);
  m_table->setColumnWidth(ColumnsModel::Header, 320);
  m_table->setColumnWidth(ColumnsModel::Item, 260);
  m_table->horizontalHeader()->setSectionResizeMode(ColumnsModel::State, QHeaderView::Stretch);
  m_table->setToolTip(tr("Click an item, or press F2, to choose another one or leave the column out"));
  const auto edit = [this](const QModelIndex& index) { m_table->edit(index.siblingAtColumn(ColumnsModel::Item)); };
  connect(m_table, &QTableView::activated, this, edit);
  connect(m_table, &QTableView::clicked, this, [edit](const QModelIndex& index) {
    if (index.column() == ColumnsModel::Item)
      edit(index);
  });
}

void ColumnsStep::layOut() {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_summary);
  layout->addWidget(m_undecided);
  layout->addWidget(m_passed);
  layout->addWidget(m_unknown);
  layout->addWidget(m_missing);
  layout->addWidget(m_classes);
  layout->addWidget(m_sheets, 0, Qt::AlignLeft);
  layout->addWidget(m_table, 1);
}

QString ColumnsStep::joined(const QStringList& texts) const {
  constexpr qsizetype kMost = 12;
  const bool isChinese = session().language() == Language::Chinese;
  const QString separator = isChinese ? QStringLiteral("、") : QStringLiteral(", ");
  const QString shown = texts.mid(0, kMost).join(separator);
  return texts.size() <= kMost ? shown : tr("%1 and others, %2 in all").arg(shown).arg(texts.size());
}

QString ColumnsStep::summary(const ColumnMapping& columns) const {
  const ImportPlan* plan = draft().plan();
  QStringList names;
  for (const qsizetype i : draft().chosenSheets())
    if (const QString name = draft().file()->sheets[i].name; !name.isEmpty())
      names << name;
  const QString file = QFileInfo(draft().path()).fileName();
  const QString place = names.isEmpty() ? file : QStringLiteral("%1 · %2").arg(file, joined(names));
  const QString line = QString::number(columns.headerLine + 1);
  const QString taken = QString::number(m_model->taken());
  return plan ? tr("%1: headers stand in line %2; %3 columns are taken over, %4 rows follow.")
                    .arg(place, line, taken, QString::number(plan->rows.size()))
              : tr("%1: headers stand in line %2; %3 columns are taken over.").arg(place, line, taken);
}

void ColumnsStep::showSheets(const QList<qsizetype>& chosen) {
  const QVariant shown = m_sheets->currentData();
  m_sheets->clear();
  for (const qsizetype i : chosen) {
    const auto fault = draft().looks()[i].reading.fault;
    const QString name = draft().file()->sheets[i].name;
    m_sheets->addItem(fault ? tr("%1 (to be chosen)").arg(name) : name, i);
  }
  m_sheets->setVisible(chosen.size() > 1);
  m_sheets->setCurrentIndex(std::max(0, m_sheets->findData(shown)));
}

void ColumnsStep::showColumns(qsizetype sheet) {
  const QModelIndex current = m_table->currentIndex();
  const ColumnMapping& columns = draft().looks()[sheet].reading.columns;
  m_model->setMapping(columns);
  const int row = current.isValid() ? current.row() : std::max(0, m_model->firstDoubt());
  m_table->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), ColumnsModel::Item));
  m_summary->setText(summary(columns));
  const auto fault = draft().faultOfColumns();
  m_undecided->showProblem(
      !fault ? QString()
      : fault->code == ErrorCode::HeaderMissing
          ? tr("Columns that an import needs were not recognised: %1. Choose them in the list.").arg(fault->args.last())
          : tr("Several columns could be %1: %2. Choose in the list what each of them is.")
                .arg(fault->args.first(), fault->args.last()));
  QStringList passed;
  for (const PassedSheet& one : passedOver(*draft().file(), draft().looks(), draft().chosenSheets()))
    passed << tr("%1 (%2)").arg(one.name, wordForPassedSheet(toKey(one.why)));
  m_passed->showHint(passed.isEmpty() ? QString() : tr("Sheets that are not imported: %1.").arg(joined(passed)));
  m_unknown->showHint(m_model->unknown().isEmpty()
                          ? QString()
                          : tr("Unknown columns, not taken over: %1. If one of them holds an item of the record, "
                               "choose the item in the list.")
                                .arg(joined(m_model->unknown())));
  m_missing->showHint(m_model->missing().isEmpty()
                          ? QString()
                          : tr("Items that must be filled and have no column: %1.").arg(joined(m_model->missing())));
}

void ColumnsStep::refresh() {
  const QList<qsizetype> chosen = draft().chosenSheets();
  if (chosen.isEmpty())
    return;
  showSheets(chosen);
  m_classes->setVisible(draft().plan());
  if (const ImportPlan* plan = draft().plan())
    m_classes->setPlan(*plan, session().store().school().system);
  showColumns(m_sheets->currentData().toLongLong());
}

QWidget* ColumnsStep::firstField() const {
  return m_table;
}

QList<QWidget*> ColumnsStep::panes() const {
  return m_classes->panes() + QList<QWidget*>{m_sheets, m_table};
}

} // namespace xueji
