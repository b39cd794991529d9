#pragma once

#include "documents/form_canvas.h"

namespace xueji {

struct TableColumn {
  QString label;
  double width = 20; ///< mm
  Qt::Alignment align = Qt::AlignHCenter | Qt::AlignVCenter;
};

/// A ruled table that goes on over pages: rows as high as their text asks, headings repeated.
struct FormTable {
  QList<TableColumn> columns;
  QList<QStringList> rows;
  double rowHeight = 7.5;    ///< mm, the least
  double headerHeight = 6.5; ///< mm
  double textSize = 3.1;     ///< mm
  Face face = Face::Serif;

  double width() const;
  /// Millimetres of one row; never more than `most` (the text then shrinks).
  double heightOf(FormCanvas& canvas, int row, double most) const;
  /// How many rows from `first` on fit in `room` millimetres below a heading; at least one, so that pages come to an
  /// end.
  int rowsThatFit(FormCanvas& canvas, int first, double room) const;
  /// Draws heading and rows first .. first+count-1 with their top left corner at x, y. Answers the y below.
  double draw(FormCanvas& canvas, double x, double y, int first, int count, double most) const;
};

} // namespace xueji
