#pragma once

class QTableView;

namespace xueji {

/// How a table of whole lines looks and behaves: no grid, no line numbers, one height, headers to the left, and Tab
/// leads out of it.
void makePlain(QTableView* table);

} // namespace xueji
