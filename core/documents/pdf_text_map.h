#pragma once

#include "documents/form_canvas.h"
#include "domain/error.h"
#include "domain/progress.h"

#include <QByteArray>

namespace xueji {

/// Qt's PDF writer draws rightly but guesses the text from the glyph (学生 comes back as radicals, characters beyond
/// the basic plane are lost). This replaces every font's ToUnicode map by what was drawn: the glyph codes of a page
/// stand in the order of drawing, so each is paired with its character. Where one glyph stands for two characters in
/// one font, the rarer use is marked with ActualText. Errors: Internal, when codes and characters do not pair (another
/// count, or one code for two glyphs);
/// Cancelled.
Result<QByteArray> withRightText(const QByteArray& pdf, const QList<PageRecord>& pages, const Progress& progress = {});

/// The text of each page as its own maps tell it, in the order of drawing. Errors: FileDamaged, Cancelled.
Result<QStringList> textOfPdf(const QByteArray& pdf, const Progress& progress = {});

} // namespace xueji
