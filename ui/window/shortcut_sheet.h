#pragma once

#include "ui/window/command.h"

#include <QDialog>

namespace xueji {

/// All keys on one sheet (Ctrl+/).
class ShortcutSheet : public QDialog {
  Q_OBJECT

public:
  explicit ShortcutSheet(const QList<Command>& commands, QWidget* parent = nullptr);
};

} // namespace xueji
