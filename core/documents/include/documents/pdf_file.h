#pragma once

#include "documents/paper.h"
#include "domain/error.h"
#include "domain/progress.h"

namespace xueji {

/// All papers one after the other in one PDF: fonts embedded and subset, text maps written from what was drawn and read
/// back. Nothing is left on disk on failure, and nothing is written elsewhere than at `path`.
/// Errors: GlyphMissing (args: the characters), PathMissing, NotWritable, WriteFailed, Cancelled, NothingToDo (no
/// paper), Internal (the text did not come back as drawn: the file is not written).
Result<void> writePdf(const QString& path, const QList<const Paper*>& papers, const Progress& progress = {});

/// The same as bytes in memory.
Result<QByteArray> pdfBytes(const QList<const Paper*>& papers, const Progress& progress = {});

/// The names of one file for each paper, after the papers' titles; no two are alike.
QStringList pdfNames(const QStringList& titles);
/// One file for each paper, named by pdfNames(), in an existing `folder`. Answers the paths.
/// Files already written when a later one fails are removed.
Result<QStringList> writePdfs(const QString& folder, const QList<const Paper*>& papers, const Progress& progress = {});

/// A title as a file name: what file systems refuse becomes _.
QString fileNameOf(const QString& title);

} // namespace xueji
