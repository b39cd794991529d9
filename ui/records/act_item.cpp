#include "ui/records/act_item.h"

#include "register/roster_list.h"
#include "ui/widgets/finding_label.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

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
                 bool mayVoid, QWidget* parent)
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
  if (entry.undoable && mayVoid) {
    auto* undo = named(new QPushButton(tr("Void ..."), this), "voidAct", tr("Void this act"));
    undo->setProperty("link", true);
    undo->setToolTip(tr("Declare this act void, with a reason; the data before it hold again"));
    connect(undo, &QPushButton::clicked, this, [this, id = act.id] { emit voidWanted(id); });
    top->addWidget(undo, 0, Qt::AlignTop);
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
  if (const QString changes = changesOf(entry, fields, language); !changes.isEmpty()) {
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

QString ActItem::changesOf(const TimelineEntry& entry, const FieldCatalogue& fields, Language language) const {
  if (entry.opens)
    return tr("Record opened with %1 items").arg(entry.changes.size()).toHtmlEscaped();
  const QString faint = tonesOf(palette()).faint.name();
  QStringList lines;
  for (const ActChange& change : entry.changes) {
    const auto field = fields.byId(change.item);
    const auto shown = [&](const QString& value) {
      const QString text = field ? shownValue(fields, *field, value, false) : value;
      return text.isEmpty() ? tr("(empty)").toHtmlEscaped() : text.toHtmlEscaped();
    };
    QString label = change.name;
    if (field)
      label = language == Language::Chinese ? fields.definition(*field).label : fields.definition(*field).labelEn;
    lines << QStringLiteral("<span style='color:%1'>%2</span>&nbsp; %3 → <b>%4</b>")
                 .arg(faint, label.toHtmlEscaped(), shown(change.before), shown(change.after));
  }
  return lines.join(QStringLiteral("<br>"));
}

} // namespace xueji
