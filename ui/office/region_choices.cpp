#include "region_choices.h"

namespace xueji {

QList<Choice> countiesOf(const RegionTable& regions, const QString& province) {
  QList<Choice> counties;
  for (const Region& region : regions.rows()) {
    const bool county = !region.code.endsWith(QLatin1String("00"));
    if (county && !region.lastYear && region.code.startsWith(province.left(2)))
      counties.append({region.code, regions.fullName(region.code), {region.name}});
  }
  return counties;
}

} // namespace xueji
