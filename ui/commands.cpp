#include "ui/commands.h"

#include "ui/shell/session.h"
#include "ui/window/frame.h"

#include <QCoreApplication>

namespace xueji {

namespace {

QString word(const char* source) {
  return QCoreApplication::translate("xueji::Commands", source);
}

auto openOffice(const char* section) {
  return [section](Frame& frame) { frame.open(QString::fromLatin1(place::kOffice), QString::fromLatin1(section)); };
}

auto onPage(void (Page::*act)()) {
  return [act](Frame& frame) { frame.askPage(act); };
}

bool backsUp(const Session& session) {
  return session.store().may(Capability::BackUp);
}

} // namespace

QList<Command> allCommands() {
  constexpr int kBoth = Command::InSearch | Command::InMenu;
  const auto keys = [](auto... sequences) { return QList<QKeySequence>{QKeySequence(sequences)...}; };
  return {
      {"search",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Search students and commands")),
       {},
       keys(Qt::CTRL | Qt::Key_K),
       Command::ByKeysOnly,
       [](Frame& frame) { frame.searchBox().activate(); }},
      {"back",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Back to where you were")),
       {},
       keys(Qt::ALT | Qt::Key_Left),
       Command::ByKeysOnly,
       [](Frame& frame) { frame.back(); }},
      {"panes",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Next part of the page")),
       {},
       keys(Qt::Key_F6),
       Command::ByKeysOnly,
       [](Frame& frame) { frame.cyclePanes(); }},
      {"save",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Save or go on")),
       {},
       keys(Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter, Qt::CTRL | Qt::Key_S),
       Command::ByKeysOnly,
       onPage(&Page::save)},
      {"new",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "New")),
       {},
       keys(Qt::CTRL | Qt::Key_N),
       Command::ByKeysOnly,
       onPage(&Page::createNew)},
      {"print",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Print")),
       {},
       keys(Qt::CTRL | Qt::Key_P),
       Command::ByKeysOnly,
       onPage(&Page::print)},
      {"undo",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Undo")),
       {},
       keys(Qt::CTRL | Qt::Key_Z),
       Command::ByKeysOnly,
       onPage(&Page::undo)},
      {"window",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Settings of this window")),
       "columns",
       {},
       kBoth,
       openOffice("window")},
      {"backup",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "Backup and check")),
       "backup",
       {},
       kBoth,
       openOffice("backup"),
       backsUp},
      {"lock", word(QT_TRANSLATE_NOOP("xueji::Commands", "Lock the window")), "lock", keys(Qt::CTRL | Qt::Key_L), kBoth,
       [](Frame& frame) { emit frame.lockWanted(); }},
      {"keys", word(QT_TRANSLATE_NOOP("xueji::Commands", "Keyboard shortcuts")), "help", keys(Qt::CTRL | Qt::Key_Slash),
       kBoth, [](Frame& frame) { frame.showKeys(); }},
      {"about",
       word(QT_TRANSLATE_NOOP("xueji::Commands", "About Xueji")),
       {},
       {},
       kBoth,
       [](Frame& frame) { emit frame.aboutWanted(); }},
  };
}

} // namespace xueji
