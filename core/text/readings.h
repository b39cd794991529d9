#pragma once

#include <QString>
#include <QStringList>

namespace xueji::detail {

/// Syllables of a surname of one or two Han characters as surnames are read, with tone marks gone; empty where a
/// character has no reading.
QStringList surnameSyllables(const QString& surname);
/// The usual reading of one Han character, tone marks gone; empty where it has none.
QString usualSyllable(const QString& character);
/// True for the compound surnames (复姓) in use.
bool isCompoundSurname(const QString& twoCharacters);

} // namespace xueji::detail
