#include "numbers_model.h"

#include "domain/masking.h"
#include "ui/widgets/icons.h"

#include <QSet>

namespace xueji {

NumbersModel::NumbersModel(const RuleBook& rules, Language language, QObject* parent)
    : QAbstractTableModel(parent), m_rules(rules), m_language(language) {}

void NumbersModel::setPlan(const NumberPlan* plan) {
  beginResetModel();
  m_lines.clear();
  if (plan) {
    QHash<QPair<int, int>, QStringList> said;
    for (const ImportFinding& found : plan->findings)
      said[{found.sheet, found.row}] << m_rules.sentence(found.finding, m_language);
    QSet<QPair<int, int>> rows;
    for (const NumberRow& row : plan->rows)
      rows.insert({row.sheet, row.sheetRow});
    // What is said of lines that are no children, and of columns.
    for (const ImportFinding& found : plan->findings)
      if (!rows.contains({found.sheet, found.row}))
        m_lines << Line{placeIn(plan->sheets, found.sheet, found.row), {},          {}, {},
                        m_rules.sentence(found.finding, m_language),   std::nullopt};
    for (const NumberRow& row : plan->rows) {
      const QStringList sentences = said.value({row.sheet, row.sheetRow});
      QString state = row.verdict == NumberRow::Verdict::Issued ? tr("to be recorded")
                      : row.verdict == NumberRow::Verdict::Same ? tr("in the record already")
                                                                : QString();
      if (!sentences.isEmpty())
        state += (state.isEmpty() ? QString() : QStringLiteral(" · ")) + sentences.join(QLatin1Char(' '));
      m_lines << Line{placeIn(plan->sheets, row.sheet, row.sheetRow),
                      row.name,
                      maskedStudentNumber(row.before),
                      maskedStudentNumber(row.number),
                      state,
                      row.verdict};
    }
  }
  endResetModel();
}

int NumbersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int NumbersModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QVariant NumbersModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Line& line = m_lines[index.row()];
  if (role == Qt::DecorationRole && index.column() == State)
    return icon(!line.verdict                                  ? QStringLiteral("warn")
                : *line.verdict == NumberRow::Verdict::Refused ? QStringLiteral("refuse")
                                                               : QStringLiteral("good"));
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
    return {};
  switch (index.column()) {
  case Place:
    return line.place;
  case Name:
    return line.name;
  case Before:
    return line.before;
  case Number:
    return line.number;
  case State:
    return line.state;
  default:
    return {};
  }
}

QVariant NumbersModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case Place:
    return tr("Row");
  case Name:
    return tr("Name");
  case Before:
    return tr("Number in the record");
  case Number:
    return tr("Number in the list");
  case State:
    return tr("What becomes of it");
  default:
    return {};
  }
}

} // namespace xueji
