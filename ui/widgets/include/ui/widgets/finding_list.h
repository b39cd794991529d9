#pragma once

#include "domain/finding.h"
#include "domain/language.h"

#include <QWidget>

class QVBoxLayout;

namespace xueji {

class RuleBook;

/// The findings under a field or of a page, one below the other; takes no room when there is none.
class FindingList : public QWidget {
  Q_OBJECT

public:
  FindingList(const RuleBook& rules, Language language, QWidget* parent = nullptr);
  void setFindings(const Findings& findings);
  const Findings& findings() const { return m_findings; }

private:
  const RuleBook& m_rules;
  Language m_language;
  Findings m_findings;
  QVBoxLayout* m_layout;
};

} // namespace xueji
