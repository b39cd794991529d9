#pragma once

#include "domain/finding.h"
#include "domain/language.h"

#include <QWidget>

class QLabel;

namespace xueji {

class RuleBook;

/// One finding: sign and word of its severity, the sentence; document and article as tooltip and on F1 or a click on
/// the rule's id; what would make it right, as a link where the owner can do it.
class FindingLabel : public QWidget {
  Q_OBJECT

public:
  FindingLabel(const Finding& finding, const RuleBook& rules, Language language, QWidget* parent = nullptr);

  const Finding& finding() const { return m_finding; }
  /// Turns the remedy into a link that emits remedyWanted().
  void offerRemedy(const QString& linkWord = {});
  void showCitation(bool shown);

signals:
  void remedyWanted(const Finding& finding);

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  Finding m_finding;
  QString m_remedy;
  QLabel* m_remedyLabel;
  QLabel* m_citation;
};

} // namespace xueji
