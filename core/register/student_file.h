#pragma once

#include "register/office.h"

namespace xueji {

/// One line of the record page's timeline.
struct TimelineEntry {
  Act act;
  QString enteredByName;
  bool voided = false;
  bool undoable = false; ///< voidAct() would not be refused for what stands on it
};

/// Something still to be brought (signed form, vaccination certificate ...): open points, not findings.
struct OpenPoint {
  QString rule;    ///< E11, E12, E17, E25, P01
  LocalText title; ///< words of the rule book
};

/// All the record page shows of one child; reading it is logged (P02).
struct StudentFile {
  StudentRow row;
  QList<NumberEntry> numbers;    ///< dated student numbers, present one last
  QList<TimelineEntry> timeline; ///< latest first
  Findings findings;             ///< what is wrong with the record today
  QList<OpenPoint> openPoints;
};

/// `reason` is kept in the log. Errors: StudentNotFound.
Result<StudentFile> readStudentFile(Office& office, qint64 student, const QString& reason);
Result<qint64> studentByNumber(Office& office,
                               const QString& typed); ///< student number (present or former) or identity number

/// Everybody whose name, reading, initials, number or phone holds the text; empty text: everyone who counts, by name.
/// One question of the indexed columns, for the command line; the window asks SearchIndex.
Result<QList<StudentRow>> findStudents(Office& office, const QString& text);

/// Notes in the log that masked numbers of this child were shown, and why.
Result<void> logUnmasking(Office& office, qint64 student, Field field, const QString& reason);

/// Notes that a paper was seen (an open point is closed by it). `rule` is the open point's; `note` number and office of
/// the paper. Errors: StudentNotFound, RoleForbids.
Result<void> recordPaperSeen(Office& office, qint64 student, const QString& rule, const QString& note);

} // namespace xueji
