#pragma once

#include "domain/act.h"
#include "domain/school_system.h"

#include <QSet>
#include <QString>
#include <optional>

namespace xueji {

enum class StudentSort {
  Name,
  StudentNumber,
  IdentityNumber,
  BirthDate,
  EntryYear,
  Class,
  Status,
  Sex,
  EnrolledOn,
  Id
};

/// What a typed text is compared with, besides names and their readings.
struct TextReach {
  bool studentNumber = true;  ///< present and former ones
  bool identityNumber = true; ///< the child's own
  bool phone = true;          ///< of the child and the family
};

/// Which students, in which order. What is empty does not restrict.
struct StudentQuery {
  /// As typed: name part, pinyin, initials, beginning of a number or phone. Folded by the table.
  QString text;
  TextReach reach = {};
  QSet<StudentStatus> statuses; ///< empty: everybody except Voided
  QSet<int> entryYears;
  std::optional<Stage> stage;
  QString sex;                          ///< code
  QString ethnicGroup;                  ///< code
  std::optional<qint64> classId;        ///< in this class; 0: in none
  std::optional<bool> placed;           ///< in a class, or 待分班
  StudentSort sort = StudentSort::Name; ///< ties by name, then id: always one order
  bool descending = false;
};

} // namespace xueji
