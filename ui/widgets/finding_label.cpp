#include "ui/widgets/finding_label.h"

#include "rules/rule_book.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/words/severity_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace xueji {

FindingLabel::FindingLabel(const Finding& finding, const RuleBook& rules, Language language, QWidget* parent)
    : QWidget(parent), m_finding(finding), m_remedy(rules.remedy(finding, language)), m_remedyLabel(new QLabel(this)),
      m_citation(new QLabel(this)) {
  setFocusPolicy(Qt::TabFocus);
  const Tones tones = tonesOf(palette());
  const QString colour = (finding.severity == Severity::Refuse ? tones.refuse : tones.proof).name();
  const QString sentence = rules.sentence(finding, language);
  const QString citation = rules.citation(finding, language);
  named(this, "finding", severityWord(finding.severity) + QStringLiteral(": ") + sentence);
  setAccessibleDescription(m_remedy + QLatin1Char(' ') + citation);

  auto* sign = new QLabel(this);
  sign->setPixmap(icon(toKey(finding.severity)).pixmap(16, 16));
  auto* text = new QLabel(this);
  text->setObjectName(QStringLiteral("sentence"));
  text->setTextFormat(Qt::RichText);
  text->setWordWrap(true);
  const QString id = finding.rule.isEmpty() ? QString() : QLatin1Char(' ') + finding.rule;
  text->setText(QStringLiteral("<span style='color:%1; font-weight:600'>%2%3</span>&nbsp; %4")
                    .arg(colour, severityWord(finding.severity).toHtmlEscaped(), id, sentence.toHtmlEscaped()));
  setToolTip(citation);

  m_remedyLabel->setObjectName(QStringLiteral("remedy"));
  m_remedyLabel->setWordWrap(true);
  m_remedyLabel->setText(m_remedy);
  m_remedyLabel->setVisible(!m_remedy.isEmpty());
  m_remedyLabel->setStyleSheet(QStringLiteral("color: %1").arg(tones.faint.name()));
  connect(m_remedyLabel, &QLabel::linkActivated, this, [this] { emit remedyWanted(m_finding); });
  m_citation->setObjectName(QStringLiteral("citation"));
  m_citation->setWordWrap(true);
  m_citation->setText(citation);
  m_citation->setStyleSheet(QStringLiteral("color: %1").arg(tones.faint.name()));
  m_citation->hide();

  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(text);
  words->addWidget(m_remedyLabel);
  words->addWidget(m_citation);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(sign, 0, Qt::AlignTop);
  layout->addLayout(words, 1);
}

void FindingLabel::offerRemedy(const QString& linkWord) {
  const QString word = linkWord.isEmpty() ? m_remedy : linkWord;
  if (word.isEmpty())
    return;
  m_remedyLabel->setTextFormat(Qt::RichText);
  m_remedyLabel->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  m_remedyLabel->setText(QStringLiteral("<a href='remedy'>%1</a>").arg(word.toHtmlEscaped()));
  m_remedyLabel->show();
}

void FindingLabel::showCitation(bool shown) {
  m_citation->setVisible(shown && !m_citation->text().isEmpty());
}

void FindingLabel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F1)
    showCitation(m_citation->isHidden());
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
