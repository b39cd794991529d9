#include "ui/widgets/choice_box.h"

#include "ui/widgets/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QStringListModel>

namespace xueji {

namespace {
constexpr int kMostRows = 10;
}

ChoiceBox::ChoiceBox(QWidget* parent)
    : QLineEdit(parent), m_model(new QStringListModel(this)), m_list(new QListView(this)) {
  m_list->setFocusPolicy(Qt::NoFocus); // the person goes on typing in the line
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setUniformItemSizes(true);
  m_list->setModel(m_model);
  m_list->setObjectName(QStringLiteral("choices"));
  m_list->setAccessibleName(tr("Choices"));
  m_list->hide();
  connect(m_list, &QListView::clicked, this,
          [this](const QModelIndex& index) { take(m_shown.value(index.row(), -1)); });
  connect(this, &QLineEdit::textEdited, this, &ChoiceBox::showMatches);
}

ChoiceBox::~ChoiceBox() {
  delete m_list.data();
}

void ChoiceBox::setTable(const CodeTable& table) {
  m_filter = ChoiceFilter(table);
  showValue();
}

void ChoiceBox::setChoices(QList<Choice> choices) {
  m_filter = ChoiceFilter(std::move(choices));
  showValue();
}

void ChoiceBox::setValue(const QString& code) {
  m_value = code;
  showValue();
}

void ChoiceBox::showValue() {
  const int index = m_filter.indexOfCode(m_value);
  setText(index < 0 ? m_value : m_filter.choices()[index].name);
  setCursorPosition(0);
}

void ChoiceBox::showMatches(const QString& typed) {
  if (isReadOnly())
    return;
  m_shown = m_filter.matching(typed);
  if (m_shown.isEmpty()) {
    hideList();
    return;
  }
  QStringList lines;
  for (const int index : std::as_const(m_shown)) {
    const Choice& choice = m_filter.choices()[index];
    lines.append(choice.code == choice.name ? choice.name : choice.code + QStringLiteral("  ") + choice.name);
  }
  m_model->setStringList(lines);
  m_list->setCurrentIndex(m_model->index(0));
  const int rows = std::min<int>(kMostRows, int(lines.size()));
  const int rowHeight = m_list->sizeHintForRow(0);
  m_list->setFixedSize(std::max(width(), 200), rows * rowHeight + 2 * m_list->frameWidth() + 2);
  // A child of the window above everything else in it, not a window of its own: no window manager can misplace it.
  m_list->setParent(window());
  const QPoint below = mapTo(window(), QPoint(0, height()));
  const bool fits = below.y() + m_list->height() <= window()->height();
  m_list->move(fits ? below : QPoint(below.x(), std::max(0, below.y() - height() - m_list->height())));
  m_list->raise();
  m_list->show();
}

void ChoiceBox::hideList() {
  m_list->hide();
}

void ChoiceBox::take(int index) {
  hideList();
  if (index < 0)
    return;
  const QString code = m_filter.choices()[index].code;
  const bool changed = code != m_value;
  m_value = code;
  showValue();
  if (changed)
    emit valueChanged(m_value);
}

void ChoiceBox::takeTyped() {
  hideList();
  const QString typed = text().trimmed();
  const int present = m_filter.indexOfCode(m_value);
  if (isReadOnly() || (present >= 0 && m_filter.choices()[present].name == typed) || typed == m_value)
    return;
  const QList<int> matches = typed.isEmpty() ? QList<int>() : m_filter.matching(typed);
  if (!matches.isEmpty()) {
    take(matches.first());
    return;
  }
  m_value = typed;
  emit valueChanged(m_value);
}

void ChoiceBox::keyPressEvent(QKeyEvent* event) {
  const bool open = m_list->isVisible();
  const auto move = [this](int by) {
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, int(m_shown.size()) - 1);
    m_list->setCurrentIndex(m_model->index(row));
  };
  switch (event->key()) {
  case Qt::Key_Down:
    open ? move(1) : showMatches({});
    return;
  case Qt::Key_Up:
    if (open)
      move(-1);
    return;
  case Qt::Key_PageDown:
  case Qt::Key_PageUp:
    if (open)
      move(event->key() == Qt::Key_PageDown ? kMostRows : -kMostRows);
    return;
  case Qt::Key_F4:
    open ? hideList() : showMatches({});
    return;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (open && !(event->modifiers() & Qt::ControlModifier)) {
      take(m_shown.value(m_list->currentIndex().row(), -1));
      return;
    }
    takeTyped();
    break;
  case Qt::Key_Escape:
    if (open) {
      hideList();
      showValue();
      return;
    }
    break;
  default:
    break;
  }
  QLineEdit::keyPressEvent(event);
}

void ChoiceBox::focusOutEvent(QFocusEvent* event) {
  if (m_list && m_list->isVisible() && m_list->currentIndex().row() > 0 && event->reason() != Qt::MouseFocusReason)
    take(m_shown.value(m_list->currentIndex().row(), -1)); // chosen with the arrows, then Tab
  takeTyped();
  QLineEdit::focusOutEvent(event);
}

void ChoiceBox::mousePressEvent(QMouseEvent* event) {
  QLineEdit::mousePressEvent(event);
  if (!m_list->isVisible()) {
    selectAll();
    showMatches({});
  }
}

} // namespace xueji
