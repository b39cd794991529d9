#include "ui/records/number_panel.h"

#include "ui/widgets/date_edit.h"
#include "ui/widgets/finding_list.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace xueji {

NumberPanel::NumberPanel(const RuleBook& rules, Language language, QWidget* parent)
    : QWidget(parent),
      m_number(named(new NumberEdit(NumberEdit::Kind::StudentNumber, this), "newNumber", tr("New student number"))),
      m_date(named(new DateEdit(this), "newNumberDate", tr("Valid from"))),
      m_ground(named(new QLineEdit(this), "newNumberGround", tr("Ground"))), m_problem(new QLabel(this)),
      m_findings(new FindingList(rules, language, this)) {
  named(this, "numberPanel", tr("Number issued"));
  setAttribute(Qt::WA_StyledBackground);
  setStyleSheet(QStringLiteral("xueji--NumberPanel { background: %1; border-radius: 4px; }")
                    .arg(tonesOf(palette()).accentSoft.name()));
  m_number->setPlaceholderText(QStringLiteral("G / J / L + 18"));
  m_number->setMinimumWidth(232);
  m_date->setFixedWidth(120);
  m_ground->setPlaceholderText(tr("Notice of the bureau (may stay empty)"));
  m_problem->setObjectName(QStringLiteral("numberProblem"));
  m_problem->setWordWrap(true);
  m_problem->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).refuse.name()));
  auto* issue = named(new QPushButton(tr("Enter the number"), this), "issue", tr("Enter the number"));
  issue->setProperty("main", true);
  auto* cancel = named(new QPushButton(tr("Cancel"), this), "issueCancel", tr("Cancel"));
  auto* fields = new QHBoxLayout;
  fields->setSpacing(kGrid);
  fields->addWidget(new QLabel(tr("New student number"), this));
  fields->addWidget(m_number);
  fields->addWidget(new QLabel(tr("Valid from"), this));
  fields->addWidget(m_date);
  fields->addWidget(new QLabel(tr("Ground"), this));
  fields->addWidget(m_ground, 1);
  fields->addWidget(issue);
  fields->addWidget(cancel);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
  layout->addLayout(fields);
  layout->addWidget(m_problem);
  layout->addWidget(m_findings);
  connect(issue, &QPushButton::clicked, this, &NumberPanel::wanted);
  connect(cancel, &QPushButton::clicked, this, &NumberPanel::closed);
  hide();
}

void NumberPanel::begin(const QDate& today) {
  m_number->setValue({});
  m_date->setDate(today);
  m_ground->clear();
  refuse({}, {});
  show();
  m_number->setFocus(Qt::OtherFocusReason);
}

QString NumberPanel::number() const {
  return m_number->value();
}

QDate NumberPanel::effective() const {
  return m_date->date().value_or(QDate());
}

QString NumberPanel::ground() const {
  return m_ground->text().trimmed();
}

void NumberPanel::refuse(const Findings& findings, const QString& sentence) {
  m_findings->setFindings(findings);
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
}

void NumberPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    emit wanted();
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
