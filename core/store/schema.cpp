#include "store/schema.h"

#include "keyed_file.h"
#include "sqlcipher_driver.h"
#include "steps/classes_of_002.h"

#include <QDir>
#include <QFile>
#include <array>
#include <sqlite3.h>

namespace xueji {

namespace {

/// What is frozen beside the SQL of a step; one that is not named here is SQL alone.
struct Beside {
  int version;
  Result<void> (*compute)(StepWork&);
  const char* presentColumns; ///< with blanks between
};

constexpr std::array kBeside = {
    Beside{2, &step002::placeChildren, "student.class"},
    Beside{4, nullptr, "student.number_source student.disability_card student.special_education"},
};

} // namespace

QList<SchemaStep> schemaSteps() {
  QList<SchemaStep> steps;
  const QDir folder(QStringLiteral(":/schema"));
  const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
  for (const QString& name : names) {
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::ReadOnly))
      steps << SchemaStep{name.left(3).toInt(), QString::fromUtf8(file.readAll())};
  }
  for (SchemaStep& step : steps)
    for (const Beside& beside : kBeside)
      if (beside.version == step.version) {
        step.compute = beside.compute;
        step.presentColumns = QString::fromLatin1(beside.presentColumns).split(QLatin1Char(' '));
      }
  return steps;
}

Result<QHash<QString, QString>> schemaObjects(const QList<SchemaStep>& steps) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  const KeyedFile memory(opened);
  if (code != SQLITE_OK)
    return fail(ErrorCode::Internal, {QStringLiteral("schema in memory")});
  for (const SchemaStep& step : steps)
    if (auto ran = run(memory.get(), QString(), step.sql.toUtf8().constData()); !ran)
      return std::unexpected(ran.error());
  QHash<QString, QString> objects;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(memory.get(), kSchemaObjects.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
    return fail(ErrorCode::Internal, {QStringLiteral("schema in memory")});
  const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owner(statement, &sqlite3_finalize);
  const auto text = [statement](int column) {
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)));
  };
  while (sqlite3_step(statement) == SQLITE_ROW)
    objects.insert(text(0) + QLatin1Char(' ') + text(1), text(2));
  return objects;
}

Result<void> applySchema(QSqlDatabase& database, const QList<SchemaStep>& steps) {
  sqlite3* handle = static_cast<SqlCipherDriver*>(database.driver())->connection();
  int version = 0;
  for (const SchemaStep& step : steps) {
    if (step.version != ++version)
      return fail(ErrorCode::Internal, {QStringLiteral("schema step missing"), QString::number(version)});
    if (auto ran = run(handle, QString(), step.sql.toUtf8().constData()); !ran)
      return ran;
  }
  return version > 0 ? Result<void>{} : fail(ErrorCode::Internal, {QStringLiteral("no schema step")});
}

} // namespace xueji
