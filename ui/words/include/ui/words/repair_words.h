#pragma once

#include <QString>

namespace xueji {

/// What was put right in a cell while it was read, by its key of field_parser.h: "spaces" -> "Blanks inside were taken
/// out." A sentence that names an unknown key as it is.
QString sentenceForRepair(const QString& kind);

} // namespace xueji
