#include "ui/widgets/search_box.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace xueji {

namespace {

enum Role { KeyRole = Qt::UserRole, DetailRole, BoldStartRole, BoldLengthRole };
constexpr int kMostRows = 12;

/// Text with the matched part bold, the detail faint on the right.
class ResultDelegate final : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, kTableRow}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tones tones = tonesOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
      painter->fillRect(option.rect, tones.accentSoft);
    QRect rect = option.rect.adjusted(kGrid, 0, -kGrid, 0);
    const QRect sign(rect.x(), rect.center().y() - 8, 16, 16);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, sign);
    rect.setLeft(sign.right() + kGrid);
    drawText(*painter, rect, option, index);
    painter->setFont(option.font);
    painter->setPen(tones.faint);
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, index.data(DetailRole).toString());
    painter->restore();
  }

private:
  static void drawText(QPainter& painter, QRect rect, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const QString text = index.data(Qt::DisplayRole).toString();
    const int start = index.data(BoldStartRole).toInt();
    const int length = index.data(BoldLengthRole).toInt();
    QFont bold = option.font;
    bold.setWeight(QFont::Bold);
    painter.setPen(option.palette.color(QPalette::Text));
    const auto piece = [&](const QString& part, const QFont& font) {
      painter.setFont(font);
      painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, part);
      rect.setLeft(rect.left() + QFontMetrics(font).horizontalAdvance(part));
    };
    piece(text.left(start), option.font);
    piece(text.mid(start, length), bold);
    piece(text.mid(start + length), option.font);
  }
};

} // namespace

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent), m_model(new QStandardItemModel(this)), m_list(new QListView(this)) {
  setClearButtonEnabled(true);
  addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setItemDelegate(new ResultDelegate(m_list));
  m_list->setModel(m_model);
  named(m_list.data(), "searchResults", tr("Search results"));
  m_list->hide();
  connect(this, &QLineEdit::textEdited, this, &SearchBox::showResults);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

SearchBox::~SearchBox() {
  delete m_list.data();
}

int SearchBox::resultCount() const {
  return m_model->rowCount();
}

void SearchBox::activate() {
  if (!hasFocus())
    m_before = QApplication::focusWidget();
  setFocus(Qt::ShortcutFocusReason);
  selectAll();
}

void SearchBox::showResults(const QString& typed) {
  m_model->clear();
  const QList<SearchEntry> entries = m_source && !typed.trimmed().isEmpty() ? m_source(typed) : QList<SearchEntry>();
  for (const SearchEntry& entry : entries) {
    auto* item = new QStandardItem(entry.text);
    item->setData(icon(entry.icon), Qt::DecorationRole);
    item->setData(entry.key, KeyRole);
    item->setData(entry.detail, DetailRole);
    item->setData(entry.boldStart, BoldStartRole);
    item->setData(entry.boldLength, BoldLengthRole);
    item->setAccessibleText(entry.text + QLatin1Char(' ') + entry.detail);
    m_model->appendRow(item);
  }
  if (typed.trimmed().isEmpty()) {
    m_list->hide();
    return;
  }
  if (entries.isEmpty()) {
    auto* nothing = new QStandardItem(tr("Nothing found"));
    nothing->setEnabled(false);
    m_model->appendRow(nothing);
  }
  m_list->setCurrentIndex(m_model->index(0, 0));
  m_list->setFixedSize(std::max(width(), 360), std::min(kMostRows, m_model->rowCount()) * kTableRow + 4);
  // A child of the window, above everything else in it, and not a window of its own: no window manager can misplace it.
  m_list->setParent(window());
  m_list->move(mapTo(window(), QPoint(0, height() + 2)));
  m_list->raise();
  m_list->show();
}

void SearchBox::choose(int row) {
  const QStandardItem* item = m_model->item(row);
  if (item == nullptr || !item->isEnabled())
    return;
  const QVariant key = item->data(KeyRole);
  m_list->hide();
  clear();
  m_model->clear();
  m_before = nullptr;
  clearFocus();
  emit chosen(key);
}

void SearchBox::giveBack() {
  m_list->hide();
  m_model->clear();
  clear();
  if (m_before != nullptr)
    m_before->setFocus();
  else
    clearFocus();
  m_before = nullptr;
}

void SearchBox::keyPressEvent(QKeyEvent* event) {
  const int row = m_list->currentIndex().row();
  switch (event->key()) {
  case Qt::Key_Down:
    m_list->setCurrentIndex(m_model->index(std::min(row + 1, m_model->rowCount() - 1), 0));
    return;
  case Qt::Key_Up:
    m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0), 0));
    return;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    choose(std::max(row, 0));
    return;
  case Qt::Key_Escape:
    giveBack();
    return;
  default:
    QLineEdit::keyPressEvent(event);
  }
}

void SearchBox::focusOutEvent(QFocusEvent* event) {
  if (m_list)
    m_list->hide();
  QLineEdit::focusOutEvent(event);
}

} // namespace xueji
