#include "act_item.h"

#include "register/roster_list.h"
#include "ui/widgets/finding_label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace xueji {
namespace {

QLabel* line(const QString& text, QWidget* parent, const QString& style = {}) {
  auto* label = new QLabel(text, parent);
  label->setWordWrap(true);
  label->setStyleSheet(style);
  return label;
}

} // namespace

ActItem::ActItem(const TimelineEntry& entry, const FieldCatalogue& fields, const RuleBook& rules, Language language,
                 ActRights rights, QWidget* parent)
    : QWidget(parent) {
  const Act& act = entry.act;
  const Tones tones = tonesOf(palette());
  const QString faint = QStringLiteral("color: %1").arg(tones.faint.name());
  setObjectName(QStringLiteral("act_%1").arg(act.id));
  setAccessibleName(entry.kindName + QLatin1Char(' ') + act.effective.toString(Qt::ISODate));

  auto* top = new QHBoxLayout;
  top->setSpacing(kGrid);
  QString title =
      QStringLiteral("<b>%1</b>&nbsp; %2").arg(entry.kindName.toHtmlEscaped(), act.effective.toString(Qt::ISODate));
  if (entry.voided)
    title = QStringLiteral("<s>%1</s>&nbsp; <span style='color:%2'>%3</span>")
                .arg(title, tones.refuse.name(), tr("voided").toHtmlEscaped());
  auto* titleLabel = line(title, this);
  titleLabel->setTextFormat(Qt::RichText);
  top->addWidget(titleLabel, 1);
  if (entry.movable && rights.change) {
    auto* move = link("moveDay", tr("Move the day ..."), tr("Move the day of the enrolment"),
                      tr("The enrolment began on another day; it is judged like one of that day"));
    connect(move, &QPushButton::clicked, this, [this, day = entry.beganOn] { emit moveWanted(day); });
    top->addWidget(move, 0, Qt::AlignTop);
  }
  if (entry.voidable && rights.change) {
    auto* undo = link("voidAct", tr("Void ..."), tr("Void this act"),
                      entry.undoable
                          ? tr("Declare this act void, with a reason; what stands without it holds")
                          : tr("Declare this act void, together with the later acts that stand on it; they are named"));
    connect(undo, &QPushButton::clicked, this, [this, id = act.id] { emit voidWanted(id); });
    top->addWidget(undo, 0, Qt::AlignTop);
  }
  if (entry.redoable) {
    auto* redo = link("redoAct", tr("Do again ..."), tr("Do this act again"),
                      tr("It was declared void wrongly: what it changed holds again, as a new act"));
    connect(redo, &QPushButton::clicked, this, [this, id = act.id] { emit redoWanted(id); });
    top->addWidget(redo, 0, Qt::AlignTop);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, kGrid);
  layout->setSpacing(2);
  layout->addLayout(top);
  QString entered =
      tr("Entered %1 by %2")
          .arg(act.entered.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), entry.enteredByName);
  if (!act.ruleSet.isEmpty())
    entered += QStringLiteral(" · ") + act.ruleSet;
  layout->addWidget(line(entered, this, faint));
  if (entry.role == ActRole::Voids)
    layout->addWidget(line(tr("Voids act no. %1").arg(act.refers), this, faint));
  else if (entry.role == ActRole::Moves)
    layout->addWidget(line(tr("Moves act no. %1").arg(act.refers), this, faint));
  else if (act.refers != 0)
    layout->addWidget(line(tr("Act no. %1 done again").arg(act.refers), this, faint));
  if (!act.ground.isEmpty())
    layout->addWidget(line(tr("Ground: %1").arg(act.ground), this));
  if (const QString changes = changesOf(entry, fields, rules, language); !changes.isEmpty()) {
    QLabel* label = line(changes, this);
    label->setObjectName(QStringLiteral("changes"));
    label->setTextFormat(Qt::RichText);
    layout->addWidget(label);
  }
  for (const Finding& finding : act.findings)
    layout->addWidget(new FindingLabel(finding, rules, language, this));
  if (!act.exceptions.isEmpty())
    layout->addWidget(line(tr("On papers seen: %1").arg(act.exceptions.join(QStringLiteral(", "))), this, faint));
}

QPushButton* ActItem::link(const char* name, const QString& word, const QString& accessible, const QString& tip) {
  auto* button = named(new QPushButton(word, this), name, accessible);
  button->setProperty("link", true);
  button->setToolTip(tip);
  return button;
}

/// 延缓入学批准书 12号，镇政府，2024-08-20
QString ActItem::paperLine(const ActChange& change, const RuleBook& rules, Language language) const {
  const PaperFact& paper = *change.paper;
  const QString kind = rules.proofName(paper.kind, language);
  QStringList details{paper.number, paper.issuer, paper.issued.isEmpty() ? change.from : paper.issued};
  details.removeAll(QString());
  const QString said = paper.withdraws != 0 ? tr("Paper withdrawn") : tr("Paper seen");
  return QStringLiteral("<span style='color:%1'>%2</span>&nbsp; <b>%3</b> %4")
      .arg(tonesOf(palette()).faint.name(), said.toHtmlEscaped(), (kind.isEmpty() ? paper.kind : kind).toHtmlEscaped(),
           details.join(language == Language::Chinese ? QStringLiteral("，") : QStringLiteral(", ")).toHtmlEscaped());
}

QString ActItem::changesOf(const TimelineEntry& entry, const FieldCatalogue& fields, const RuleBook& rules,
                           Language language) const {
  const QString faint = tonesOf(palette()).faint.name();
  QStringList lines;
  if (entry.opens) {
    const auto items = std::count_if(entry.changes.begin(), entry.changes.end(),
                                     [](const ActChange& change) { return !change.paper; });
    lines << tr("Record opened with %1 items").arg(items).toHtmlEscaped();
  }
  for (const ActChange& change : entry.changes) {
    if (change.paper) {
      lines << paperLine(change, rules, language);
      continue;
    }
    if (entry.opens)
      continue;
    const auto field = fields.byId(change.item);
    const auto shown = [&](const QString& value, NumberSource source) {
      const QString text = toldNumber(field ? shownValue(fields, *field, value, false) : value, source);
      return text.isEmpty() ? tr("(empty)").toHtmlEscaped() : text.toHtmlEscaped();
    };
    QString label = change.name;
    if (field)
      label = language == Language::Chinese ? fields.definition(*field).label : fields.definition(*field).labelEn;
    if (change.withheld) { // that it changed may be known, not what it says
      lines << QStringLiteral("<span style='color:%1'>%2</span>").arg(faint, label.toHtmlEscaped());
      continue;
    }
    lines << QStringLiteral("<span style='color:%1'>%2</span>&nbsp; %3 → <b>%4</b>")
                 .arg(faint, label.toHtmlEscaped(), shown(change.before, change.sourceBefore),
                      shown(change.after, change.sourceAfter));
  }
  return lines.join(QStringLiteral("<br>"));
}

} // namespace xueji
