#pragma once

#include "store/migration_notice.h"

namespace xueji {

/// What a check of verify(), or of a step of the schema, looks at: "seals" -> acts and facts against their seals. An
/// unknown key comes back as it is.
QString wordForCheck(const QString& check);

/// What stands since the register was brought to a newer form: when, what did not fit before, what could not be read;
/// things by their ids.
QString sentenceFor(const MigrationNotice& notice);

} // namespace xueji
