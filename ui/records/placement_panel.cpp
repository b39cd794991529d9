#include "ui/records/placement_panel.h"

#include "rules/rule_book.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/finding_list.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace xueji {

namespace {
constexpr int kDateWidth = 120;
constexpr int kNumberWidth = 180;
} // namespace

PlacementPanel::PlacementPanel(const RuleBook& rules, Language language, QWidget* parent)
    : QWidget(parent), m_rules(rules), m_language(language),
      m_class(named(new QComboBox(this), "placementClass", tr("Class"))),
      m_date(named(new DateEdit(this), "placementDate", tr("From"))),
      m_ground(named(new QLineEdit(this), "placementGround", tr("Ground"))), m_problem(new QLabel(this)),
      m_findings(new FindingList(rules, language, this)), m_paper(makePaperPart()) {
  named(this, "placementPanel", tr("Class"));
  setAttribute(Qt::WA_StyledBackground);
  setStyleSheet(QStringLiteral("xueji--PlacementPanel { background: %1; border-radius: 4px; }")
                    .arg(tonesOf(palette()).accentSoft.name()));
  m_date->setFixedWidth(kDateWidth);
  m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_ground->setPlaceholderText(tr("Why (may stay empty)"));
  m_problem->setObjectName(QStringLiteral("placementProblem"));
  m_problem->setWordWrap(true);
  m_problem->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).refuse.name()));
  auto* enter = named(new QPushButton(tr("Enter the class"), this), "placementEnter", tr("Enter the class"));
  enter->setProperty("main", true);
  auto* cancel = named(new QPushButton(tr("Cancel"), this), "placementCancel", tr("Cancel"));
  auto* fields = new QHBoxLayout;
  fields->setSpacing(kGrid);
  const std::pair<QString, QWidget*> labelled[] = {
      {tr("Class"), m_class}, {tr("From"), m_date}, {tr("Ground"), m_ground}};
  for (const auto& [text, field] : labelled) {
    auto* label = new QLabel(text, this);
    label->setBuddy(field);
    fields->addWidget(label);
    fields->addWidget(field, field == m_ground ? 1 : 0);
  }
  fields->addWidget(enter);
  fields->addWidget(cancel);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
  layout->addLayout(fields);
  layout->addWidget(m_problem);
  layout->addWidget(m_findings);
  layout->addWidget(m_paper);
  connect(enter, &QPushButton::clicked, this, &PlacementPanel::wanted);
  connect(cancel, &QPushButton::clicked, this, &PlacementPanel::closed);
  hide();
}

QWidget* PlacementPanel::makePaperPart() {
  auto* part = new QWidget(this);
  m_paperName = new QLabel(part);
  m_number = named(new QLineEdit(part), "placementPaperNumber", tr("Number of the paper"));
  m_issuer = named(new QLineEdit(part), "placementPaperIssuer", tr("Who issued the paper"));
  m_issued = named(new DateEdit(part), "placementPaperIssued", tr("Day of the paper"));
  m_level = named(new QComboBox(part), "placementPaperLevel", tr("Level of the issuer"));
  m_number->setFixedWidth(kNumberWidth);
  m_issued->setFixedWidth(kDateWidth);
  auto* layout = new QHBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_paperName);
  const std::pair<QString, QWidget*> labelled[] = {
      {tr("Number"), m_number}, {tr("Issued by"), m_issuer}, {tr("Issued on"), m_issued}};
  for (const auto& [text, field] : labelled) {
    auto* label = new QLabel(text, part);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field, field == m_issuer ? 1 : 0);
  }
  layout->addWidget(m_level);
  part->hide();
  return part;
}

void PlacementPanel::begin(const QList<Choice>& choices, qint64 present, const QDate& today) {
  m_class->clear();
  for (const Choice& choice : choices) {
    if (choice.id != present)
      m_class->addItem(choice.id == 0 ? choice.title : tr("%1 (%2 children)").arg(choice.title).arg(choice.children),
                       choice.id);
  }
  m_date->setDate(today);
  for (QLineEdit* line : {m_ground, m_number, m_issuer})
    line->clear();
  m_paperKind.clear();
  m_paper->hide();
  refuse({}, m_class->count() == 0 ? tr("There is no class of this stage and cohort yet.") : QString());
  show();
  m_class->setFocus(Qt::OtherFocusReason);
}

qint64 PlacementPanel::classId() const {
  return m_class->currentIndex() < 0 ? -1 : m_class->currentData().toLongLong();
}

QDate PlacementPanel::effective() const {
  return m_date->date().value_or(QDate());
}

QString PlacementPanel::ground() const {
  return m_ground->text().trimmed();
}

std::optional<SeenPaper> PlacementPanel::paper() const {
  if (m_paperKind.isEmpty() || (m_number->text().trimmed().isEmpty() && m_issuer->text().trimmed().isEmpty()))
    return std::nullopt;
  SeenPaper paper;
  paper.kind = m_paperKind;
  paper.number = m_number->text().trimmed();
  paper.issuer = m_issuer->text().trimmed();
  paper.issued = m_issued->date().value_or(QDate());
  paper.level = m_level->isVisibleTo(this) ? m_level->currentData().toString() : QString();
  return paper;
}

void PlacementPanel::refuse(const Findings& findings, const QString& sentence) {
  m_findings->setFindings(findings);
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
  for (const Finding& finding : findings) {
    const QStringList kinds = m_rules.demandOf(finding).kinds;
    if (finding.severity != Severity::Proof || kinds.isEmpty() || kinds.first() == m_paperKind)
      continue;
    m_paperKind = kinds.first();
    m_paperName->setText(m_rules.proofName(m_paperKind, m_language));
    m_level->clear();
    const PaperKind* kind = m_rules.paperKind(m_paperKind);
    for (const QString& level : kind ? kind->levels : QStringList())
      m_level->addItem(m_rules.levelName(level, m_language), level);
    m_level->setVisible(m_level->count() > 0);
    m_paper->show();
    m_number->setFocus(Qt::OtherFocusReason);
    return;
  }
}

void PlacementPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    emit wanted();
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
