#include "ui/widgets/plain_table.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace xueji {

void makePlain(QTableView* table) {
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setTabKeyNavigation(false);
  table->setShowGrid(false);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(kTableRow);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace xueji
