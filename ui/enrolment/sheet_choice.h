#pragma once

#include "register/roster_import.h"

#include <QListWidget>

namespace xueji {

/// Which sheets of a file with several rosters are imported; takes no room where there is nothing to choose.
class SheetChoice : public QListWidget {
  Q_OBJECT

public:
  explicit SheetChoice(QWidget* parent = nullptr);
  /// `looks` as lookAt() gives them for the sheets of `file`.
  void setFile(const SheetFile* file, const QList<SheetLook>& looks, const QStringList& chosen);
  /// A file whose rosters must be chosen from and none is.
  bool isUndecided() const;

signals:
  void chosen(const QStringList& names);

private:
  QStringList checked() const;
};

} // namespace xueji
