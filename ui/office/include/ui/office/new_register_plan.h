#pragma once

#include "domain/field_catalogue.h"
#include "domain/school_profile.h"

#include <QString>

namespace xueji {

/// What the steps of the first run gather, and what each of them still lacks; without widgets. The register is made
/// once, at the end of the third step.
class NewRegisterPlan {
public:
  enum class Lack {
    Nothing,
    Folder,      ///< the place does not exist
    NotWritable, ///< nothing can be written there
    Name,        ///< empty, or with characters that a folder cannot have
    Taken,       ///< a folder of this name is there already
    SchoolCode,  ///< not ten digits
    Category,    ///< the first two digits are no kind of school
    SchoolName,
    Region, ///< not a county of the region table
    UserName,
    PasswordLength,
    PasswordKinds,
    PasswordsDiffer,
  };

  explicit NewRegisterPlan(const FieldCatalogue& fields) : m_fields(fields) {}

  QString parent; ///< folder in which the register's folder is made
  QString name;   ///< of the register, without .xueji
  QString schoolCode;
  QString schoolName;
  QString region; ///< six digits
  QString userName;

  QString folder() const; ///< parent/name.xueji
  Lack lackOfPlace() const;
  Lack lackOfSchool() const;
  Lack lackOfAccount(const QString& password, const QString& repeated) const;
  /// Only when lackOfSchool() is Nothing.
  SchoolProfile school() const;

private:
  FieldCatalogue m_fields;
};

} // namespace xueji
