#pragma once

#include <QByteArray>
#include <QString>

namespace xueji {

/// The first key that stands twice in one object of a JSON text, with the keys that lead to it (rules.C01.limit);
/// empty: none. QJsonDocument keeps the last of them in silence. The text must be one that QJsonDocument reads.
QString repeatedKey(const QByteArray& json);

} // namespace xueji
