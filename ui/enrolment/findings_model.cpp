#include "findings_model.h"

#include "rules/rule_book.h"
#include "ui/widgets/icons.h"
#include "ui/words/repair_words.h"
#include "ui/words/severity_words.h"

#include <algorithm>

namespace xueji {

namespace {

/// The first kinds are the severities.
FindingsModel::Kind kindOf(Severity severity) {
  return static_cast<FindingsModel::Kind>(severity);
}
static_assert(static_cast<int>(FindingsModel::Kind::Warn) == static_cast<int>(Severity::Warn));

} // namespace

FindingsModel::FindingsModel(const RuleBook& rules, Language language, QObject* parent)
    : QAbstractTableModel(parent), m_rules(rules), m_language(language) {}

QString FindingsModel::wordOf(Kind kind) {
  return kind == Kind::Repair ? tr("Repaired") : severityWord(static_cast<Severity>(kind));
}

QString FindingsModel::iconOf(Kind kind) {
  return kind == Kind::Repair ? QStringLiteral("good") : toKey(static_cast<Severity>(kind));
}

void FindingsModel::setPlan(const ImportPlan* plan) {
  beginResetModel();
  m_lines.clear();
  if (plan) {
    for (const ImportFinding& found : plan->findings)
      m_lines.append({{found.sheet, found.row},
                      plan->placeOf(found.sheet, found.row),
                      found.column,
                      xueji::kindOf(found.finding.severity),
                      found.finding.rule,
                      m_rules.sentence(found.finding, m_language),
                      m_rules.citation(found.finding, m_language),
                      m_rules.remedy(found.finding, m_language)});
    for (const ImportRepair& repair : plan->repairs)
      m_lines.append({{repair.sheet, repair.row},
                      plan->placeOf(repair.sheet, repair.row),
                      repair.column,
                      Kind::Repair,
                      {},
                      sentenceForRepair(repair.kind),
                      {},
                      {}});
  }
  arrange();
  endResetModel();
}

void FindingsModel::setShown(Kind kind, bool shown) {
  if (isShown(kind) == shown)
    return;
  beginResetModel();
  m_shown[static_cast<int>(kind)] = shown;
  arrange();
  endResetModel();
}

int FindingsModel::count(Kind kind) const {
  return static_cast<int>(
      std::count_if(m_lines.begin(), m_lines.end(), [kind](const Line& l) { return l.kind == kind; }));
}

QString FindingsModel::wholeText(int row) const {
  const Line& line = m_lines[m_order[row]];
  QStringList parts{tr("Row %1").arg(line.place)};
  if (!line.column.isEmpty())
    parts << line.column;
  parts << wordOf(line.kind) + (line.rule.isEmpty() ? QString() : QLatin1Char(' ') + line.rule);
  QStringList texts{parts.join(QStringLiteral(" · ")), line.sentence};
  if (!line.remedy.isEmpty())
    texts << line.remedy;
  if (!line.article.isEmpty())
    texts << line.article;
  return texts.join(QLatin1Char('\n'));
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString FindingsModel::text(const Line& line, int column) const {
  switch (column) {
  case SheetRow:
    return line.place;
  case SheetColumn:
    return line.column.isEmpty() ? tr("whole row") : line.column;
  case Gravity:
    return wordOf(line.kind);
  case RuleId:
    return line.rule;
  case Sentence:
    return line.sentence;
  case Article:
    return line.article;
  case Remedy:
    return line.remedy;
  default:
    return {};
  }
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const Line& line = m_lines[m_order[index.row()]];
  switch (role) {
  case Qt::DisplayRole:
    return text(line, index.column());
  case Qt::ToolTipRole:
    return index.column() >= Sentence ? text(line, index.column()) : QString();
  case Qt::DecorationRole:
    return index.column() == Gravity ? QVariant(icon(iconOf(line.kind))) : QVariant();
  case Qt::TextAlignmentRole:
    return int(index.column() == SheetRow ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
  default:
    return {};
  }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
    return {};
  switch (section) {
  case SheetRow:
    return tr("Row");
  case SheetColumn:
    return tr("Column");
  case Gravity:
    return tr("Weight");
  case RuleId:
    return tr("Rule");
  case Sentence:
    return tr("What was found");
  case Article:
    return tr("Article");
  case Remedy:
    return tr("What makes it right");
  default:
    return {};
  }
}

bool FindingsModel::isBefore(const Line& a, const Line& b) const {
  switch (m_sortColumn) {
  case SheetRow:
    return a.at < b.at;
  case Gravity:
    return a.kind < b.kind;
  default:
    return text(a, m_sortColumn) < text(b, m_sortColumn);
  }
}

void FindingsModel::arrange() {
  m_order.clear();
  for (int i = 0; i < m_lines.size(); ++i)
    if (isShown(m_lines[i].kind))
      m_order.append(i);
  // By row first, so that equal lines of the column asked for stand in the order of the sheet.
  std::stable_sort(m_order.begin(), m_order.end(), [this](int a, int b) { return m_lines[a].at < m_lines[b].at; });
  std::stable_sort(m_order.begin(), m_order.end(), [this](int a, int b) {
    return m_sortOrder == Qt::AscendingOrder ? isBefore(m_lines[a], m_lines[b]) : isBefore(m_lines[b], m_lines[a]);
  });
}

void FindingsModel::sort(int column, Qt::SortOrder order) {
  if (column < 0)
    return;
  beginResetModel();
  m_sortColumn = column;
  m_sortOrder = order;
  arrange();
  endResetModel();
}

} // namespace xueji
