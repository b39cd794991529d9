#include "register/export_layout.h"

#include <QDate>
#include <QDir>
#include <QFile>

namespace xueji {
namespace {

const QString kFolder = QStringLiteral(":/layouts");

Result<LayoutColumn> columnOf(const QString& line, const FieldCatalogue& fields) {
  const QStringList cells = line.split(u',');
  const auto field = fields.byId(cells.value(1));
  if (cells.size() != 4 || cells[0].isEmpty() || !field)
    return fail(ErrorCode::Internal, {line});
  LayoutColumn column{cells[0], *field, cells[2], {}};
  for (const QString& pair : cells[3].split(u'|', Qt::SkipEmptyParts))
    column.instead.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
  return column;
}

Result<ExportLayout> read(const QString& name, const FieldCatalogue& fields) {
  QFile file(kFolder + u'/' + name);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorCode::Internal, {name});
  ExportLayout layout;
  layout.id = name.section(u'.', 0, 0);
  QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
  layout.name = lines.value(0).mid(1).trimmed();
  lines.removeIf([](const QString& line) { return line.startsWith(u'#'); });
  for (const QString& line : lines.mid(1)) {
    const auto column = columnOf(line, fields);
    if (!column)
      return std::unexpected(column.error());
    layout.columns << *column;
  }
  return layout;
}

} // namespace

Result<QList<ExportLayout>> exportLayouts(const FieldCatalogue& fields) {
  QList<ExportLayout> layouts;
  for (const QString& name : QDir(kFolder).entryList(QDir::Files, QDir::Name)) {
    auto layout = read(name, fields);
    if (!layout)
      return std::unexpected(layout.error());
    layouts << std::move(*layout);
  }
  return layouts;
}

QString textOf(const LayoutColumn& column, const QString& canonical, const FieldCatalogue& fields, QString& changed) {
  const QString shown = fields.display(column.field, canonical);
  if (const auto instead = column.instead.constFind(canonical); instead != column.instead.cend()) {
    changed = QStringLiteral("%1：%2→%3").arg(column.header, shown, *instead);
    return *instead;
  }
  if (column.format.isEmpty())
    return shown;
  const bool isMonth = fields.definition(column.field).kind == FieldKind::Month;
  const QDate day = QDate::fromString(isMonth ? canonical + QStringLiteral("-01") : canonical, Qt::ISODate);
  return day.isValid() ? day.toString(column.format) : shown;
}

} // namespace xueji
