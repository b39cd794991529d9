#pragma once

#include "domain/sex.h"

#include <QDate>
#include <QString>
#include <expected>
#include <optional>

namespace xueji {

/// Why a text is no identity number. The first that applies, in this order: damaged exponent form, form, damaged tail,
/// check character, birth date.
enum class IdentityFault {
  Form,    ///< not 17 digits and a digit or X
  Damaged, ///< a spreadsheet made a number of it: 1.30502E+17, or 130502201808310000 (15 digits kept, 000 behind)
  CheckCharacter, ///< MOD 11-2 does not fit
  BirthDate,      ///< a date that no calendar has
};

/// 公民身份号码, GB 11643-1999: region (6), birth date (8), sequence (3, odd for boys), check character. Also the
/// number of 港澳台居民居住证 (regions 81, 82, 83). Whether its region was ever issued, and whether its date agrees
/// with the record, is for rules to say.
class IdentityNumber {
public:
  /// clean(), then the checks above.
  static std::expected<IdentityNumber, IdentityFault> parse(const QString& typed);
  /// What a person meant: half width (NFKC), no blanks or invisible characters, no leading apostrophe of a spreadsheet,
  /// x and the look-alikes Х х (Cyrillic) and Χ χ (Greek) as X.
  static QString clean(const QString& typed);
  /// First-generation number (6 + yymmdd + 3) in its present form; none where it is not 15 digits or has no date.
  static std::optional<IdentityNumber> fromFifteen(const QString& typed);
  /// Check character of 17 digits by ISO 7064 MOD 11-2; null where they are not 17 digits.
  static QChar checkCharacter(QStringView seventeen);

  const QString& toString() const { return m_text; }
  QDate birthDate() const;
  Sex sex() const;
  QString regionCode() const { return m_text.left(6); }
  bool isResidencePermit() const; ///< 港澳台居民居住证: region 810000, 820000 or 830000
  QString masked() const;         ///< 13**************10
  QString grouped() const;        ///< 130502 20180831 001 0
  bool operator==(const IdentityNumber&) const = default;

private:
  explicit IdentityNumber(QString text) : m_text(std::move(text)) {}
  QString m_text;
};

} // namespace xueji
