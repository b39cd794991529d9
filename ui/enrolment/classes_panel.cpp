#include "classes_panel.h"

#include "register/import_plan.h"
#include "ui/widgets/paper_fields.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace xueji {

ClassesPanel::ClassesPanel(QWidget* parent)
    : QWidget(parent), m_make(named(new QCheckBox(tr("Make these classes as well"), this), "makeClasses",
                                    tr("Make the classes that are not there yet"))),
      m_missing(new QLabel(this)), m_draw(makeDrawPart()) {
  setObjectName(QStringLiteral("classesPanel"));
  m_missing->setObjectName(QStringLiteral("missingClasses"));
  m_missing->setWordWrap(true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_draw);
  layout->addWidget(m_missing);
  layout->addWidget(m_make);
  connect(m_make, &QCheckBox::toggled, this, &ClassesPanel::ask);
}

QWidget* ClassesPanel::makeDrawPart() {
  auto* part = new QWidget(this);
  m_drawText = new QLabel(part);
  m_drawText->setObjectName(QStringLiteral("drawText"));
  m_drawText->setWordWrap(true);
  m_protocol = new PaperFields(QStringLiteral("draw"), part);
  m_place = named(new QPushButton(tr("Place by the protocol"), part), "placeByDraw", tr("Place by the protocol"));
  auto* fields = new QHBoxLayout;
  fields->setSpacing(2 * kGrid);
  fields->addWidget(m_protocol);
  fields->addWidget(m_place);
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_drawText);
  layout->addLayout(fields);
  const auto renew = [this] { m_place->setEnabled(protocol().has_value()); };
  connect(m_protocol, &PaperFields::changed, this, renew);
  connect(m_place, &QPushButton::clicked, this, &ClassesPanel::ask);
  renew();
  return part;
}

std::optional<SeenPaper> ClassesPanel::protocol() const {
  SeenPaper paper = m_protocol->paper();
  if (paper.number.isEmpty() || paper.issuer.isEmpty() || paper.issued.isNull())
    return std::nullopt;
  paper.kind = kDrawProtocol;
  return paper;
}

void ClassesPanel::ask() {
  emit wanted(m_make->isChecked(), protocol());
}

void ClassesPanel::setPlan(const ImportPlan& plan, const SchoolSystem& system) {
  if (plan.fileHash != m_fileHash) {
    m_fileHash = plan.fileHash;
    m_protocol->clear();
  }
  const bool drawKnown = plan.options.drawProtocol.has_value();
  m_draw->setVisible(plan.awaitingDraw > 0 || drawKnown);
  m_drawText->setText(drawKnown
                          ? tr("The first grade is placed by the protocol %1.").arg(plan.options.drawProtocol->number)
                          : tr("The classes of %1 children of a first grade are taken over only with the protocol "
                               "of the draw; without it they stay unplaced.")
                                .arg(plan.awaitingDraw));
  QStringList titles;
  for (const ImportPlan::NewClass& one : plan.newClasses)
    titles << plan.titleOf(one, system);
  const bool some = !titles.isEmpty();
  m_missing->setVisible(some);
  m_make->setVisible(some);
  m_missing->setText(tr("The school does not have these classes yet: %1.").arg(titles.join(QStringLiteral("、"))));
  const QSignalBlocker still(m_make);
  m_make->setChecked(plan.options.makeClasses);
  setVisible(some || m_draw->isVisibleTo(this));
}

QList<QWidget*> ClassesPanel::panes() const {
  QList<QWidget*> shown;
  for (QWidget* pane : {static_cast<QWidget*>(m_protocol), static_cast<QWidget*>(m_make)})
    if (pane->isVisibleTo(this))
      shown << pane;
  return shown;
}

} // namespace xueji
