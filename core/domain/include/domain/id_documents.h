#pragma once

#include "domain/identity_number.h"

#include <QDate>
#include <QString>
#include <expected>
#include <optional>

namespace xueji {

/// Papers that say who a person is, by the form of their number. (What a record calls 身份证件类型 is code table
/// id_document.)
enum class IdDocumentKind {
  ResidentCard,     ///< 居民身份证
  ResidencePermit,  ///< 港澳台居民居住证
  HomeReturnPermit, ///< 港澳居民来往内地通行证: H or M and 8 digits, older ones with 2 more for the issue
  TaiwanPermit,     ///< 台湾居民来往大陆通行证: 8 digits; older ones 10 digits and a letter
  ForeignerCard,    ///< 外国人永久居留身份证, 2023 form: 9, 17 characters like an identity number
  OldForeignerCard, ///< its form of 2017 and before: 3 letters (country) and 12 digits
  HongKongCard,     ///< 香港身份证: a letter or two, six digits, a check character, in brackets or not: A123456(7)
  MacaoCard,        ///< 澳门身份证: seven digits that begin with 1, 5 or 7, a check digit, in brackets or not
  Passport,         ///< 护照: 5 to 15 letters and digits
};

enum class IdDocumentFault { Form, Damaged, CheckCharacter, BirthDate };

/// The number of such a paper, in the form its kind has.
class IdDocument {
public:
  /// As the given kind; the text is cleaned first (width, blanks, capitals).
  static std::expected<IdDocument, IdDocumentFault> parse(IdDocumentKind kind, const QString& typed);
  /// The one kind whose form the text has. Of numbers that two kinds share the narrower one is meant: eight digits are
  /// a Taiwan permit (a Macao card without its brackets, too); what fits nothing narrower is a passport. None where
  /// nothing fits, and for a broken check character.
  static std::optional<IdDocument> classify(const QString& typed);
  static QString clean(const QString& typed);

  IdDocumentKind kind() const { return m_kind; }
  const QString& toString() const { return m_text; }
  std::optional<QDate> birthDate() const; ///< only where the number holds one
  std::optional<Sex> sex() const;         ///< only for kinds of 18 characters
  QString masked() const;
  bool operator==(const IdDocument&) const = default;

private:
  IdDocument(IdDocumentKind kind, QString text) : m_kind(kind), m_text(std::move(text)) {}
  IdDocumentKind m_kind;
  QString m_text;
};

enum class DisabilityCardFault { Form, Damaged, IdentityNumber, Type, Grade };

/// 残疾人证: identity number (18), type of disability 1-7, grade 1-4 (1 the severest), after a reissue B and its count.
class DisabilityCard {
public:
  static std::expected<DisabilityCard, DisabilityCardFault> parse(const QString& typed);

  const QString& toString() const { return m_text; }
  IdentityNumber identityNumber() const;
  QString type() const { return m_text.mid(18, 1); } ///< code of table disability: 1 视力 ... 7 多重
  int grade() const { return m_text[19].digitValue(); }
  int reissues() const; ///< 0 for the first card
  QString masked() const;
  bool operator==(const DisabilityCard&) const = default;

private:
  explicit DisabilityCard(QString text) : m_text(std::move(text)) {}
  QString m_text;
};

} // namespace xueji
