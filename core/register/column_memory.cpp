#include "register/column_memory.h"

#include "store/tables.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

namespace xueji {
namespace {

constexpr auto kSetting = "import.columns";
constexpr qsizetype kMostSheets = 40; ///< kinds of sheets an office has; the one not used for longest is forgotten

const QString kHeaders = QStringLiteral("headers");
const QString kItems = QStringLiteral("items");

/// Of the headers with their columns: another order is another sheet.
QString keyOf(const ColumnMapping& columns) {
  QList<int> places = columns.headers.keys();
  std::sort(places.begin(), places.end());
  QByteArray text;
  for (const int place : std::as_const(places))
    text += QByteArray::number(place) + '\t' + columns.headers[place].toUtf8() + '\n';
  return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Result<QJsonArray> stored(Office& office) {
  const auto value = office.tables().settings().value(QString::fromLatin1(kSetting));
  if (!value)
    return std::unexpected(value.error());
  return value->toArray();
}

qsizetype placeOf(const QJsonArray& memory, const QString& key) {
  for (qsizetype i = 0; i < memory.size(); ++i)
    if (memory[i].toObject().value(kHeaders) == key)
      return i;
  return -1;
}

} // namespace

Result<ColumnWishes> rememberedWishes(Office& office, const SheetFile& file, const QList<SheetLook>& looks) {
  const auto memory = stored(office);
  if (!memory)
    return std::unexpected(memory.error());
  ColumnWishes wishes;
  for (qsizetype i = 0; i < looks.size(); ++i) {
    const qsizetype place = placeOf(*memory, keyOf(looks[i].reading.columns));
    if (place < 0 || looks[i].reading.columns.headers.isEmpty())
      continue;
    const QJsonObject items = memory->at(place).toObject().value(kItems).toObject();
    for (auto it = items.begin(); it != items.end(); ++it)
      wishes << ColumnWish{file.sheets[i].name + u'!' + it.key(), it.value().toString(), true};
  }
  return wishes;
}

Result<void> rememberWishes(Office& office, const ImportPlan& plan) {
  const auto before = stored(office);
  if (!before)
    return std::unexpected(before.error());
  QJsonArray memory = *before;
  for (const ImportSheet& sheet : plan.sheets) {
    const QString key = keyOf(sheet.columns);
    if (const qsizetype place = placeOf(memory, key); place >= 0)
      memory.removeAt(place);
    QJsonObject items;
    for (auto it = sheet.columns.wishes.cbegin(); it != sheet.columns.wishes.cend(); ++it)
      items.insert(columnLetters(it.key()), it->item);
    if (!items.isEmpty())
      memory.prepend(QJsonObject{{kHeaders, key}, {kItems, items}});
  }
  while (memory.size() > kMostSheets)
    memory.removeLast();
  return memory == *before ? Result<void>() : office.tables().settings().set(QString::fromLatin1(kSetting), memory);
}

} // namespace xueji
