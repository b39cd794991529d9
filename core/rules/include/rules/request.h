#pragma once

#include "domain/act.h"
#include "domain/class_facts.h"
#include "domain/school_profile.h"
#include "domain/student_record.h"
#include "domain/wish.h"
#include "rules/rule.h"

#include <QHash>
#include <QSet>

namespace xueji {

/// What the rules are asked about: an act that somebody wishes, or a record as it stands. Needs no store: an import
/// row, a form being typed in and a record of the register are asked alike.
struct Request {
  Occasion occasion = Occasion::ActWished;
  QString kind = act_kind::kEnrol; ///< of the act wished for
  QDate effective; ///< the sets in force on this day judge, and questions are asked as at it; as it stands: today
  QDate today;
  /// As it would be afterwards; must outlive the call. Its 学籍号 is one of the national system's: a 校内临时编号 is
  /// left out.
  const StudentRecord* record = nullptr;
  std::optional<StudentRecord> before; ///< for a change: only findings on changed items are given back
  qint64 student = 0;                  ///< id in the register, 0 = new; the child itself is never its own double
  Stage stage = Stage::Primary;
  int entryYear = 0; ///< autumn in which the stage begins
  /// The class into which the act puts the child.
  struct Placement {
    qint64 id = 0; ///< negative: a class that the same batch makes
    ClassFact is;
    QString title;             ///< 一年级(3)班
    QDate from;                ///< first day in it; the day of the act, or later where the class opens later
    bool wasElsewhere = false; ///< it was in another class of this stage and cohort before
  };
  std::optional<Placement> placement;
  int entryGrade = 1;     ///< grade within the stage the child enters; 1 = first
  bool continued = false; ///< the dossier is continued by number (moving up, transfer), not opened anew
  std::optional<QString> studentNumberBefore; ///< present 学籍号 when a number is issued; a 校内临时编号 is none
  /// Many children at once, or an enrolment that was judged before (moved to another day): a paper that can be brought
  /// later is no hindrance but an open point of the record.
  bool imported = false;
  QHash<Field, QStringList> repairs; ///< what the parser repaired, as FieldParser names it
  QSet<Field> unreadable;            ///< items whose cell already has a fault: no second finding for being empty
  QList<SeenPaper> papers;           ///< of the wish
  QList<SeenPaper> usedUp; ///< of the wish too, but good for one act only and used for another: they meet nothing
  QList<SeenPaper> onFile; ///< of the record, seen before (or with the wish)
};

} // namespace xueji
