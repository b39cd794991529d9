#pragma once

#include "exchange/sheet.h"

#include <QByteArray>
#include <QStringList>

namespace xueji::test {

/// The formats that rosters are kept in: xlsx, ods, xls, csv, html, xml2003.
const QStringList& keptFormats();

/// The sheet as a file of that format, such as other programs open too. What the format cannot hold (the kind of a cell
/// in csv and html, hidden rows in csv) is written as the text that stands in the cell.
QByteArray keptAs(const QString& format, const Sheet& sheet);

} // namespace xueji::test
