#include "proof_model.h"

#include <QSet>

namespace xueji {

bool isOf(const RowPaper& paper, const ImportPlan& plan, const ImportRow& row) {
  return isPaperOf(paper, plan.sheets[row.sheet].sheet.name, plan.sheets.size() == 1, row.sheetRow,
                   row.record.value(Field::IdDocumentNumber));
}

ProofModel::ProofModel(const RuleBook& rules, Language language, QObject* parent)
    : QAbstractTableModel(parent), m_rules(rules), m_language(language) {}

void ProofModel::add(const ImportPlan& plan, const ImportRow& row, const Finding& finding,
                     const QList<RowPaper>& given) {
  const RuleBook::Demand demand = m_rules.demandOf(finding);
  if (demand.kinds.isEmpty())
    return;
  Shown shown{{row.sheet, row.sheetRow, finding, demand.kinds, demand.all}, {}, {}, {}, {}};
  shown.place = plan.placeOf(row.sheet, row.sheetRow);
  shown.name = row.record.value(Field::Name);
  shown.why = m_rules.sentence(finding, m_language);
  QStringList texts;
  for (const RowPaper& paper : given)
    if (isOf(paper, plan, row) && demand.kinds.contains(paper.paper.kind))
      texts << QStringList{m_rules.proofName(paper.paper.kind, m_language), paper.paper.number}.join(u' ').trimmed();
  shown.given = texts.join(QStringLiteral("；"));
  m_lines << shown;
}

void ProofModel::setPlan(const ImportPlan* plan, const QList<RowPaper>& given) {
  beginResetModel();
  m_lines.clear();
  if (plan) {
    QHash<QPair<int, int>, Findings> asked;
    for (const ImportFinding& found : plan->findings)
      if (found.finding.severity == Severity::Proof)
        asked[{found.sheet, found.row}] << found.finding;
    for (const ImportRow& row : plan->rows)
      for (const Finding& finding : asked.value({row.sheet, row.sheetRow}) + row.met)
        add(*plan, row, finding, given);
  }
  endResetModel();
}

int ProofModel::rowsOfRoster() const {
  QSet<QPair<int, int>> rows;
  for (const Shown& shown : m_lines)
    rows.insert({shown.is.sheet, shown.is.row});
  return static_cast<int>(rows.size());
}

int ProofModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ProofModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProofModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
    return {};
  const Shown& shown = m_lines[index.row()];
  switch (index.column()) {
  case Place:
    return shown.place;
  case Name:
    return shown.name;
  case Why:
    return shown.why;
  case Given:
    return shown.given.isEmpty() && role == Qt::DisplayRole ? tr("none yet") : shown.given;
  default:
    return {};
  }
}

QVariant ProofModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Place:
    return tr("Row");
  case Name:
    return tr("Name");
  case Why:
    return tr("What needs proof");
  case Given:
    return tr("Papers given");
  default:
    return {};
  }
}

} // namespace xueji
