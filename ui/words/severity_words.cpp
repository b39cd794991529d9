#include "ui/words/severity_words.h"

#include <QCoreApplication>

namespace xueji {

QString severityWord(Severity severity) {
  static constexpr const char* kWords[] = {QT_TRANSLATE_NOOP("xueji::FindingLabel", "Refused"),
                                           QT_TRANSLATE_NOOP("xueji::FindingLabel", "Proof needed"),
                                           QT_TRANSLATE_NOOP("xueji::FindingLabel", "Note")};
  return QCoreApplication::translate("xueji::FindingLabel", kWords[static_cast<std::size_t>(severity)]);
}

} // namespace xueji
