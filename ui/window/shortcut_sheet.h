#pragma once

#include <QDialog>

namespace xueji {

/// All keys on one sheet (Ctrl+/).
class ShortcutSheet : public QDialog {
  Q_OBJECT

public:
  explicit ShortcutSheet(QWidget* parent = nullptr);
};

} // namespace xueji
