#pragma once

#include "ui/office/office_page.h"

class QTableWidget;
class QPushButton;

namespace xueji {

/// Who read, changed, printed, exported, failed to sign in: the latest lines of the log, more on demand.
class LogSection : public OfficeSection {
  Q_OBJECT

public:
  LogSection(Session& session, QWidget* parent);
  void refresh() override;

private:
  void showMore();
  int m_shown = 0;
  QTableWidget* m_table;
  QPushButton* m_more;
};

} // namespace xueji
