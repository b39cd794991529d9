#pragma once

#include "documents/form_canvas.h"

#include <QString>
#include <QStringList>
#include <memory>

namespace xueji {

/// What stands at the edges of every page: who prints, for what, and by what it can be found in the log.
struct PaperFrame {
  QString schoolName;
  QString schoolCode;
  QString purpose;     ///< 此件仅用于…; without the words 此件仅用于
  QString printNumber; ///< of the log row of this print
  QString logCode;     ///< short code of the log's head
  QString date;        ///< 2024年9月1日
  QString printedBy;
  bool partial = false;     ///< items were left out that the person may not see or print: each page says so
  QStringList lacking = {}; ///< characters that no font has, with their places: named below, to be written by hand
};

/// Something on A4 paper. Drawn once: preview, printer and PDF call the same paintPage.
class Paper {
public:
  Paper(PaperFrame frame, std::shared_ptr<PaperFonts> fonts);
  virtual ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  virtual QString title() const = 0; ///< also the name of its file, without ending
  virtual int pageCount() const = 0; ///< 1 or more
  virtual bool isLandscape() const { return false; }
  /// Characters that no font has are named on it: it may leave with empty boxes for them.
  bool namesLacking() const { return !m_frame.lacking.isEmpty(); }

  /// Draws page 0 .. pageCount()-1. The painter's window (QPainter::window) is the whole sheet, edges included: a
  /// QPdfWriter without margins, a QPrinter with setFullPage(true), an image of 210 : 297.
  void paintPage(QPainter& painter, int page, PageRecord* record = nullptr) const;
  /// The same page recorded without drawing: texts, glyphs, what has no glyph, what did not fit.
  PageRecord recordOfPage(int page) const;
  QStringList textsOfPage(int page) const { return recordOfPage(page).texts; }
  /// Millimetres: 210 x 297, or 297 x 210.
  QSizeF size() const { return isLandscape() ? QSizeF(297, 210) : QSizeF(210, 297); }

protected:
  /// The page without its frame.
  virtual void drawPage(FormCanvas& canvas, int page) const = 0;
  const PaperFrame& frame() const { return m_frame; }
  PaperFonts& fonts() const { return *m_fonts; }

private:
  void drawFrame(FormCanvas& canvas, int page) const;

  PaperFrame m_frame;
  std::shared_ptr<PaperFonts> m_fonts;
};

} // namespace xueji
