#include "student_view.h"

#include "status_delegate.h"
#include "student_table_model.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace xueji {
namespace {

/// A cell of a block: one line, and no formula in the eyes of a spreadsheet.
QString cell(QString text) {
  text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
  if (!text.isEmpty() && QStringLiteral("=+-@").contains(text.front()))
    text.prepend(QLatin1Char('\''));
  return text;
}

} // namespace

StudentView::StudentView(StudentTableModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
  setModel(&model);
  setItemDelegate(new StatusDelegate(this));
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setAlternatingRowColors(true);
  setShowGrid(false);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  setContextMenuPolicy(Qt::CustomContextMenu);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->setDefaultSectionSize(kTableRow);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->hide();
  horizontalHeader()->setSectionsMovable(true);
  horizontalHeader()->setSortIndicatorShown(true);
  horizontalHeader()->setSectionsClickable(true);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setStretchLastSection(true);
  horizontalHeader()->setMinimumSectionSize(40);
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
    const bool again = column == m_model.sortColumn() && m_model.sortOrder() == Qt::AscendingOrder;
    m_model.sort(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
    showSort();
  });
  connect(this, &QAbstractItemView::doubleClicked, this,
          [this](const QModelIndex& index) { emit openWanted(m_model.studentAt(index.row())); });
}

QList<int> StudentView::chosenRows() const {
  QList<int> rows;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    for (int row = range.top(); row <= range.bottom(); ++row)
      rows << row;
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

int StudentView::chosenCount() const {
  int count = 0;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    if (range.left() == 0)
      count += range.height();
  return count;
}

QList<qint64> StudentView::chosenStudents() const {
  QList<qint64> students;
  for (const int row : chosenRows())
    if (const qint64 student = m_model.studentAt(row))
      students << student;
  return students;
}

void StudentView::choose(const QList<int>& rows) {
  QItemSelection selection;
  for (const int row : rows)
    selection.select(m_model.index(row, 0), m_model.index(row, m_model.columnCount() - 1));
  selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  if (!rows.isEmpty())
    selectionModel()->setCurrentIndex(m_model.index(rows.first(), 0), QItemSelectionModel::NoUpdate);
}

QString StudentView::block() const {
  QList<int> columns;
  for (int seen = 0; seen < m_model.columnCount(); ++seen)
    columns << horizontalHeader()->logicalIndex(seen);
  QStringList lines;
  QStringList cells;
  for (const int column : std::as_const(columns))
    cells << cell(m_model.headerData(column, Qt::Horizontal).toString());
  lines << cells.join(QLatin1Char('\t'));
  for (const int row : chosenRows()) {
    cells.clear();
    for (const int column : std::as_const(columns))
      cells << cell(m_model.text(row, column));
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList StudentView::columnsSeen() const {
  QStringList ids;
  for (int seen = 0; seen < m_model.columnCount(); ++seen)
    ids << m_model.columns()[horizontalHeader()->logicalIndex(seen)].id;
  return ids;
}

void StudentView::applyWidths(const QHash<QString, int>& widths) {
  for (int column = 0; column < m_model.columnCount(); ++column) {
    const StudentColumn& shown = m_model.columns()[column];
    setColumnWidth(column, widths.value(shown.id, shown.width));
  }
}

void StudentView::showSort() {
  horizontalHeader()->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
}

void StudentView::keyboardSearch(const QString& typedText) {
  // Qt would look through every row; the store finds faster, and by pinyin.
  emit typed(typedText);
}

void StudentView::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier &&
      currentIndex().isValid()) {
    emit openWanted(m_model.studentAt(currentIndex().row()));
    return;
  }
  if (event->matches(QKeySequence::Copy)) {
    emit copyWanted();
    return;
  }
  QTableView::keyPressEvent(event);
}

void StudentView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
  QTableView::selectionChanged(selected, deselected);
  emit chosenChanged();
}

} // namespace xueji
