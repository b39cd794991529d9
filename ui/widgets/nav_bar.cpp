#include "ui/widgets/nav_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace xueji {

namespace {
constexpr int kWide = 144;
constexpr int kNarrow = 56;
constexpr int kButtonHeight = 40;
} // namespace

NavBar::NavBar(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this)), m_group(new QButtonGroup(this)) {
  named(this, "navigation", tr("Places"));
  m_group->setExclusive(true);
  m_layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
  m_layout->setSpacing(kGrid / 2);
  m_layout->addStretch();
  setFixedWidth(kWide);
  dress();
}

void NavBar::add(const QString& id, const QString& word, const QString& iconName) {
  auto* button = new QToolButton(this);
  const int number = int(m_group->buttons().size()) + 1;
  button->setText(word);
  button->setIcon(icon(iconName));
  button->setIconSize(QSize(20, 20));
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setCheckable(true);
  button->setFixedHeight(kButtonHeight);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  button->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + number)));
  button->setToolTip(QStringLiteral("%1  %2").arg(word, button->shortcut().toString(QKeySequence::NativeText)));
  button->setProperty("place", id);
  button->setObjectName(QStringLiteral("place_") + id);
  button->setAccessibleName(word);
  m_group->addButton(button);
  m_layout->insertWidget(m_layout->count() - 1, button);
  // Clicking the present place again must also work (Back to the list), so clicked and not toggled.
  connect(button, &QToolButton::clicked, this, [this, id] { emit chosen(id); });
}

void NavBar::setCurrent(const QString& id) {
  const auto buttons = m_group->buttons();
  m_group->setExclusive(false);
  for (QAbstractButton* button : buttons)
    button->setChecked(button->property("place").toString() == id);
  m_group->setExclusive(true);
}

void NavBar::setNarrow(bool narrow) {
  m_narrow = narrow;
  setFixedWidth(narrow ? kNarrow : kWide);
  for (QAbstractButton* button : m_group->buttons())
    qobject_cast<QToolButton*>(button)->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly
                                                                  : Qt::ToolButtonTextBesideIcon);
}

void NavBar::dress() {
  const Tones tones = tonesOf(palette());
  setAttribute(Qt::WA_StyledBackground);
  setStyleSheet(QStringLiteral("QToolButton { border: none; border-radius: 4px; padding: 0 10px; text-align: left; }"
                               "QToolButton:hover { background: %1; }"
                               "QToolButton:checked { background: %1; color: %2; font-weight: 600; }"
                               "QToolButton:focus { border: 1px solid %2; padding: 0 9px; }")
                    .arg(tones.accentSoft.name(), tones.accent.name()));
}

void NavBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ApplicationPaletteChange)
    dress();
  QWidget::changeEvent(event);
}

} // namespace xueji
