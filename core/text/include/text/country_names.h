#pragma once

#include <QList>
#include <QString>

namespace xueji {

/// A country or region of ISO 3166-1 as ICU knows it.
struct CountryName {
  QString alpha3;  ///< "FRA"
  QString alpha2;  ///< "FR"
  QString chinese; ///< 法国
  QString english; ///< France
};

/// All of them, ordered by alpha-3 code. Names are those of the installed ICU.
QList<CountryName> countryNames();

} // namespace xueji
