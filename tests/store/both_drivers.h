#pragma once

#include "store/connection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariant>
#include <functional>

namespace xueji::test {

/// What a case saw: lines that must be the same on Qt's own driver and on ours.
class Transcript {
public:
  void say(const QString& line) { m_lines.append(line); }
  void say(const QString& what, bool value) { say(what + (value ? " yes" : " no")); }
  void say(const QString& what, int value) { say(what + ' ' + QString::number(value)); }
  void say(const QString& what, const QVariant& value) { say(what + ' ' + shown(value)); }
  void say(const QString& what, const QSqlError& error) {
    say(QString("%1 error %2 %3 [%4] %5")
            .arg(what)
            .arg(error.type())
            .arg(error.nativeErrorCode(), error.driverText(), error.databaseText()));
  }
  void say(const QString& what, const QSqlRecord& record) {
    say(what + " fields", record.count());
    for (int i = 0; i < record.count(); ++i) {
      const QSqlField field = record.field(i);
      say(QString("%1 %2 %3 type %4 required %5 auto %6 default %7")
              .arg(what, field.name(), field.tableName(), QString::fromLatin1(field.metaType().name()))
              .arg(field.requiredStatus())
              .arg(field.isAutoValue())
              .arg(shown(field.defaultValue())));
    }
  }
  const QStringList& lines() const { return m_lines; }

  static QString shown(const QVariant& value) {
    return QString("%1%2 <%3>")
        .arg(QString::fromLatin1(value.metaType().name()), value.isNull() ? " null" : "",
             value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex())
                                                     : value.toString());
  }

private:
  QStringList m_lines;
};

using Script = std::function<void(QSqlDatabase&, Transcript&)>;

/// The same script on a fresh file of Qt's driver.
inline Transcript onQt(const Script& script) {
  QTemporaryDir folder;
  Transcript seen;
  {
    QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "plain");
    database.setDatabaseName(folder.filePath("plain.db"));
    if (!database.open())
      qFatal("Qt's own driver does not open");
    script(database, seen);
  }
  QSqlDatabase::removeDatabase("plain");
  return seen;
}

/// ... and on a fresh encrypted file of ours.
inline Transcript onOurs(const Script& script) {
  QTemporaryDir folder;
  Transcript seen;
  const SecretBytes key = SecretBytes::random(Connection::kKeySize);
  const QString file = folder.filePath("register.db");
  if (!Connection::create(file, key, 1, [](QSqlDatabase&) -> Result<void> { return {}; }))
    qFatal("no encrypted file");
  auto connection = Connection::open(file, key, Access::Write, 1);
  if (!connection)
    qFatal("the encrypted file does not open");
  QSqlDatabase database = (*connection)->database();
  script(database, seen);
  return seen;
}

} // namespace xueji::test
