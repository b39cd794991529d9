#pragma once

#include "domain/act.h"
#include "domain/chains.h"
#include "domain/ledger_facts.h"
#include "domain/student_row.h"
#include "register/act_effects.h"
#include "register/office.h"
#include "register/own_rights.h"

namespace xueji {

/// One line of the record page's timeline.
struct TimelineEntry {
  Act act;
  QString kindName; ///< 信息变更, as the registry has it
  ActRole role = ActRole::Ordinary;
  QList<ActChange> changes;  ///< what it did, from its rows
  bool opens = false;        ///< it opened an enrolment
  bool touchesItems = false; ///< it changed items of a record that stood
  bool onDossier = false;    ///< the 学籍卡 tells of it: it changed more than papers seen
  QString enteredByName;
  QList<PaperFact> papers; ///< that the act names; none where papers may not be seen
  bool voided = false;
  bool voidable = false; ///< it can be declared void by the person, together with what stands on it (blockersOf())
  bool undoable = false; ///< alone: nothing stands on it
  bool redoable = false; ///< it is void and can be done again (redo()) by the person
  bool movable = false;  ///< the enrolment that redate() moves
  QDate beganOn;         ///< of a movable one: the day on which its enrolment begins now
  bool withheld = false; ///< it touches what the person may not see: ground and arguments are left out
};

/// Something still to be brought (signed form, vaccination certificate ...): open points, not findings.
struct OpenPoint {
  QString rule;    ///< E11, E12, E17, E25, P01; of some records E23
  LocalText title; ///< words of the rule book
  QString paper;   ///< kind of paper that closes it
};

/// A student number (学籍号, or 校内临时编号 by its source) and when it was the valid one.
struct NumberEntry {
  QString value;
  QDate validFrom;
  QDate validTo;       ///< first day on which it no longer holds; null: still valid
  qint64 act = 0;      ///< that gave it
  bool voided = false; ///< the enrolment or the act was declared void
  NumberSource source = NumberSource::Local;
};
/// Dated student numbers in order of entry.
QList<NumberEntry> numbersOf(const Chains& chains);
/// Latest first, as far as the person's rights go: values, grounds and findings of a group that may not be seen are
/// left out, the names of the items stay. Logs nothing.
Result<QList<TimelineEntry>> timelineOf(Office& office, const Subject& subject);

/// All the record page shows of one child, as far as the person's rights go (own_rights.h): items that may not be seen
/// are empty, sensitive ones masked where only that is allowed. Reading it is logged (P02).
struct StudentFile {
  StudentRow row;
  QList<NumberEntry> numbers;    ///< dated student numbers, present one last
  QList<TimelineEntry> timeline; ///< latest first
  Findings findings;             ///< what is wrong with the record today
  QList<OpenPoint> openPoints;
  bool papersSeen = true; ///< false: the person may see no papers, so nothing is said of open points
};

/// `reason` is kept in the log. Errors: StudentNotFound.
Result<StudentFile> readStudentFile(Office& office, qint64 student, const QString& reason);
/// By student number (present or former), identity number, or as the log names a record (student:17). Error:
/// StudentNotFound.
Result<qint64> studentByNumber(Office& office, const QString& typed);

/// Everybody whose name, reading, initials, number or phone holds the text; empty text: everyone who counts, by name.
/// Rows as StudentList gives them. One question of the indexed columns, for the command line; the window asks
/// SearchIndex.
Result<QList<StudentRow>> findStudents(Office& office, const QString& text);

/// Whether masked numbers may be shown at all. Error: RoleForbids (role, "see_whole", group).
Result<void> mayUnmask(const Office& office, Field field);
/// Notes in the log that masked numbers of this child were shown, and why. Errors: those of mayUnmask().
Result<void> logUnmasking(Office& office, qint64 student, Field field, const QString& reason);

} // namespace xueji
