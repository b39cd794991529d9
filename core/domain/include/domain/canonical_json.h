#pragma once

#include "domain/error.h"

#include <QMap>
#include <QString>

namespace xueji {

/// Items of a record: item id -> canonical value, '' = emptied. Ids are ASCII, so the map's order is byte order.
using ItemValues = QMap<QString, QString>;

/// The one form in which items are stored, hashed and handed on: keys in byte order, string values, least escapes (the
/// quote, the backslash and control characters), no blanks; UTF-8 where it becomes bytes.
QString canonicalJson(const ItemValues& items);
/// Back. Error: ValueInvalid (args: "items") unless it is exactly what canonicalJson() writes.
Result<ItemValues> itemsFromJson(const QString& json);

/// The keys alone, in their order. Error: as itemsFromJson().
Result<QStringList> itemKeysFromJson(const QString& json);

} // namespace xueji
