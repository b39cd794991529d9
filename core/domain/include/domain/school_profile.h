#pragma once

#include "domain/school_system.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace xueji {

/// What the register knows of its school.
struct SchoolProfile {
  QString code;       ///< 学校标识码, 10 digits
  QString name;       ///< 学校名称
  QString region;     ///< GB/T 2260 code of the county, 6 digits
  QString kind;       ///< 办学类型, code of table school_kind, "211"
  QString urbanRural; ///< 城乡分类, code of table urban_rural, or empty
  SchoolSystem system;
  QString principal; ///< 校长
  QString registrar; ///< 学籍管理员
  QString address;
  QString phone;
  QString bureau; ///< 主管教育行政部门 as papers name it, or empty

  QString province() const { return region.left(2) + QStringLiteral("0000"); }
  QString prefecture() const { return region.left(4) + QStringLiteral("00"); }
  QString category() const { return code.left(2); } ///< of the school code: 21 小学 ...
  /// 中小学 with disability classes only: the inclusive-education agreement does not apply there.
  bool isSpecialSchool() const { return kind.startsWith(QStringLiteral("51")) || category() == QStringLiteral("51"); }

  /// A profile whose kind and stages follow from the school code; 6-3 until told otherwise.
  static SchoolProfile fromSchoolCode(const QString& code, const QString& name, const QString& region);
  bool operator==(const SchoolProfile&) const = default;

  QJsonObject toJson() const; ///< as the store and backups keep it
  static std::optional<SchoolProfile> fromJson(const QJsonObject& object);
};

} // namespace xueji
