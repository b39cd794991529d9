#include "text/country_names.h"

#include <QSet>
#include <algorithm>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace xueji {

namespace {

QString toQString(const icu::UnicodeString& text) {
  return QString(reinterpret_cast<const QChar*>(text.getBuffer()), text.length());
}

} // namespace

QList<CountryName> countryNames() {
  QList<CountryName> countries;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale place("", *code);
    const QString alpha3 = QString::fromLatin1(place.getISO3Country());
    // User-assigned and reserved codes are no countries of ISO 3166 and GB/T 2659.
    static const QSet<QString> kNoCountries{QStringLiteral("XK"), QStringLiteral("IC"), QStringLiteral("EA"),
                                            QStringLiteral("DG"), QStringLiteral("AC"), QStringLiteral("CP"),
                                            QStringLiteral("CQ"), QStringLiteral("TA"), QStringLiteral("QO")};
    if (alpha3.size() != 3 || kNoCountries.contains(QString::fromLatin1(*code))) {
      continue; // ICU lists a few codes that ISO 3166 only reserves
    }
    icu::UnicodeString chinese;
    icu::UnicodeString english;
    place.getDisplayCountry(icu::Locale::getSimplifiedChinese(), chinese);
    place.getDisplayCountry(icu::Locale::getEnglish(), english);
    countries.append({alpha3, QString::fromLatin1(*code), toQString(chinese), toQString(english)});
  }
  std::sort(countries.begin(), countries.end(),
            [](const CountryName& a, const CountryName& b) { return a.alpha3 < b.alpha3; });
  return countries;
}

} // namespace xueji
