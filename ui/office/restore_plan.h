#pragma once

#include <QString>

namespace xueji {

/// The name of the register a backup was made of: without the moment that backups carry in theirs.
QString registerNameOf(const QString& backup);

/// Where a backup is brought back unless the person says otherwise: over the register in whose backups/ it lies, over
/// `known` (may be empty) when that is the same register or its keys cannot be read, else as a new folder in
/// `documents`.
QString suggestedPlace(const QString& backup, const QString& known, const QString& documents);

/// The folder meant by what was typed: with the suffix of a register.
QString placeOf(const QString& typed);

/// What stands where a register shall come to stand. A register makes room (it is moved aside); anything else does not.
enum class Standing { Nothing, Register, Other };
Standing standingAt(const QString& place);

} // namespace xueji
