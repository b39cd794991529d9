#include "ui/widgets/finding_list.h"

#include "ui/widgets/finding_label.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace xueji {

FindingList::FindingList(const RuleBook& rules, Language language, QWidget* parent)
    : QWidget(parent), m_rules(rules), m_language(language), m_layout(new QVBoxLayout(this)) {
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kGrid / 2);
  named(this, "findings", tr("Findings"));
  hide();
}

void FindingList::setFindings(const Findings& findings) {
  if (findings == m_findings)
    return;
  m_findings = findings;
  while (QLayoutItem* item = m_layout->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  for (const Finding& finding : findings) {
    auto* label = new FindingLabel(finding, m_rules, m_language, this);
    if (m_offered)
      label->offerRemedy();
    connect(label, &FindingLabel::remedyWanted, this, &FindingList::remedyWanted);
    m_layout->addWidget(label);
  }
  setVisible(!findings.isEmpty());
}

} // namespace xueji
