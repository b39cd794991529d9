#include "domain/school_profile.h"

#include <array>
#include <utility>

namespace xueji {

namespace {

using Text = QString SchoolProfile::*;

const std::array<std::pair<const char*, Text>, 10> kTexts = {{
    {"code", &SchoolProfile::code},
    {"name", &SchoolProfile::name},
    {"region", &SchoolProfile::region},
    {"kind", &SchoolProfile::kind},
    {"urban_rural", &SchoolProfile::urbanRural},
    {"principal", &SchoolProfile::principal},
    {"registrar", &SchoolProfile::registrar},
    {"address", &SchoolProfile::address},
    {"phone", &SchoolProfile::phone},
    {"bureau", &SchoolProfile::bureau},
}};

} // namespace

SchoolProfile SchoolProfile::fromSchoolCode(const QString& code, const QString& name, const QString& region) {
  SchoolProfile profile;
  profile.code = code;
  profile.name = name;
  profile.region = region;
  profile.kind = usualSchoolKindOfCategory(profile.category());
  profile.system = SchoolSystem(stagesOfSchoolKind(profile.kind));
  return profile;
}

QJsonObject SchoolProfile::toJson() const {
  QJsonObject object;
  for (const auto& [key, member] : kTexts) {
    object.insert(QLatin1String(key), this->*member);
  }
  object.insert(QStringLiteral("system"), system.toJson());
  return object;
}

std::optional<SchoolProfile> SchoolProfile::fromJson(const QJsonObject& object) {
  SchoolProfile profile;
  for (const auto& [key, member] : kTexts) {
    profile.*member = object.value(QLatin1String(key)).toString();
  }
  const auto system = SchoolSystem::fromJson(object.value(QStringLiteral("system")).toObject());
  if (!system || profile.code.isEmpty() || profile.name.isEmpty()) {
    return std::nullopt;
  }
  profile.system = *system;
  return profile;
}

} // namespace xueji
