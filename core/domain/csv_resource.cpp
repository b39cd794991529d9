#include "csv_resource.h"

#include <QFile>

// Resources of a static library have to be asked for by name, outside of any namespace.
static void initDomainResources() {
  Q_INIT_RESOURCE(domain_codes);
}

namespace xueji::detail {

QList<QStringList> readCsvResource(const QString& path, int columns) {
  initDomainResources();
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    qFatal("own table missing: %s", qUtf8Printable(path));
  }
  const QString text = QString::fromUtf8(file.readAll());
  QList<QStringList> rows;
  bool headerSeen = false;
  for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
    if (line.startsWith(u'#')) {
      continue;
    }
    if (!headerSeen) {
      headerSeen = true;
      continue;
    }
    QStringList cells = line.trimmed().toString().split(u',');
    if (cells.size() != columns) {
      qFatal("own table ragged: %s: %s", qUtf8Printable(path), qUtf8Printable(line.toString()));
    }
    rows.append(std::move(cells));
  }
  return rows;
}

} // namespace xueji::detail
