#include "domain/identity_number.h"

#include "cell_cleaning.h"
#include "domain/masking.h"

#include <QRegularExpression>
#include <array>

namespace xueji {

namespace {

bool isDigits(QStringView text) {
  for (const QChar c : text) {
    if (c < u'0' || c > u'9')
      return false;
  }
  return !text.isEmpty();
}

QDate dateOf(QStringView eightDigits) {
  return QDate(eightDigits.mid(0, 4).toInt(), eightDigits.mid(4, 2).toInt(), eightDigits.mid(6, 2).toInt());
}

/// 1.30502E+17, 1.30502201808310E17, and 130502201808310000.0: a number where a text was meant.
bool isSpreadsheetNumber(const QString& text) {
  static const QRegularExpression exponent(QStringLiteral("^[0-9](?:[.,][0-9]*)?E[+]?[0-9]{1,2}$"));
  static const QRegularExpression decimals(QStringLiteral("^[0-9]{16,18}[.,]0+$"));
  return exponent.match(text).hasMatch() || decimals.match(text).hasMatch();
}

} // namespace

QString IdentityNumber::clean(const QString& typed) {
  detail::Cleaning cell = detail::cleanedCell(typed);
  detail::makeHalfWidth(cell);
  detail::removeSpaces(cell);
  detail::makeLettersLatin(cell);
  detail::makeUpperCase(cell);
  return cell.text;
}

std::expected<IdentityNumber, IdentityFault> IdentityNumber::parse(const QString& typed) {
  const QString text = clean(typed);
  if (isSpreadsheetNumber(text))
    return std::unexpected(IdentityFault::Damaged);
  const bool wellFormed = text.size() == 18 && isDigits(QStringView(text).left(17)) &&
                          (text[17] == u'X' || isDigits(QStringView(text).right(1)));
  if (!wellFormed)
    return std::unexpected(IdentityFault::Form);
  if (text[17] != checkCharacter(QStringView(text).left(17))) {
    // A spreadsheet keeps 15 digits of a number and writes zeros for the others.
    return std::unexpected(text.endsWith(QStringLiteral("000")) ? IdentityFault::Damaged
                                                                : IdentityFault::CheckCharacter);
  }
  if (!dateOf(QStringView(text).mid(6, 8)).isValid())
    return std::unexpected(IdentityFault::BirthDate);
  return IdentityNumber(text);
}

std::optional<IdentityNumber> IdentityNumber::fromFifteen(const QString& typed) {
  const QString text = clean(typed);
  if (text.size() != 15 || !isDigits(text))
    return std::nullopt;
  const QString seventeen = text.left(6) + QStringLiteral("19") + text.mid(6);
  const auto number = parse(seventeen + checkCharacter(seventeen));
  return number ? std::optional(*number) : std::nullopt;
}

QChar IdentityNumber::checkCharacter(QStringView seventeen) {
  static constexpr std::array kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  if (seventeen.size() != qsizetype(kWeights.size()) || !isDigits(seventeen))
    return QChar();
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i)
    sum += kWeights[i] * (seventeen[qsizetype(i)].unicode() - u'0');
  return QChar(u"10X98765432"[sum % 11]);
}

QDate IdentityNumber::birthDate() const {
  return dateOf(QStringView(m_text).mid(6, 8));
}

Sex IdentityNumber::sex() const {
  return m_text[16].digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
}

bool IdentityNumber::isResidencePermit() const {
  const QString region = regionCode();
  return region == QStringLiteral("810000") || region == QStringLiteral("820000") || region == QStringLiteral("830000");
}

QString IdentityNumber::masked() const {
  return maskedIdentityNumber(m_text);
}

QString IdentityNumber::grouped() const {
  return groupedNumber(m_text);
}

} // namespace xueji
