#pragma once

#include <QSqlDatabase>
#include <QStringList>

namespace xueji::test {

/// Folder of the frozen register of a schema.
QString frozenRegister(int schema);
/// The files of a register's folder, writable, with an empty backups/.
bool copyFolder(const QString& from, const QString& to);
/// Acts, rows and present rows by the columns of this schema: a later one may add to them, never change them.
QStringList contentOf(const QSqlDatabase& database, int schema);
/// What stood in the frozen register when it was made.
QStringList writtenDown(int schema);
/// Of contentOf(), what no passing day changes: without present rows.
QStringList lasting(QStringList lines);

} // namespace xueji::test
