#pragma once

#include "register/office.h"

namespace xueji {

/// A wish to enrol one child. The number is given for a child that continues a record, empty for a new one (an L number
/// is then made: N12, regulations of the ministry on temporary numbers).
struct Enrolment {
  StudentRecord record;
  int entryYear = 0;
  QDate effective;
  QStringList papers; ///< ids of rules whose papers were seen, e.g. "E02"
  QString ground;
};
struct Enrolled {
  qint64 student = 0;
  qint64 act = 0;
  QString studentNumber;
  Findings findings;
};

/// The verdict while typing: nothing is written.
Findings judgeEnrolment(Office& office, const Enrolment& wish);
/// Errors: RefusedByRules (args: rule ids; `why` receives the findings).
Result<Enrolled> enrol(Office& office, const Enrolment& wish, Findings* why = nullptr);

/// A correction of ordinary items (K06). Key data are refused with K01.
struct Correction {
  qint64 student = 0;
  qint64 revision = 0;          ///< StudentRow::revision as read; RecordChanged when somebody was faster
  QHash<Field, QString> values; ///< canonical values
  QDate effective;              ///< null: today
  QString ground;
};
Findings judgeCorrection(Office& office, const Correction& wish);
/// Answers the act's id. Errors: FieldNotEditable, RecordChanged, NothingToDo, RefusedByRules, StudentNotFound.
Result<qint64> correct(Office& office, const Correction& wish, Findings* why = nullptr);

/// The bureau issued a number: L -> G, L -> J or J -> G (N15); the old one stays in the dated history (N14).
Result<qint64> issueNumber(Office& office, qint64 student, const QString& number, QDate effective,
                           const QString& ground, Findings* why = nullptr);

/// Declares one act void, with a reason. Its effect on the present record is taken back when nothing later touched the
/// same items; else BatchBuiltUpon names what did. A void act cannot be voided again (NothingToDo).
Result<qint64> voidAct(Office& office, qint64 act, const QString& reason);

} // namespace xueji
