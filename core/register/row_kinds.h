#pragma once

#include "exchange/sheet.h"
#include "register/column_mapping.h"

namespace xueji {

/// What a line of a roster is that is no child; finding codes of the rule book's general sentences. Empty: it may be
/// one. "rows_header" (the header again), "rows_total" (合计 ...), "rows_signature" (填表人 ...), "rows_numbering" (1,
/// 2, 3 under the header), "rows_bare" (nothing but columns that are not taken: a running number).
QString whatIsNoChild(const QList<Cell>& line, const ColumnMapping& mapping);

} // namespace xueji
