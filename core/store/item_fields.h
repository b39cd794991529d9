#pragma once

#include "domain/field.h"

#include <QString>
#include <optional>

namespace xueji {

// Items of the record by their ids in the field catalogue, as the ledger stores them ("phone", "member1_name").

std::optional<Field> fieldOfItem(const QString& item);
QString itemOfField(Field field); ///< empty for a field that no table keeps

} // namespace xueji
