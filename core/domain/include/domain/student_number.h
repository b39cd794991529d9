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

/// Where a number comes from. Only the national system gives a 学籍号, those beginning with L included.
enum class NumberSource {
  Local, ///< 校内临时编号, made here until the system gives a 学籍号, whatever its lead: stays burnt for ever, is no
         ///< 学籍号
  System, ///< 学籍号: free again once all its rows are void (it was typed at the wrong child)
};
QString toKey(NumberSource source);                   ///< "local", "system" as stored
NumberSource numberSourceFromKey(const QString& key); ///< Local where it is not "system"
QString chineseName(NumberSource source);             ///< 校内临时编号, 学籍号
QString awaitedNumber();                              ///< 待国家系统下发学籍号: said beside a local number
/// A number, masked or whole, as it stands where nothing else says what it is: a local one with 校内临时编号 before it.
QString toldNumber(const QString& number, NumberSource source);

/// 学籍号 (个人标识码), 19 characters: G and the identity number as it was when issued; J, the school's region, birth
/// date, sequence and check character for a pupil without a usable one; L, region, birth date and four random digits
/// until the national check is through (教育部 2016). A 校内临时编号 is built like an L.
class StudentNumber {
public:
  /// IdentityNumber::clean() and capitals, then the checks above. L has no check character.
  static std::expected<StudentNumber, StudentNumberFault> parse(const QString& typed);
  static QString clean(const QString& typed);
  /// A new 校内临时编号. regionCode6: six digits of the school's county. The caller sees to it that it is not taken.
  static QString makeTemporary(const QString& regionCode6, const QDate& birth, RandomSource& random);
  /// True for L to G, L to J and J to G: the only ways a 学籍号 changes (any of them may follow a 校内临时编号). Takes
  /// the lead letters.
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
