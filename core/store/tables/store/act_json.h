#pragma once

#include "domain/finding.h"

#include <QString>
#include <QStringList>

namespace xueji {

/// Findings as the ledger keeps them, and back. Fields are stored by their ids in the catalogue; numbers in enum Field,
/// which the first registers of schema 1 have, are read too, so that the enum grows at its end alone.
QString findingsToJson(const Findings& findings);
Findings findingsFromJson(const QString& text);

QString listToJson(const QStringList& list);
QStringList listFromJson(const QString& text);
QString idsToJson(const QList<qint64>& ids);
QList<qint64> idsFromJson(const QString& text);

} // namespace xueji
