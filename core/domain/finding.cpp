#include "domain/finding.h"

#include <array>
#include <utility>

namespace xueji {

namespace {

constexpr std::array<std::pair<Severity, QLatin1String>, 3> kKeys{{{Severity::Refuse, QLatin1String("refuse")},
                                                                   {Severity::Proof, QLatin1String("proof")},
                                                                   {Severity::Warn, QLatin1String("warn")}}};

} // namespace

QString toKey(Severity severity) {
  return kKeys[static_cast<std::size_t>(severity)].second;
}

std::optional<Severity> severityFromKey(QStringView key) {
  for (const auto& [severity, name] : kKeys)
    if (key == name)
      return severity;
  return std::nullopt;
}

} // namespace xueji
