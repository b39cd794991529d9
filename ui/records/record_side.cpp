#include "record_side.h"

#include "domain/masking.h"
#include "ui/widgets/finding_label.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

namespace xueji {

RecordSide::RecordSide(const FieldCatalogue& fields, const RuleBook& rules, Language language, QWidget* parent)
    : QScrollArea(parent), m_fields(fields), m_rules(rules), m_language(language) {
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
}

void RecordSide::showFile(const StudentFile& file, ActRights rights) {
  const int scroll = verticalScrollBar()->value();
  m_content = new QWidget;
  m_column = new QVBoxLayout(m_content);
  m_column->setContentsMargins(kGrid, 0, kGrid, kGrid);
  m_column->setSpacing(kGrid / 2);
  addFindings(file.findings);
  if (file.papersSeen)
    addOpenPoints(file.openPoints, rights.note);
  addNumbers(file.numbers);
  addTimeline(file.timeline, rights);
  m_column->addStretch(1);
  setWidget(m_content);
  verticalScrollBar()->setValue(scroll);
}

void RecordSide::addTitle(const QString& text) {
  if (m_column->count() > 0)
    m_column->addSpacing(kGrid);
  m_column->addWidget(new SectionTitle(text, m_content));
}

void RecordSide::addFaint(const QString& text) {
  auto* label = new QLabel(text, m_content);
  label->setWordWrap(true);
  label->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(m_content->palette()).faint.name()));
  m_column->addWidget(label);
}

void RecordSide::addFindings(const Findings& findings) {
  addTitle(tr("Findings today"));
  if (findings.isEmpty())
    addFaint(tr("The rules find nothing wrong."));
  for (const Finding& finding : findings) {
    auto* label = new FindingLabel(finding, m_rules, m_language, m_content);
    label->showCitation(true);
    if (!finding.fields.isEmpty())
      label->offerRemedy();
    connect(label, &FindingLabel::remedyWanted, this, &RecordSide::findingChosen);
    m_column->addWidget(label);
  }
}

void RecordSide::addOpenPoints(const QList<OpenPoint>& points, bool mayNote) {
  addTitle(tr("Open points"));
  if (points.isEmpty())
    addFaint(tr("Every paper has been seen."));
  for (const OpenPoint& point : points) {
    auto* row = new QWidget(m_content);
    row->setObjectName(QStringLiteral("open_") + point.rule);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    const QString title = point.title.in(m_language);
    auto* label = new QLabel(QStringLiteral("<span style='color:%1'>%2</span>&nbsp; %3")
                                 .arg(tonesOf(m_content->palette()).faint.name(), point.rule, title.toHtmlEscaped()),
                             row);
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    if (const Rule* rule = m_rules.rule(point.rule))
      label->setToolTip(rule->text.in(m_language) + QLatin1Char('\n') + m_rules.citation(*rule, m_language));
    layout->addWidget(label, 1);
    if (mayNote) {
      auto* seen = named(new QPushButton(tr("Paper seen ..."), row), "paperSeen", tr("Paper seen: %1").arg(title));
      seen->setProperty("link", true);
      connect(seen, &QPushButton::clicked, this, [this, kind = point.paper, title] { emit paperSeen(kind, title); });
      layout->addWidget(seen, 0, Qt::AlignTop);
    }
    m_column->addWidget(row);
  }
}

void RecordSide::addNumbers(const QList<NumberEntry>& numbers) {
  addTitle(tr("Student numbers"));
  for (const NumberEntry& entry : numbers) {
    auto* row = new QWidget(m_content);
    row->setObjectName(QStringLiteral("numberEntry"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* number = new QLabel(toldNumber(maskedStudentNumber(entry.value), entry.source), row);
    number->setFont(numberFont());
    const QString from = entry.validFrom.toString(Qt::ISODate);
    QString span = entry.validTo.isNull() ? tr("since %1").arg(from)
                                          : tr("%1 to %2").arg(from, entry.validTo.toString(Qt::ISODate));
    if (entry.voided)
      span = tr("taken back");
    auto* days = new QLabel(span, row);
    days->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(m_content->palette()).faint.name()));
    layout->addWidget(number);
    layout->addWidget(days);
    layout->addStretch(1);
    m_column->addWidget(row);
  }
}

void RecordSide::addTimeline(const QList<TimelineEntry>& timeline, ActRights rights) {
  addTitle(tr("Acts"));
  for (const TimelineEntry& entry : timeline) {
    auto* item = new ActItem(entry, m_fields, m_rules, m_language, rights, m_content);
    connect(item, &ActItem::voidWanted, this, &RecordSide::voidWanted);
    connect(item, &ActItem::redoWanted, this, &RecordSide::redoWanted);
    connect(item, &ActItem::moveWanted, this, &RecordSide::moveWanted);
    m_column->addWidget(item);
  }
}

} // namespace xueji
