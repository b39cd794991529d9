#include "domain/school_code.h"

#include "domain/identity_number.h"

#include <QRegularExpression>

namespace xueji {

std::optional<SchoolCode> SchoolCode::parse(const QString& typed) {
  static const QRegularExpression form(QStringLiteral("^[0-9]{10}$"));
  const QString text = IdentityNumber::clean(typed);
  return form.match(text).hasMatch() ? std::optional(SchoolCode(text)) : std::nullopt;
}

} // namespace xueji
