#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <memory>
#include <optional>

namespace xueji {

/// One code with one name and the years in which it stood in the yearly tables of GB/T 2260.
struct Region {
  QString code; ///< six digits
  QString name; ///< 襄都区: the name alone, without what it belongs to
  int firstYear = 0;
  std::optional<int> lastYear; ///< none: still in force in 2023, the newest table
};

/// Administrative region codes of GB/T 2260 with their history 1980-2023 (yearly tables of the Ministry of Civil
/// Affairs 1980-2019 and the table of 2023; changes in between are dated exactly for Hebei only). Cheap to copy.
class RegionTable {
public:
  static RegionTable load();

  const QList<Region>& rows() const; ///< by code, then by first year; a code renamed has several rows
  /// True where the six digits stood in any table, whatever the year.
  bool everIssued(const QString& code) const;
  /// Last year in which the code stood; none where it still stands or was never issued (ask everIssued()).
  std::optional<int> lastYear(const QString& code) const;
  /// First year in which the code is seen (1980 also means: earlier).
  std::optional<int> firstYear(const QString& code) const;
  /// The name that code had in a year; none where it did not stand then.
  std::optional<QString> nameIn(const QString& code, int year) const;
  /// The newest name of a code, also of a retired one; empty for a code never issued.
  QString name(const QString& code) const;
  /// 河北省邢台市襄都区: province, prefecture and county by their newest names, for six digits or for the twelve of
  /// import files (of which the first six count). Empty for a code never issued.
  QString fullName(const QString& sixOrTwelve) const;

private:
  struct Content;
  std::shared_ptr<const Content> m_content;
};

} // namespace xueji
