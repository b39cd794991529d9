// Loads the system's SQLite before anything else, with its symbols for everybody, then writes a register: it must be
// encrypted all the same. Exit 0: encrypted; 1: not; 77: the library cannot be loaded.
#include "store/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <cstdio>
#include <dlfcn.h>

using namespace xueji;

int main(int argc, char** argv) {
  void* library = ::dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_GLOBAL);
  if (!library || !::dlsym(RTLD_DEFAULT, "sqlite3_open_v2"))
    return 77;
  const QCoreApplication app(argc, argv);
  const QTemporaryDir folder;
  const QString file = folder.filePath("register.db");
  const SecretBytes key = SecretBytes::random(Connection::kKeySize);
  const auto made = Connection::create(file, key, 1, [](QSqlDatabase& database) -> Result<void> {
    QSqlQuery query(database);
    if (!query.exec("CREATE TABLE pupil (name TEXT)") || !query.exec("INSERT INTO pupil VALUES ('KanariMingZi')"))
      return fail(ErrorCode::Internal);
    return {};
  });
  QFile opened(file);
  if (!made || !opened.open(QIODevice::ReadOnly))
    return 1;
  const QByteArray content = opened.readAll();
  const bool clear = content.contains("SQLite format 3") || content.contains("KanariMingZi");
  std::printf("%lld bytes, clear text: %s\n", static_cast<long long>(content.size()), clear ? "yes" : "no");
  return content.isEmpty() || clear || !Connection::open(file, key, Access::Write, 1) ? 1 : 0;
}
