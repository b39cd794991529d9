#pragma once

#include "domain/act.h"
#include "domain/error.h"
#include "domain/school_profile.h"

namespace xueji {

/// Who has a number or a name already, as at the day of the question (a child enrolled ahead: as at its first day).
struct NumberHolder {
  qint64 student = 0; ///< id in the register; 0 for an earlier row of the same import
  int sheetRow = 0;   ///< row of that import; 0 for a record of the register
  StudentStatus status = StudentStatus::InSchool;
  QString idDocumentNumber;   ///< canonical, may be empty
  bool former = false;        ///< the number is one of its earlier ones
  QString name = {};          ///< of a record of the register
  QString studentNumber = {}; ///< its present one
  QString place = {};         ///< that row as it is told, with its sheet where there are several

  QString toldRow() const { return place.isEmpty() ? QString::number(sheetRow) : place; }
};

/// As at which day a question is asked, and by whom.
struct Asking {
  QDate day;
  qint64 student = 0; ///< the child that is judged, never named in an answer; 0 = it has no record yet
};

/// What the rules may ask about other records, answered by the register, by an import in progress or by a test. A
/// question that cannot be answered is an error, never "nobody". Who is entered for a later day counts at once. Voided
/// enrolments are not reported (except by holderOfStudentNumber: a number once given stays burnt).
class Facts {
public:
  virtual ~Facts() = default;
  virtual Result<SchoolProfile> school(const QDate& day) const = 0;
  /// Of any document number; the canonical text.
  virtual Result<std::optional<NumberHolder>> holderOfIdentityNumber(const QString& number,
                                                                     const Asking& asking) const = 0;
  /// Present, former or burnt.
  virtual Result<std::optional<NumberHolder>> holderOfStudentNumber(const QString& number,
                                                                    const Asking& asking) const = 0;
  /// Canonical values: name, sex code, yyyy-MM-dd.
  virtual Result<QList<NumberHolder>> sameNameSexBirth(const QString& name, const QString& sex,
                                                       const QString& birthDate, const Asking& asking) const = 0;
  /// How many other children are in the class on the day, in school or suspended (C05: a suspended child keeps its
  /// place).
  virtual Result<int> childrenInClass(qint64 classId, const Asking& asking) const = 0;
  /// Whether a child with this document number has graduated from or completed the stage by the day.
  virtual Result<bool> hasFinishedStage(const QString& idDocumentNumber, Stage stage, const Asking& asking) const = 0;
};

} // namespace xueji
