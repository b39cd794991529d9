#pragma once

#include "domain/act.h"
#include "domain/school_profile.h"
#include "domain/student_record.h"

#include <QHash>
#include <QSet>

namespace xueji {

/// What somebody wishes to do, as the rules see it. Needs no store: an import row, a form being typed in and a record
/// of the register are asked alike.
struct Request {
  ActKind kind = ActKind::Enrol;
  QDate effective; ///< the sets in force on this day judge
  QDate today;
  const StudentRecord* record = nullptr; ///< as it would be afterwards; must outlive the call
  std::optional<StudentRecord> before;   ///< for a change: only findings on changed items are given back
  qint64 student = 0;                    ///< id in the register, 0 = new; the child itself is never its own double
  Stage stage = Stage::Primary;
  int entryYear = 0;      ///< autumn in which the stage begins
  int entryGrade = 1;     ///< grade within the stage the child enters; 1 = first
  bool continued = false; ///< the dossier is continued by number (moving up, transfer), not opened anew
  std::optional<QString> studentNumberBefore; ///< present 学籍号 when a number is issued
  QString disabilityCard;                     ///< 残疾人证号, empty = none given
  QHash<Field, QStringList> repairs;          ///< what the parser repaired, as FieldParser names it
  QSet<Field> unreadable;    ///< items whose cell already has a fault: no second finding for being empty
  QSet<QString> proofsGiven; ///< rule ids or kinds of paper (RuleBook::proofName)
};

} // namespace xueji
