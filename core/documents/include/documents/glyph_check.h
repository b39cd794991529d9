#pragma once

#include "documents/paper.h"

namespace xueji {

/// Characters of the paper that no installed font can draw, each once, in the order met. To be asked before printing.
QStringList missingGlyphs(const Paper& paper);

/// The same for a text in the face forms are set in.
QStringList missingGlyphs(const QString& text, PaperFonts& fonts);

} // namespace xueji
