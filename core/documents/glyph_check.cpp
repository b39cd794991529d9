#include "documents/glyph_check.h"

namespace xueji {

QStringList missingGlyphs(const Paper& paper) {
  QStringList missing;
  for (int page = 0; page < paper.pageCount(); ++page) {
    for (const QString& character : paper.recordOfPage(page).missing) {
      if (!missing.contains(character))
        missing.append(character);
    }
  }
  return missing;
}

QStringList missingGlyphs(const QString& text, PaperFonts& fonts) {
  QStringList missing;
  for (const uint c : text.toUcs4()) {
    const char32_t character = c;
    const QString one = QString::fromUcs4(&character, 1);
    if (fonts.glyph(Face::Serif, character).font < 0 && !missing.contains(one))
      missing.append(one);
  }
  return missing;
}

} // namespace xueji
