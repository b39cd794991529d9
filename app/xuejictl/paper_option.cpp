#include "paper_option.h"

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
    return fail(ErrorCode::ValueInvalid,
                {option + QStringLiteral(" %1NUMBER,ISSUER,DATE[,LEVEL]").arg(kind.isEmpty() ? "KIND," : ""), text});
  paper.number = parts[0];
  paper.issuer = parts[1];
  paper.issued = QDate::fromString(parts[2], Qt::ISODate);
  paper.level = parts.value(3);
  if (!paper.issued.isValid() && !parts[2].isEmpty())
    return fail(ErrorCode::ValueInvalid, {option + QStringLiteral(" DATE"), parts[2]});
  return paper;
}

} // namespace xueji
