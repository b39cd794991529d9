#include "ui/records/placement_panel.h"

#include "rules/rule_book.h"
#include "ui/widgets/paper_fields.h"
#include "ui/widgets/theme.h"

#include <QComboBox>

namespace xueji {

PlacementPanel::PlacementPanel(const RuleBook& rules, Language language, QWidget* parent)
    : ActPanel(parent), m_rules(rules), m_language(language),
      m_class(named(new QComboBox(this), "placementClass", tr("Class"))) {
  m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  compose(QStringLiteral("placement"),
          {tr("Class"), tr("Class"), tr("From"), tr("Why (may stay empty)"), tr("Enter the class")}, m_class, rules,
          language);
  m_paper = new PaperFields(QStringLiteral("placementPaper"), this);
  m_paper->hide();
  addBelow(m_paper);
}

void PlacementPanel::begin(const QList<Choice>& choices, qint64 present, const QDate& today) {
  m_class->clear();
  for (const Choice& choice : choices) {
    if (choice.id != present)
      m_class->addItem(choice.id == 0 ? choice.title : tr("%1 (%2 children)").arg(choice.title).arg(choice.children),
                       choice.id);
  }
  m_paper->clear();
  m_paperKind.clear();
  m_paper->hide();
  ActPanel::begin(today, m_class->count() == 0 ? tr("There is no class of this stage and cohort yet.") : QString());
}

qint64 PlacementPanel::classId() const {
  return m_class->currentIndex() < 0 ? -1 : m_class->currentData().toLongLong();
}

std::optional<SeenPaper> PlacementPanel::paper() const {
  if (m_paperKind.isEmpty() || m_paper->isEmpty())
    return std::nullopt;
  SeenPaper paper = m_paper->paper();
  paper.kind = m_paperKind;
  return paper;
}

bool PlacementPanel::paperReadable() const {
  return m_paper->readable();
}

void PlacementPanel::refuse(const Findings& findings, const QString& sentence) {
  ActPanel::refuse(findings, sentence);
  for (const Finding& finding : findings) {
    const QStringList kinds = m_rules.demandOf(finding).kinds;
    if (finding.severity != Severity::Proof || kinds.isEmpty() || kinds.first() == m_paperKind)
      continue;
    m_paperKind = kinds.first();
    QList<std::pair<QString, QString>> levels;
    if (const PaperKind* kind = m_rules.paperKind(m_paperKind))
      for (const QString& level : kind->levels)
        levels.emplace_back(level, m_rules.levelName(level, m_language));
    m_paper->askFor(m_rules.proofName(m_paperKind, m_language), levels);
    m_paper->show();
    m_paper->setFocus(Qt::OtherFocusReason);
    return;
  }
}

} // namespace xueji
