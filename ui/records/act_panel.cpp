#include "act_panel.h"

#include "ui/widgets/date_edit.h"
#include "ui/widgets/finding_list.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace xueji {

namespace {
constexpr int kDateWidth = 120;
}

void ActPanel::compose(const QString& name, const Words& words, QWidget* about, const RuleBook& rules,
                       Language language) {
  const auto called = [&name](const char* part) { return (name + QLatin1String(part)).toLatin1(); };
  named(this, called("Panel").constData(), words.title);
  setAttribute(Qt::WA_StyledBackground);
  setStyleSheet(QStringLiteral("xueji--ActPanel { background: %1; border-radius: 4px; }")
                    .arg(tonesOf(palette()).accentSoft.name()));
  m_about = about;
  m_date = named(new DateEdit(this), called("Date").constData(), words.from);
  m_date->setFixedWidth(kDateWidth);
  m_ground = named(new QLineEdit(this), called("Ground").constData(), tr("Ground"));
  m_ground->setPlaceholderText(words.groundHint);
  auto* enter = named(new QPushButton(words.enter, this), called("Enter").constData(), words.enter);
  enter->setProperty("main", true);
  auto* cancel = named(new QPushButton(tr("Cancel"), this), called("Cancel").constData(), tr("Cancel"));
  m_problem = new QLabel(this);
  m_problem->setObjectName(name + QLatin1String("Problem"));
  m_problem->setWordWrap(true);
  m_problem->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).refuse.name()));
  m_findings = new FindingList(rules, language, this);
  auto* line = new QHBoxLayout;
  line->setSpacing(kGrid);
  addField(line, words.about, about);
  addField(line, words.from, m_date);
  addField(line, tr("Ground"), m_ground, 1);
  line->addWidget(enter);
  line->addWidget(cancel);
  m_layout = new QVBoxLayout(this);
  m_layout->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
  m_layout->addLayout(line);
  m_layout->addWidget(m_problem);
  m_layout->addWidget(m_findings);
  connect(enter, &QPushButton::clicked, this, &ActPanel::wanted);
  connect(cancel, &QPushButton::clicked, this, &ActPanel::closed);
  hide();
}

void ActPanel::addBelow(QWidget* part) {
  m_layout->addWidget(part);
}

void ActPanel::begin(const QDate& today, const QString& sentence) {
  m_date->setDate(today);
  m_ground->clear();
  refuse({}, sentence);
  show();
  m_about->setFocus(Qt::OtherFocusReason);
}

void ActPanel::setEffective(const QDate& day) {
  m_date->setDate(day);
}

QDate ActPanel::effective() const {
  return m_date->date().value_or(QDate());
}

QString ActPanel::ground() const {
  return m_ground->text().trimmed();
}

void ActPanel::refuse(const Findings& findings, const QString& sentence) {
  m_findings->setFindings(findings);
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
}

void ActPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    emit wanted();
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
