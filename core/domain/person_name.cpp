#include "person_name.h"

#include "cell_cleaning.h"
#include "text/folding.h"

namespace xueji {

QString PersonName::clean(const QString& typed) {
  detail::Cleaning cell = detail::cleanedCell(typed);
  detail::cleanPersonName(cell);
  return cell.text;
}

bool PersonName::isOrdinary(const QString& name) {
  const QList<uint> characters = name.toUcs4();
  if (characters.size() < kShortest || characters.size() > kLongest)
    return false;
  bool wasDot = true; // none at the beginning, none after another
  for (const uint c : characters) {
    const bool dot = c == u'·';
    if (dot ? wasDot : !isHan(c))
      return false;
    wasDot = dot;
  }
  return !wasDot;
}

} // namespace xueji
