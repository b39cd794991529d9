#include "domain/field_parser.h"

#include "domain/identity_number.h"

#include "cell_cleaning.h"
#include "domain/date_reading.h"

#include <QRegularExpression>

namespace xueji {

namespace {

using detail::Cleaning;
using Parsed = std::expected<ParsedField, FieldFault>;

Parsed done(Cleaning cell) {
  return ParsedField{std::move(cell.text), std::move(cell.repairs)};
}

Parsed done(const Cleaning& cell, const QString& canonical) {
  return ParsedField{canonical, cell.repairs};
}

std::unexpected<FieldFault> fault(const char* code, const QString& typed) {
  return std::unexpected(FieldFault{QString::fromLatin1(code), {typed}});
}

/// Longest text that an item may hold; far above any real one, so that a pasted page is told and not stored.
int limitOf(const FieldDefinition& definition) {
  switch (definition.kind) {
  case FieldKind::Text:
  case FieldKind::Address:
  case FieldKind::Region:
    return 200;
  case FieldKind::Name:
    return 100;
  default:
    return 60;
  }
}

/// What a spreadsheet writes where a formula failed, also where it was copied as text.
bool isErrorValue(const QString& text) {
  static const QStringList kErrors = {
      QStringLiteral("#N/A"),    QStringLiteral("#REF!"),        QStringLiteral("#VALUE!"), QStringLiteral("#NAME?"),
      QStringLiteral("#DIV/0!"), QStringLiteral("#NUM!"),        QStringLiteral("#NULL!"),  QStringLiteral("#SPILL!"),
      QStringLiteral("#CALC!"),  QStringLiteral("#GETTING_DATA")};
  return text.startsWith(u'#') && kErrors.contains(text.toUpper());
}

/// 无 in a column that need not hold anything.
bool meansNothing(const FieldDefinition& definition, const QString& text) {
  if (detail::isPlaceholder(text)) {
    return true;
  }
  static const QStringList kNoName = {QStringLiteral("无"),  QStringLiteral("暂无"), QStringLiteral("N/A"),
                                      QStringLiteral("n/a"), QStringLiteral("NA"),   QStringLiteral("?"),
                                      QStringLiteral("？"),  QStringLiteral("??"),   QStringLiteral("？？")};
  if (definition.kind == FieldKind::Name && kNoName.contains(text))
    return true;
  const bool wordPossible = definition.kind == FieldKind::Text || definition.kind == FieldKind::Validity ||
                            definition.kind == FieldKind::Phone || definition.kind == FieldKind::IdentityNumber ||
                            definition.field == Field::FormerName;
  return wordPossible && text == QStringLiteral("无");
}

Parsed parseDate(Cleaning cell) {
  makeHalfWidth(cell);
  if (const auto date = detail::readDate(cell.text)) {
    return done(cell, date->toString(Qt::ISODate));
  }
  if (const auto date = detail::readSerialDate(cell.text)) {
    cell.note(QStringLiteral("date_serial"));
    return done(cell, date->toString(Qt::ISODate));
  }
  return fault("date_unreadable", cell.text);
}

Parsed parseMonth(Cleaning cell) {
  makeHalfWidth(cell);
  auto month = detail::readMonth(cell.text);
  if (!month) {
    month = detail::readSerialDate(cell.text);
    if (!month) {
      return fault("month_unreadable", cell.text);
    }
    cell.note(QStringLiteral("date_serial"));
  }
  return done(cell, month->toString(QStringLiteral("yyyy-MM")));
}

Parsed parseValidity(Cleaning cell) {
  static const QRegularExpression kSpan(QStringLiteral("^([0-9]{8}|[0-9]{4}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?)"
                                                       "[-~/至到—–―]{1,2}(.+)$"));
  makeHalfWidth(cell);
  removeSpaces(cell);
  const auto match = kSpan.match(cell.text);
  const auto begin = match.hasMatch() ? detail::readDate(match.captured(1)) : std::nullopt;
  if (!begin) {
    return fault("validity_unreadable", cell.text);
  }
  const QString until = match.captured(2);
  if (until == QStringLiteral("长期") || until == QStringLiteral("永久")) {
    return done(cell, begin->toString(Qt::ISODate) + QStringLiteral("/长期"));
  }
  const auto end = detail::readDate(until);
  if (!end || *end < *begin) {
    return fault("validity_unreadable", cell.text);
  }
  return done(cell, begin->toString(Qt::ISODate) + u'/' + end->toString(Qt::ISODate));
}

Parsed parseCode(const CodeTable& table, Field field, Cleaning cell) {
  const CodeTable::Entry* entry = table.find(cell.text);
  const bool unknownSex = field == Field::Sex && entry && entry->code != u'1' && entry->code != u'2';
  if (!entry || unknownSex) { // the collection form knows no other sex
    return fault("code_unknown", cell.text);
  }
  if (table.isNearest(cell.text))
    cell.note(QStringLiteral("nearest"));
  return done(cell, entry->code);
}

Parsed parseFlag(const CodeTable& yesNo, Cleaning cell) {
  const CodeTable::Entry* entry = yesNo.find(cell.text);
  if (!entry)
    return fault("flag_unreadable", cell.text);
  if (yesNo.isNearest(cell.text))
    cell.note(QStringLiteral("nearest"));
  return done(cell, entry->code);
}

/// Kilometres: 3.6, 3.6公里, 3.6km, 800米.
Parsed parseDistance(Cleaning cell) {
  static const QRegularExpression kDistance(QStringLiteral("^([0-9]{1,5})(?:\\.([0-9]{1,3}))?(公里|千米|km|米|m)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
  makeHalfWidth(cell);
  removeSpaces(cell);
  const auto match = kDistance.match(cell.text);
  if (!match.hasMatch()) {
    return fault("number_unreadable", cell.text);
  }
  const QString unit = match.captured(3).toLower();
  qint64 thousandths = match.captured(1).toLongLong() * 1000 + match.captured(2).leftJustified(3, u'0').toLongLong();
  if (unit == QStringLiteral("米") || unit == QStringLiteral("m")) {
    thousandths = (thousandths + 500) / 1000;
  }
  QString text = QString::number(thousandths / 1000);
  if (const qint64 rest = thousandths % 1000; rest != 0) {
    QString decimals = QString::number(rest).rightJustified(3, u'0');
    while (decimals.endsWith(u'0')) {
      decimals.chop(1);
    }
    text += u'.' + decimals;
  }
  return done(cell, text);
}

/// Mobile 1##########, landline with area code 010, 02x or 0###, numbers abroad with + and the country.
Parsed parsePhone(Cleaning cell) {
  static const QRegularExpression kMobile(QStringLiteral("^(?:\\+86|0086|86)?(1[0-9]{10})$"));
  static const QRegularExpression kLandline(
      QStringLiteral("^(?:\\+86)?(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})(?:(?:转|#|x)([0-9]{1,5}))?$"));
  static const QRegularExpression kAbroad(QStringLiteral("^\\+(?!86)[1-9][0-9]{6,14}$"));
  makeHalfWidth(cell);
  removeSpaces(cell);
  static const QRegularExpression kExtension(QStringLiteral("([0-9]{7,8})[-—–]([0-9]{1,5})$"));
  const auto withoutDashes = [](QString text) {
    text.removeIf(
        [](QChar c) { return c.category() == QChar::Punctuation_Dash || c == u'(' || c == u')' || c == u'−'; });
    return text;
  };
  if (const auto match = kMobile.match(withoutDashes(cell.text)); match.hasMatch()) {
    return done(cell, match.captured(1));
  }
  const QString plain = withoutDashes(QString(cell.text).replace(kExtension, QStringLiteral("\\1转\\2")));
  if (const auto match = kLandline.match(plain); match.hasMatch()) {
    const QString extension = match.captured(3).isEmpty() ? QString() : u'-' + match.captured(3);
    return done(cell, match.captured(1) + u'-' + match.captured(2) + extension);
  }
  if (kAbroad.match(plain).hasMatch()) {
    return done(cell, plain);
  }
  return fault("phone_unreadable", cell.text);
}

/// A code of six, nine or twelve digits becomes twelve; names stay as written.
Parsed parseRegion(Cleaning cell) {
  static const QRegularExpression kNumeric(QStringLiteral("^[0-9.,eE+-]+$"));
  static const QRegularExpression kCode(QStringLiteral("^(?:[0-9]{6}|[0-9]{9}|[0-9]{12})$"));
  Cleaning code = cell;
  makeHalfWidth(code);
  removeSpaces(code);
  if (kCode.match(code.text).hasMatch()) {
    return done(code, code.text.leftJustified(12, u'0'));
  }
  const bool hasLetter =
      std::any_of(cell.text.cbegin(), cell.text.cend(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
  if (kNumeric.match(code.text).hasMatch() || !hasLetter) {
    return fault("region_unreadable", cell.text);
  }
  return done(std::move(cell));
}

Parsed parsePostalCode(Cleaning cell) {
  static const QRegularExpression kPostal(QStringLiteral("^[0-9]{6}$"));
  static const QRegularExpression kShort(QStringLiteral("^[0-9]{5}$"));
  makeHalfWidth(cell);
  removeSpaces(cell);
  if (kShort.match(cell.text).hasMatch()) { // 054000 kept by a spreadsheet as a number
    cell.text.prepend(u'0');
    cell.note(QStringLiteral("leading_zero"));
  }
  return kPostal.match(cell.text).hasMatch() ? done(cell) : Parsed(fault("postal_unreadable", cell.text));
}

Parsed parseNumberText(Cleaning cell, bool letters) {
  removeSpaces(cell);
  makeHalfWidth(cell);
  if (letters) {
    makeLettersLatin(cell);
    makeUpperCase(cell);
  }
  return done(std::move(cell));
}

Parsed parseName(Cleaning cell) {
  cleanPersonName(cell);
  const bool hasLetter =
      std::any_of(cell.text.cbegin(), cell.text.cend(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
  if (hasLetter && (cell.text.contains(u'?') || cell.text.contains(u'？')))
    return fault("character_lost", cell.text);
  return hasLetter ? done(cell) : Parsed(fault("name_unreadable", cell.text));
}

} // namespace

FieldParser::FieldParser(const FieldCatalogue& catalogue) : m_catalogue(catalogue) {}

std::expected<ParsedField, FieldFault> FieldParser::parse(Field field, const QString& typed) const {
  const FieldDefinition& definition = m_catalogue.definition(field);
  const int limit = limitOf(definition);
  if (typed.size() > 100 * limit) { // a pasted page: do not even look through it
    return std::unexpected(FieldFault{QStringLiteral("too_long"), {typed.left(20), QString::number(limit)}});
  }
  detail::CharacterFault characters = detail::CharacterFault::None;
  Cleaning cell = detail::cleanedCell(typed, &characters);
  if (characters == detail::CharacterFault::Lost)
    return fault("character_lost", cell.text);
  if (characters == detail::CharacterFault::Homemade)
    return fault("character_homemade", cell.text);
  if (isErrorValue(cell.text))
    return fault("cell_error", cell.text);
  if (cell.text.isEmpty() || meansNothing(definition, cell.text)) {
    return ParsedField{};
  }
  if (cell.text.size() > limit) {
    return std::unexpected(FieldFault{QStringLiteral("too_long"), {cell.text.left(20), QString::number(limit)}});
  }
  switch (definition.kind) {
  case FieldKind::Name:
    return parseName(std::move(cell));
  case FieldKind::Date:
    return parseDate(std::move(cell));
  case FieldKind::Month:
    return parseMonth(std::move(cell));
  case FieldKind::Validity:
    return parseValidity(std::move(cell));
  case FieldKind::Code:
    return parseCode(*m_catalogue.codeTable(field), field, cell);
  case FieldKind::Flag:
    return parseFlag(*m_catalogue.codes().table(QStringLiteral("yes_no")), cell);
  case FieldKind::Number:
    return parseDistance(std::move(cell));
  case FieldKind::Phone:
    return parsePhone(std::move(cell));
  case FieldKind::Region:
    return parseRegion(std::move(cell));
  case FieldKind::IdentityNumber: {
    const QString asTyped = cell.text;
    Parsed parsed = parseNumberText(std::move(cell), true);
    // The pupil's own number is kept as it stands for N01 to judge; nobody judges that of a family member, so what a
    // spreadsheet has destroyed is said here.
    if (field != Field::IdDocumentNumber && parsed)
      if (const auto number = IdentityNumber::parse(parsed->value); !number && number.error() == IdentityFault::Damaged)
        return fault("identity_damaged", asTyped);
    return parsed;
  }
  case FieldKind::StudentNumber:
    return parseNumberText(std::move(cell), true);
  case FieldKind::SchoolCode:
    return parseNumberText(std::move(cell), false);
  case FieldKind::Text:
  case FieldKind::Address:
    return field == Field::PostalCode ? parsePostalCode(std::move(cell)) : done(std::move(cell));
  case FieldKind::Photo:
    return ParsedField{};
  }
  return ParsedField{};
}

} // namespace xueji
