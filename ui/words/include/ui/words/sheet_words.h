#pragma once

#include <QString>

namespace xueji {

/// Why a sheet of a file was passed over, by the key of PassedSheet::Why: "hidden" ... An unknown key as it is.
QString wordForPassedSheet(const QString& key);

} // namespace xueji
