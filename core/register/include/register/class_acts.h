#pragma once

#include "domain/class_book.h"
#include "domain/wish.h"
#include "register/perform.h"

namespace xueji {

// Classes, who is in which, and the way from one stage to the next.

/// A class to be made, from `day` on (null: today).
Wish classWish(const ClassFact& is, const ClassProfileFact& profile, const QDate& day);
/// Answers the id of the class. Errors: ValueInvalid, ClassExists, RoleForbids.
Result<qint64> makeClass(Office& office, const ClassFact& is, const ClassProfileFact& profile, const QDate& day = {});
/// Its name, head teacher and places from a day on (null: today). Errors: ClassNotFound, NothingToDo, ValueInvalid.
Result<qint64> changeClass(Office& office, qint64 id, const ClassProfileFact& profile, const QDate& day = {});
/// Nobody is in it from that day on (null: today). Errors: ClassNotFound, NothingToDo, ClassNotEmpty.
Result<qint64> closeClass(Office& office, qint64 id, const QDate& day, const QString& reason);

/// A child into a class (0: out of it). The kind of act is 分班 for a child in no class, 调班 for another.
struct PlacementWish {
  qint64 student = 0;
  qint64 classId = 0;
  QDate day; ///< null: today
  QString ground;
  QList<SeenPaper> papers; ///< protocol of the draw (C06), consent to the change (C14)
};
/// Answers the act. Errors: StudentNotFound, ClassNotFound, ClassClosed, NothingToDo, DayTooEarly, RefusedByRules.
Result<qint64> placeStudent(Office& office, const PlacementWish& wish, Findings* why = nullptr,
                            QList<LaterRow>* later = nullptr);

/// From one stage of this school to the next, under the same number.
struct MoveUp {
  qint64 student = 0;
  Stage stage = Stage::Junior;
  int cohort = 0;
  QDate day;            ///< null: 1 September of the cohort
  StudentRecord record; ///< month and mode of entry, and items that change
  qint64 classId = 0;
  std::optional<OutcomeFact> outcome; ///< of the stage before, where it is known
  QString ground;
  QList<SeenPaper> papers;
};
Wish moveUpWish(const Office& office, const MoveUp& wish);
/// Answers the act. Errors: StudentNotFound, ValueInvalid (not the stage that follows here), FieldNotEditable (key
/// data), RefusedByRules.
Result<qint64> moveUp(Office& office, const MoveUp& wish, Findings* why = nullptr);

/// One class as a list shows it.
struct ClassEntry {
  ClassOn is;
  QString title;    ///< 一年级(3)班 today
  int children = 0; ///< in school or suspended
};
/// All classes that stand, open or closed, as they are today.
Result<QList<ClassEntry>> classEntries(Office& office);

} // namespace xueji
