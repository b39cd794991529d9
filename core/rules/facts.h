#pragma once

#include "domain/act.h"
#include "domain/school_profile.h"

namespace xueji {

/// Who has a number or a name already.
struct NumberHolder {
  qint64 student = 0; ///< id in the register; 0 for an earlier row of the same import
  int sheetRow = 0;   ///< row of that import; 0 for a record of the register
  StudentStatus status = StudentStatus::InSchool;
  QString idDocumentNumber; ///< canonical, may be empty
  bool former = false;      ///< the number is one of its earlier ones
  QString name = {};        ///< of a record of the register
};

/// What the rules may ask about other records, answered by the register, by an import in progress or by a test.
/// Voided enrolments are not reported (except by holderOfStudentNumber: a number once given stays burnt).
class Facts {
public:
  virtual ~Facts() = default;
  virtual SchoolProfile school() const = 0;
  /// Of any document number; the canonical text.
  virtual std::optional<NumberHolder> holderOfIdentityNumber(const QString& number) const = 0;
  /// Present, former or burnt.
  virtual std::optional<NumberHolder> holderOfStudentNumber(const QString& number) const = 0;
  /// Canonical values: name, sex code, yyyy-MM-dd.
  virtual QList<NumberHolder> sameNameSexBirth(const QString& name, const QString& sex,
                                               const QString& birthDate) const = 0;
  /// Whether a child with this document number has graduated from or completed the stage.
  virtual bool hasFinishedStage(const QString& idDocumentNumber, Stage stage) const = 0;
};

} // namespace xueji
