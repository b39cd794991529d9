#pragma once

#include <QWidget>

class QLabel;

namespace xueji {

/// The bottom line: what the page counts, on the left; the school year and the last proven backup on the right.
class StatusLine : public QWidget {
  Q_OBJECT

public:
  explicit StatusLine(QWidget* parent = nullptr);
  void setPageText(const QString& text);
  void setSemester(const QString& text);
  /// `stale`: drawn as a warning.
  void setBackup(const QString& text, bool stale);

private:
  QLabel* m_page;
  QLabel* m_semester;
  QLabel* m_backup;
};

} // namespace xueji
