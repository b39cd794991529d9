#include "documents/form_canvas.h"

#include <QGlyphRun>
#include <algorithm>
#include <cmath>

namespace xueji {

namespace {

constexpr double kUnits = 100.0;    // painter units in a millimetre: glyph sizes stay well above a font's rounding
constexpr double kLineEms = 1.22;   // distance of lines
constexpr double kAscentEms = 0.88; // baseline below the top of the em box of a Han character

constexpr double kFreeAbove = 0.45; // mm free above and below more than one line
constexpr int kOneLine = 82;        // per cent of its size a text may shrink to rather than break

const QString kNotFirst = QStringLiteral("，。、；：！？）》」』】〉”’…—%)],.;:!?·");
const QString kNotLast = QStringLiteral("（《「『【〈“‘([");

bool sticksTogether(char32_t a, char32_t b) {
  const auto word = [](char32_t c) {
    return c < 0x80 &&
           (QChar::isLetterOrNumber(c) || c == U'-' || c == U'*' || c == U'.' || c == U'@' || c == U'/' || c == U'_');
  };
  return (word(a) && word(b)) || (a < 0x10000 && kNotLast.contains(QChar(static_cast<char16_t>(a))));
}

bool mayNotBegin(char32_t c) {
  return c < 0x10000 && kNotFirst.contains(QChar(static_cast<char16_t>(c)));
}

} // namespace

FormCanvas::FormCanvas(QPainter* painter, PaperFonts& fonts, PageRecord* record)
    : m_painter(painter), m_fonts(fonts), m_record(record) {}

void FormCanvas::line(double x1, double y1, double x2, double y2, Weight weight) {
  if (!m_painter)
    return;
  const double width = weight == Weight::Hair ? 0.1 : weight == Weight::Thin ? 0.2 : 0.4;
  m_painter->setPen(QPen(Qt::black, width * kUnits, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  m_painter->drawLine(QPointF(x1, y1) * kUnits, QPointF(x2, y2) * kUnits);
}

void FormCanvas::box(const QRectF& rect, Weight weight) {
  if (!m_painter)
    return;
  const double width = weight == Weight::Hair ? 0.1 : weight == Weight::Thin ? 0.2 : 0.4;
  m_painter->setPen(QPen(Qt::black, width * kUnits, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  m_painter->setBrush(Qt::NoBrush);
  m_painter->drawRect(QRectF(rect.topLeft() * kUnits, rect.size() * kUnits));
}

QList<FormCanvas::Line> FormCanvas::broken(const QString& text, Face face, double ems) {
  QList<Line> lines(1);
  qsizetype breakAfter = 0; // how many characters of the last line may stay when the next does not fit
  const QList<uint> characters = text.toUcs4();
  for (const uint c : characters) {
    if (c == U'\n') {
      lines.append(Line());
      breakAfter = 0;
      continue;
    }
    const PlacedGlyph placed = m_fonts.glyph(face, c);
    if (placed.font < 0)
      noteMissing(c);
    Line* last = &lines.last();
    if (!last->characters.isEmpty() && !sticksTogether(last->characters.last(), c) && !mayNotBegin(c))
      breakAfter = last->characters.size();
    if (!last->characters.isEmpty() && last->ems + placed.advance > ems + 1e-6) {
      const qsizetype stay = breakAfter > 0 ? breakAfter : last->characters.size();
      Line next;
      for (qsizetype i = stay; i < last->characters.size(); ++i) {
        next.characters.append(last->characters.at(i));
        next.glyphs.append(last->glyphs.at(i));
        next.ems += last->glyphs.at(i).advance;
        last->ems -= last->glyphs.at(i).advance;
      }
      last->characters.resize(stay);
      last->glyphs.resize(stay);
      lines.append(next);
      last = &lines.last();
      breakAfter = 0;
    }
    last->characters.append(c);
    last->glyphs.append(placed);
    last->ems += placed.advance;
  }
  return lines;
}

void FormCanvas::noteMissing(char32_t character) {
  const QString text = QString::fromUcs4(&character, 1);
  if (m_record && !m_record->missing.contains(text))
    m_record->missing.append(text);
}

double FormCanvas::width(const QString& text, double size, Face face) {
  double ems = 0;
  for (const uint c : text.toUcs4())
    ems += m_fonts.glyph(face, c).advance;
  return ems * size;
}

int FormCanvas::linesOf(const QString& text, double width, double size, Face face) {
  return static_cast<int>(broken(text, face, width / size).size());
}

void FormCanvas::text(const QRectF& rect, const QString& text, const TextStyle& style) {
  if (text.isEmpty())
    return;
  if (m_record)
    m_record->texts.append(text);
  const Setting set = setting(rect, text, style);
  if (!set.fits && m_record)
    m_record->tooLong.append(text);
  const double size = set.units / kUnits;
  double top = rect.top();
  if (style.align & Qt::AlignVCenter)
    top += (rect.height() - set.height) / 2;
  else if (style.align & Qt::AlignBottom)
    top += rect.height() - set.height;
  for (qsizetype i = 0; i < set.lines.size(); ++i) {
    const double length = set.lines.at(i).ems * size;
    double x = rect.left() + style.padding;
    if (style.align & Qt::AlignHCenter)
      x = rect.left() + (rect.width() - length) / 2;
    else if (style.align & Qt::AlignRight)
      x = rect.right() - style.padding - length;
    drawLine(set.lines.at(i), x, top + (static_cast<double>(i) * kLineEms + kAscentEms) * size, set.units);
  }
}

FormCanvas::Setting FormCanvas::setting(const QRectF& rect, const QString& text, const TextStyle& style) {
  const double room = rect.width() - 2 * style.padding;
  const int asked = static_cast<int>(std::lround(style.size * kUnits));
  const int smallest = std::min(asked, static_cast<int>(std::lround(style.smallest * kUnits)));
  const auto attempt = [&](int units, bool wrap) {
    const double size = units / kUnits;
    Setting set;
    set.units = units;
    set.lines = broken(text, style.face, wrap ? room / size : 1e9);
    set.height = (static_cast<double>(set.lines.size() - 1) * kLineEms + 1.0) * size;
    const auto widest = std::max_element(set.lines.cbegin(), set.lines.cend(),
                                         [](const Line& a, const Line& b) { return a.ems < b.ems; });
    const double free = set.lines.size() > 1 ? kFreeAbove : 0.0;
    set.fits = set.height + 2 * free <= rect.height() + 1e-6 && widest->ems * size <= room + 1e-3;
    return set;
  };
  // In a cell, a little smaller in one line reads better than two lines; running text keeps its size.
  const bool runningText = style.align & Qt::AlignTop;
  for (int units = asked; !runningText && units >= std::max(smallest, asked * kOneLine / 100); units -= 10) {
    const Setting set = attempt(units, false);
    if (set.fits)
      return set;
  }
  for (int units = asked;; units -= 10) {
    const Setting set = attempt(units, style.wrap);
    if (set.fits || units - 10 < smallest)
      return set;
  }
}

void FormCanvas::drawLine(const Line& line, double x, double baseline, int units) {
  double ems = 0;
  qsizetype i = 0;
  while (i < line.characters.size()) {
    const int font = line.glyphs.at(i).font;
    if (font < 0) {                // named by the glyph check; a box to write in stands for it
      constexpr double kBox = 0.8; // of an em
      if (m_painter) {
        m_painter->setPen(QPen(Qt::black, 0.1 * kUnits));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRect(QRectF(x * kUnits + (ems + (1 - kBox) / 2) * units, baseline * kUnits - kBox * units,
                                   kBox * units, kBox * units));
      }
      ems += line.glyphs.at(i++).advance;
      continue;
    }
    const double start = ems;
    DrawnRun run;
    run.font = font;
    QList<QPointF> positions;
    for (; i < line.characters.size() && line.glyphs.at(i).font == font; ++i) {
      run.characters.append(line.characters.at(i));
      run.glyphs.append(line.glyphs.at(i).index);
      positions.append(QPointF((ems - start) * units, 0));
      ems += line.glyphs.at(i).advance;
    }
    if (m_painter) {
      QGlyphRun glyphs;
      glyphs.setRawFont(m_fonts.sized(font, units));
      glyphs.setGlyphIndexes(run.glyphs);
      glyphs.setPositions(positions);
      m_painter->setPen(Qt::black);
      m_painter->drawGlyphRun(QPointF(x * kUnits + start * units, baseline * kUnits), glyphs);
    }
    if (m_record)
      m_record->runs.append(run);
  }
}

void FormCanvas::caption(const QRectF& rect, const QString& text, double size) {
  box(rect);
  TextStyle style;
  style.size = size;
  style.align = Qt::AlignCenter;
  style.padding = 0.5;
  this->text(rect, text, style);
}

void FormCanvas::cell(const QRectF& rect, const QString& text, const TextStyle& style) {
  box(rect);
  this->text(rect, text, style);
}

void FormCanvas::verticalCaption(const QRectF& rect, const QString& text, double size) {
  box(rect);
  const QList<uint> characters = text.toUcs4();
  const double step =
      std::min(size * 1.35, rect.height() / std::max<double>(1, static_cast<double>(characters.size())));
  double y = rect.top() + (rect.height() - step * static_cast<double>(characters.size())) / 2;
  TextStyle style;
  style.size = std::min(size, step);
  style.align = Qt::AlignCenter;
  style.padding = 0;
  for (const uint c : characters) {
    const char32_t character = c;
    this->text(QRectF(rect.left(), y, rect.width(), step), QString::fromUcs4(&character, 1), style);
    y += step;
  }
}

void FormCanvas::sealPlace(double centreX, double centreY, double diameter) {
  const QRectF circle(centreX - diameter / 2, centreY - diameter / 2, diameter, diameter);
  if (m_painter) {
    m_painter->setPen(QPen(Qt::gray, 0.1 * kUnits, Qt::DashLine));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawEllipse(QRectF(circle.topLeft() * kUnits, circle.size() * kUnits));
  }
  TextStyle style;
  style.size = 3.0;
  style.align = Qt::AlignCenter;
  text(circle, QStringLiteral("（盖章处）"), style);
}

void FormCanvas::signatureLine(double x, double y, double width, const QString& caption) {
  TextStyle style;
  style.padding = 0;
  style.size = 3.3;
  const double length = this->width(caption, style.size) + 0.5;
  text(QRectF(x, y - 5, length, 5), caption, style);
  line(x + length, y, x + width, y);
}

void FormCanvas::image(const QRectF& rect, const QImage& image) {
  if (!m_painter || image.isNull())
    return;
  const QSizeF size = QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio);
  const QPointF corner = rect.center() - QPointF(size.width(), size.height()) / 2;
  m_painter->setRenderHint(QPainter::SmoothPixmapTransform);
  m_painter->drawImage(QRectF(corner * kUnits, size * kUnits), image);
}

} // namespace xueji
