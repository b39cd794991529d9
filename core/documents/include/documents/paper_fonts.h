#pragma once

#include <QHash>
#include <QList>
#include <QRawFont>
#include <QString>
#include <QStringList>
#include <memory>

namespace xueji {

/// The faces a paper is set in. Forms are 宋体-like (Serif), small print and tight columns Sans.
enum class Face { Serif, SerifBold, Sans };

/// One character as it will be drawn: which font of the chain, which glyph, how wide (in ems).
struct PlacedGlyph {
  int font = -1; ///< -1: no font has it
  quint32 index = 0;
  double advance = 1.0;
};

/// The fonts of papers: for each face a chain of families, the first that has a character draws it. One glyph a
/// character, by the font's own character map: no ligatures and no shaping, so that a PDF's text can be told exactly.
/// Belongs to the thread that made it (as QRawFont does); needs a QGuiApplication.
class PaperFonts {
public:
  PaperFonts();

  /// `character` in `face`; font is -1 where no installed family has it.
  PlacedGlyph glyph(Face face, char32_t character);
  /// The font of a glyph at `pixelSize` units.
  QRawFont sized(int font, int pixelSize);

private:
  int fontOf(const QString& family, bool bold);

  struct Chain {
    QList<int> fonts;
    QHash<char32_t, PlacedGlyph> known;
  };
  QList<QRawFont> m_fonts; ///< at kMeasure units
  QStringList m_names;     ///< family and weight of each, to find it again
  QHash<qint64, QRawFont> m_sized;
  Chain m_chains[3];
};

} // namespace xueji
