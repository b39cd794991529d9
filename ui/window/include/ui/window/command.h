#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <functional>

namespace xueji {

class Frame;
class Session;

/// Something the window does when it is named or its keys are pressed. Search box, menu, keys and the sheet of keys are
/// made from the list of these.
struct Command {
  enum Where { ByKeysOnly = 0, InSearch = 1, InMenu = 2 };
  QString id;   ///< "lock"
  QString word; ///< translated
  QString icon = {};
  QList<QKeySequence> keys = {};
  int where = ByKeysOnly; ///< sum of Where
  std::function<void(Frame&)> run;
  std::function<bool(const Session&)> visible = {}; ///< none: for everyone
};

} // namespace xueji
