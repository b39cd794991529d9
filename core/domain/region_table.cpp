#include "domain/region_table.h"

#include "csv_resource.h"

#include <algorithm>

namespace xueji {

struct RegionTable::Content {
  QList<Region> rows;
  QHash<QString, QList<int>> byCode; ///< rows of a code, oldest first
};

namespace {

/// Levels that stand in the tables without being a place's name.
bool isBareLevel(const QString& name) {
  return name == QStringLiteral("市辖区") || name == QStringLiteral("县") ||
         name.startsWith(QStringLiteral("省直辖")) || name.startsWith(QStringLiteral("自治区直辖"));
}

} // namespace

RegionTable RegionTable::load() {
  auto content = std::make_shared<Content>();
  for (const QStringList& cells : detail::readCsvResource(QStringLiteral(":/codes/regions.csv"), 4)) {
    Region region{cells[0], cells[1], cells[2].toInt(), std::nullopt};
    if (!cells[3].isEmpty()) {
      region.lastYear = cells[3].toInt();
    }
    content->rows.append(std::move(region));
  }
  std::stable_sort(content->rows.begin(), content->rows.end(), [](const Region& a, const Region& b) {
    return a.code != b.code ? a.code < b.code : a.firstYear < b.firstYear;
  });
  for (int i = 0; i < content->rows.size(); ++i) {
    content->byCode[content->rows[i].code].append(i);
  }
  RegionTable table;
  table.m_content = std::move(content);
  return table;
}

const QList<Region>& RegionTable::rows() const {
  return m_content->rows;
}

bool RegionTable::everIssued(const QString& code) const {
  return m_content->byCode.contains(code);
}

std::optional<int> RegionTable::lastYear(const QString& code) const {
  std::optional<int> last;
  for (const int index : m_content->byCode.value(code)) {
    const Region& region = m_content->rows.at(index);
    if (!region.lastYear) {
      return std::nullopt;
    }
    last = std::max(last.value_or(0), *region.lastYear);
  }
  return last;
}

std::optional<int> RegionTable::firstYear(const QString& code) const {
  const QList<int> indexes = m_content->byCode.value(code);
  return indexes.isEmpty() ? std::nullopt : std::optional(m_content->rows.at(indexes.first()).firstYear);
}

std::optional<QString> RegionTable::nameIn(const QString& code, int year) const {
  for (const int index : m_content->byCode.value(code)) {
    const Region& region = m_content->rows.at(index);
    if (region.firstYear <= year && (!region.lastYear || year <= *region.lastYear)) {
      return region.name;
    }
  }
  return std::nullopt;
}

QString RegionTable::name(const QString& code) const {
  const QList<int> indexes = m_content->byCode.value(code);
  return indexes.isEmpty() ? QString() : m_content->rows.at(indexes.last()).name;
}

QString RegionTable::fullName(const QString& sixOrTwelve) const {
  const QString code = sixOrTwelve.left(6);
  if ((sixOrTwelve.size() != 6 && sixOrTwelve.size() != 12) || !everIssued(code)) {
    return {};
  }
  const QString province = code.left(2) + QStringLiteral("0000");
  const QString prefecture = code.left(4) + QStringLiteral("00");
  QString full = name(province);
  if (prefecture != province && !isBareLevel(name(prefecture))) {
    full += name(prefecture);
  }
  if (code != prefecture && code != province) {
    full += name(code);
  }
  return full;
}

} // namespace xueji
