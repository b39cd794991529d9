#include "ui/words/sheet_words.h"

#include <QCoreApplication>

namespace xueji {

QString wordForPassedSheet(const QString& key) {
  static constexpr struct {
    const char* key;
    const char* word;
  } kWords[] = {{"hidden", QT_TRANSLATE_NOOP("xueji::Words", "hidden")},
                {"empty", QT_TRANSLATE_NOOP("xueji::Words", "empty")},
                {"no_roster", QT_TRANSLATE_NOOP("xueji::Words", "no roster")},
                {"not_chosen", QT_TRANSLATE_NOOP("xueji::Words", "not chosen")}};
  for (const auto& one : kWords)
    if (key == QLatin1String(one.key))
      return QCoreApplication::translate("xueji::Words", one.word);
  return key;
}

} // namespace xueji
