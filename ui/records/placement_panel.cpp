#include "placement_panel.h"

#include "rules/rule_book.h"
#include "ui/widgets/paper_fields.h"
#include "ui/widgets/theme.h"

#include <QComboBox>

#include <algorithm>

namespace xueji {

PlacementPanel::PlacementPanel(const RuleBook& rules, Language language, QWidget* parent)
    : ActPanel(parent), m_rules(rules), m_language(language),
      m_class(named(new QComboBox(this), "placementClass", tr("Class"))) {
  m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  compose(QStringLiteral("placement"),
          {tr("Class"), tr("Class"), tr("From"), tr("Why (may stay empty)"), tr("Enter the class")}, m_class, rules,
          language);
  connect(m_class, &QComboBox::currentIndexChanged, this, &PlacementPanel::proposeDay);
}

void PlacementPanel::begin(const QList<Choice>& choices, qint64 present, const QDate& day) {
  m_day = day;
  m_class->clear();
  for (const Choice& choice : choices) {
    if (choice.id == present)
      continue;
    const QString text = choice.id == 0 ? choice.title
                         : choice.opens.isNull()
                             ? tr("%1 (%2 children)").arg(choice.title).arg(choice.children)
                             : tr("%1 (from %2)").arg(choice.title, choice.opens.toString(Qt::ISODate));
    m_class->addItem(text, choice.id);
    m_class->setItemData(m_class->count() - 1, choice.opens, Qt::UserRole + 1);
  }
  forgetPapers();
  ActPanel::begin(day, m_class->count() == 0 ? tr("There is no class of this stage and cohort yet.") : QString());
  proposeDay();
}

/// The day proposed, or the first one of a class that opens later.
void PlacementPanel::proposeDay() {
  const QDate opens = m_class->currentData(Qt::UserRole + 1).toDate();
  setEffective(opens.isValid() ? std::max(opens, m_day) : m_day);
}

qint64 PlacementPanel::classId() const {
  return m_class->currentIndex() < 0 ? -1 : m_class->currentData().toLongLong();
}

QList<SeenPaper> PlacementPanel::papers() const {
  QList<SeenPaper> papers;
  for (const Asked& asked : m_papers) {
    if (asked.fields->isEmpty())
      continue;
    SeenPaper paper = asked.fields->paper();
    paper.kind = asked.kind;
    papers << paper;
  }
  return papers;
}

bool PlacementPanel::papersReadable() const {
  return std::all_of(m_papers.begin(), m_papers.end(), [](const Asked& asked) { return asked.fields->readable(); });
}

void PlacementPanel::forgetPapers() {
  for (const Asked& asked : std::as_const(m_papers))
    delete asked.fields;
  m_papers.clear();
}

void PlacementPanel::askFor(const QString& kind) {
  QList<std::pair<QString, QString>> levels;
  if (const PaperKind* known = m_rules.paperKind(kind))
    for (const QString& level : known->levels)
      levels.emplace_back(level, m_rules.levelName(level, m_language));
  // The first one keeps the short name: most acts need one paper.
  const QString name =
      QStringLiteral("placementPaper") + (m_papers.isEmpty() ? QString() : QString::number(m_papers.size() + 1));
  auto* fields = new PaperFields(name, this);
  fields->askFor(m_rules.proofName(kind, m_language), levels);
  addBelow(fields);
  fields->show();
  m_papers << Asked{kind, fields};
}

void PlacementPanel::refuse(const Findings& findings, const QString& sentence) {
  ActPanel::refuse(findings, sentence);
  const qsizetype before = m_papers.size();
  for (const Finding& finding : findings) {
    const QStringList kinds = m_rules.demandOf(finding).kinds;
    const bool asked =
        std::any_of(m_papers.begin(), m_papers.end(), [&](const Asked& one) { return kinds.contains(one.kind); });
    if (finding.severity == Severity::Proof && !kinds.isEmpty() && !asked)
      askFor(kinds.first());
  }
  if (m_papers.size() > before) // the first of those that are new
    m_papers[before].fields->setFocus(Qt::OtherFocusReason);
}

} // namespace xueji
