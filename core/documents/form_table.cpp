#include "documents/form_table.h"

#include <algorithm>

namespace xueji {

namespace {

constexpr double kPadding = 0.7;
constexpr double kLine = 1.22; // line distance in ems, as FormCanvas sets text

} // namespace

double FormTable::width() const {
  double sum = 0;
  for (const TableColumn& column : columns)
    sum += column.width;
  return sum;
}

double FormTable::heightOf(FormCanvas& canvas, int row, double most) const {
  int lines = 1;
  for (qsizetype i = 0; i < columns.size(); ++i)
    lines = std::max(lines, canvas.linesOf(rows.at(row).value(i), columns.at(i).width - 2 * kPadding, textSize, face));
  return std::min(most, std::max(rowHeight, lines * textSize * kLine + 1.4));
}

int FormTable::rowsThatFit(FormCanvas& canvas, int first, double room) const {
  double used = headerHeight;
  int count = 0;
  for (int row = first; row < rows.size(); ++row) {
    used += heightOf(canvas, row, room - headerHeight);
    if (used > room + 1e-6)
      break;
    ++count;
  }
  return rows.size() > first ? std::max(1, count) : 0;
}

double FormTable::draw(FormCanvas& canvas, double x, double y, int first, int count, double most) const {
  const double top = y;
  double left = x;
  for (const TableColumn& column : columns) {
    canvas.caption(QRectF(left, y, column.width, headerHeight), column.label, textSize);
    left += column.width;
  }
  y += headerHeight;
  TextStyle style;
  style.size = textSize;
  style.face = face;
  style.padding = kPadding;
  for (int row = first; row < first + count; ++row) {
    const double height = heightOf(canvas, row, most);
    left = x;
    for (qsizetype i = 0; i < columns.size(); ++i) {
      style.align = columns.at(i).align;
      canvas.cell(QRectF(left, y, columns.at(i).width, height), rows.at(row).value(i), style);
      left += columns.at(i).width;
    }
    y += height;
  }
  canvas.box(QRectF(x, top, width(), y - top), Weight::Thin);
  return y;
}

} // namespace xueji
