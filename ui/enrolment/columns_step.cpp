#include "columns_step.h"

#include "classes_panel.h"
#include "columns_model.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace xueji {

ColumnsStep::ColumnsStep(Session& session, ImportDraft& draft, QWidget* parent)
    : ImportStep(session, draft, parent), m_summary(new QLabel(this)), m_unknown(new Notice(this)),
      m_missing(new Notice(this)), m_classes(new ClassesPanel(this)), m_model(new ColumnsModel(session.fields(), this)),
      m_table(named(new QTableView(this), "columns", tr("Columns of the file"))) {
  setObjectName(QStringLiteral("columnsStep"));
  m_summary->setWordWrap(true);
  m_summary->setObjectName(QStringLiteral("columnsSummary"));
  m_unknown->setObjectName(QStringLiteral("unknownColumns"));
  m_missing->setObjectName(QStringLiteral("missingColumns"));
  m_table->setModel(m_model);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(kTableRow);
  m_table->setColumnWidth(ColumnsModel::Letter, 64);
  m_table->setColumnWidth(ColumnsModel::Header, 320);
  m_table->setColumnWidth(ColumnsModel::Item, 260);
  m_table->horizontalHeader()->setSectionResizeMode(ColumnsModel::State, QHeaderView::Stretch);
  m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_summary);
  layout->addWidget(m_unknown);
  layout->addWidget(m_missing);
  layout->addWidget(m_classes);
  layout->addWidget(m_table, 1);
  connect(m_classes, &ClassesPanel::wanted, this,
          [this](bool make, const std::optional<SeenPaper>& protocol) { this->draft().setClasses(make, protocol); });
}

void ColumnsStep::refresh() {
  const ImportPlan* plan = draft().plan();
  if (!plan)
    return;
  m_model->setMapping(plan->columns);
  m_classes->setPlan(*plan, session().store().school().system);
  const QString place =
      plan->sheet.name.isEmpty() ? plan->fileName : QStringLiteral("%1 · %2").arg(plan->fileName, plan->sheet.name);
  m_summary->setText(tr("%1: headers stand in line %2; %3 columns are taken over, %4 rows follow.")
                         .arg(place)
                         .arg(plan->columns.headerLine + 1)
                         .arg(m_model->taken())
                         .arg(plan->rows.size()));
  const QString separator = session().language() == Language::Chinese ? QStringLiteral("、") : QStringLiteral(", ");
  m_unknown->showHint(m_model->unknown().isEmpty()
                          ? QString()
                          : tr("Unknown columns, not taken over: %1. If one of them holds an item of the record, give "
                               "it the header of the collection form.")
                                .arg(m_model->unknown().join(separator)));
  m_missing->showHint(
      m_model->missing().isEmpty()
          ? QString()
          : tr("Items that must be filled and have no column: %1.").arg(m_model->missing().join(separator)));
}

QWidget* ColumnsStep::firstField() const {
  return m_table;
}

QList<QWidget*> ColumnsStep::panes() const {
  return m_classes->panes() + QList<QWidget*>{m_table};
}

} // namespace xueji
