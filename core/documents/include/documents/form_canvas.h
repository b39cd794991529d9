#pragma once

#include "documents/paper_fonts.h"

#include <QImage>
#include <QPainter>
#include <QRectF>

namespace xueji {

/// One call that drew text: the characters and their glyphs, one for one, in the order drawn.
struct DrawnRun {
  int font = 0;
  QList<char32_t> characters;
  QList<quint32> glyphs;
};

/// What was drawn on a page, to write the right text into a PDF and to check glyphs before printing.
struct PageRecord {
  QList<DrawnRun> runs;
  QStringList texts;   ///< each text as handed in, whole, in the order drawn
  QStringList missing; ///< characters no font has, each once
  QStringList tooLong; ///< texts that did not fit their box even in the smallest size
};

enum class Weight { Hair, Thin, Thick }; ///< 0.1, 0.2 and 0.4 mm

struct TextStyle {
  double size = 3.5; ///< mm; a millimetre is 2.83 points
  Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
  Face face = Face::Serif;
  double padding = 0.8;  ///< mm kept free left and right
  bool wrap = true;      ///< more than one line where one is too short
  double smallest = 1.2; ///< mm: shrinks to this and not further
};

/// The small vocabulary forms are drawn with. All measures in millimetres from the paper's top left corner.
/// With no painter it only measures and records.
class FormCanvas {
public:
  FormCanvas(QPainter* painter, PaperFonts& fonts, PageRecord* record = nullptr);

  void line(double x1, double y1, double x2, double y2, Weight weight = Weight::Hair);
  void box(const QRectF& rect, Weight weight = Weight::Hair);
  /// Text in a box: wraps, then shrinks until it fits. Nothing is cut.
  void text(const QRectF& rect, const QString& text, const TextStyle& style = {});
  /// Caption cell: bordered, centred.
  void caption(const QRectF& rect, const QString& text, double size = 3.1);
  /// Bordered cell with a value.
  void cell(const QRectF& rect, const QString& text, const TextStyle& style = {});
  /// A caption set downwards, one character below the other, in a bordered box.
  void verticalCaption(const QRectF& rect, const QString& text, double size = 3.2);
  /// A dashed circle with 盖章处 inside.
  void sealPlace(double centreX, double centreY, double diameter = 34.0);
  /// 校长（签字）：________
  void signatureLine(double x, double y, double width, const QString& caption);
  /// An image inside the rectangle, proportions kept.
  void image(const QRectF& rect, const QImage& image);
  /// Millimetres of a text in one line.
  double width(const QString& text, double size, Face face = Face::Serif);
  /// Lines a text takes in `width` millimetres.
  int linesOf(const QString& text, double width, double size, Face face = Face::Serif);

private:
  struct Line {
    QList<char32_t> characters;
    QList<PlacedGlyph> glyphs;
    double ems = 0;
  };
  /// A text as it will stand: its lines, size and whether they fit.
  struct Setting {
    QList<Line> lines;
    int units = 0;
    double height = 0; ///< mm
    bool fits = false;
  };
  Setting setting(const QRectF& rect, const QString& text, const TextStyle& style);
  QList<Line> broken(const QString& text, Face face, double ems);
  void drawLine(const Line& line, double x, double baseline, int units);
  void noteMissing(char32_t character);

  QPainter* m_painter;
  PaperFonts& m_fonts;
  PageRecord* m_record;
};

} // namespace xueji
