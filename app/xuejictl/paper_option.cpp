#include "app/xuejictl/paper_option.h"

#include <QStringList>

namespace xueji {

Result<SeenPaper> paperFrom(const QString& option, const QString& text, const QString& kind) {
  QStringList parts = text.split(QLatin1Char(','));
  for (QString& part : parts)
    part = part.trimmed();
  SeenPaper paper;
  paper.kind = kind.isEmpty() && !parts.isEmpty() ? parts.takeFirst() : kind;
  constexpr qsizetype kFewest = 3;
  constexpr qsizetype kMost = 4;
  if (parts.size() < kFewest || parts.size() > kMost)
    return fail(ErrorCode::ValueInvalid, {option, text});
  paper.number = parts[0];
  paper.issuer = parts[1];
  paper.issued = QDate::fromString(parts[2], Qt::ISODate);
  paper.level = parts.value(3);
  if (!paper.issued.isValid())
    return fail(ErrorCode::ValueInvalid, {option, text});
  return paper;
}

} // namespace xueji
