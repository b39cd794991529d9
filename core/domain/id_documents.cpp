#include "domain/id_documents.h"

#include "domain/masking.h"

#include <QRegularExpression>

namespace xueji {

namespace {

bool matches(const QString& text, const char* pattern) {
  return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern))).match(text).hasMatch();
}

IdDocumentFault faultOf(IdentityFault fault) {
  switch (fault) {
  case IdentityFault::Damaged:
    return IdDocumentFault::Damaged;
  case IdentityFault::CheckCharacter:
    return IdDocumentFault::CheckCharacter;
  case IdentityFault::BirthDate:
    return IdDocumentFault::BirthDate;
  case IdentityFault::Form:
    break;
  }
  return IdDocumentFault::Form;
}

/// Kinds that are 18 characters with date and check like an identity number.
bool isEighteen(IdDocumentKind kind) {
  return kind == IdDocumentKind::ResidentCard || kind == IdDocumentKind::ResidencePermit ||
         kind == IdDocumentKind::ForeignerCard;
}

/// Whether the lead of such a number is that of the kind.
bool hasLeadOf(IdDocumentKind kind, const IdentityNumber& number) {
  const bool foreigner = number.toString().startsWith(u'9');
  if (kind == IdDocumentKind::ForeignerCard)
    return foreigner;
  return !foreigner && number.isResidencePermit() == (kind == IdDocumentKind::ResidencePermit);
}

const char* patternOf(IdDocumentKind kind) {
  switch (kind) {
  case IdDocumentKind::HomeReturnPermit:
    return "[HM][0-9]{8}(?:[0-9]{2})?";
  case IdDocumentKind::TaiwanPermit:
    return "[0-9]{8}|[0-9]{10}\\(?[A-Z]\\)?";
  case IdDocumentKind::OldForeignerCard:
    return "[A-Z]{3}[0-9]{12}";
  case IdDocumentKind::HongKongCard:
    return "[A-Z]{1,2}[0-9]{6}\\(?[0-9A]\\)?";
  case IdDocumentKind::MacaoCard:
    return "[157][0-9]{6}\\(?[0-9]\\)?";
  default:
    return "[A-Z0-9]{5,15}";
  }
}

} // namespace

QString IdDocument::clean(const QString& typed) {
  return IdentityNumber::clean(typed);
}

std::expected<IdDocument, IdDocumentFault> IdDocument::parse(IdDocumentKind kind, const QString& typed) {
  const QString text = clean(typed);
  if (isEighteen(kind)) {
    const auto number = IdentityNumber::parse(text);
    if (!number)
      return std::unexpected(faultOf(number.error()));
    if (!hasLeadOf(kind, *number))
      return std::unexpected(IdDocumentFault::Form);
  } else if (!matches(text, patternOf(kind))) {
    return std::unexpected(IdDocumentFault::Form);
  }
  return IdDocument(kind, text);
}

std::optional<IdDocument> IdDocument::classify(const QString& typed) {
  for (const IdDocumentKind kind :
       {IdDocumentKind::ResidentCard, IdDocumentKind::ResidencePermit, IdDocumentKind::ForeignerCard,
        IdDocumentKind::HomeReturnPermit, IdDocumentKind::TaiwanPermit, IdDocumentKind::OldForeignerCard,
        IdDocumentKind::HongKongCard, IdDocumentKind::MacaoCard, IdDocumentKind::Passport}) {
    if (const auto document = parse(kind, typed))
      return *document;
  }
  return std::nullopt;
}

std::optional<QDate> IdDocument::birthDate() const {
  return isEighteen(m_kind) ? std::optional(IdentityNumber::parse(m_text)->birthDate()) : std::nullopt;
}

std::optional<Sex> IdDocument::sex() const {
  return isEighteen(m_kind) ? std::optional(IdentityNumber::parse(m_text)->sex()) : std::nullopt;
}

QString IdDocument::masked() const {
  return maskedIdentityNumber(m_text);
}

std::expected<DisabilityCard, DisabilityCardFault> DisabilityCard::parse(const QString& typed) {
  const QString text = IdentityNumber::clean(typed);
  const auto number = IdentityNumber::parse(text.size() >= 20 ? text.left(18) : text);
  if (!number && number.error() == IdentityFault::Damaged)
    return std::unexpected(DisabilityCardFault::Damaged);
  if (!matches(text, "[0-9]{17}[0-9X][0-9]{2}(?:B[0-9]{1,2})?"))
    return std::unexpected(DisabilityCardFault::Form);
  if (!number)
    return std::unexpected(DisabilityCardFault::IdentityNumber);
  if (text[18] < u'1' || text[18] > u'7')
    return std::unexpected(DisabilityCardFault::Type);
  if (text[19] < u'1' || text[19] > u'4')
    return std::unexpected(DisabilityCardFault::Grade);
  return DisabilityCard(text);
}

IdentityNumber DisabilityCard::identityNumber() const {
  return *IdentityNumber::parse(m_text.left(18));
}

int DisabilityCard::reissues() const {
  return m_text.mid(21).toInt();
}

QString DisabilityCard::masked() const {
  return maskedIdentityNumber(m_text);
}

} // namespace xueji
