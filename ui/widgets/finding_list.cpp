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
  for (const Finding& finding : findings)
    m_layout->addWidget(new FindingLabel(finding, m_rules, m_language, this));

  setVisible(!findings.isEmpty());
}

} // namespace xueji
