#pragma once

#include "domain/random_source.h"

#include <QDate>
#include <QString>
#include <expected>

namespace xueji {

enum class StudentNumberFault {
  Form,           ///< not 19 characters: G, J or L, 17 digits, a digit or X
  CheckCharacter, ///< of G and J: MOD 11-2 of the tail does not fit
  BirthDate,      ///< a date that no calendar has
};

/// 学籍号 (个人标识码), 19 characters: G and the identity number as it was when issued; J, the school's region, birth
/// date, sequence and check character for a pupil without a usable one; L, region, birth date and four random digits
/// until the national check is through (教育部 2016).
class StudentNumber {
public:
  /// IdentityNumber::clean() and capitals, then the checks above. L has no check character.
  static std::expected<StudentNumber, StudentNumberFault> parse(const QString& typed);
  static QString clean(const QString& typed);
  /// A new L number. regionCode6: six digits of the school's county. The caller sees to it that it is not taken.
  static QString makeTemporary(const QString& regionCode6, const QDate& birth, RandomSource& random);
  /// True for L to G, L to J and J to G: the only ways a number changes. Takes the lead letters.
  static bool allowedMove(QChar from, QChar to);

  const QString& toString() const { return m_text; }
  QChar lead() const { return m_text[0]; } ///< 'G', 'J' or 'L'
  bool isTemporary() const { return lead() == u'L'; }
  QString tail() const { return m_text.mid(1); } ///< of G: the identity number
  QString regionCode() const { return m_text.mid(1, 6); }
  QDate birthDate() const;
  QString masked() const; ///< G13**************10
  bool operator==(const StudentNumber&) const = default;

private:
  explicit StudentNumber(QString text) : m_text(std::move(text)) {}
  QString m_text;
};

} // namespace xueji
