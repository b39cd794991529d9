#pragma once

#include "register/import_plan.h"
#include "register/office.h"

#include <map>

namespace xueji {

/// Whether a roster's cohort is, or will be, in the first grade of its stage: the draw places it.
bool waitsForDraw(const ImportOptions& options, const QDate& today);

/// Into which class the rows of a roster go (班级 column). A first grade is placed only with the protocol of the draw
/// (C06, C14); a class that is not there is offered to be made.
class RosterClasses {
public:
  /// The plan's options say whether classes are made and which protocol there is; what it needs to say is added to the
  /// plan's findings and newClasses.
  /// `school`: as on the day of the enrolments; must outlive it.
  RosterClasses(Office& office, ImportPlan& plan, const SchoolProfile& school);

  /// Reads the register's classes; to be called first. Errors: those of the store.
  Result<void> open();
  /// The class a row asks for: its id, negative for the n-th of plan.newClasses, 0 for none; what it cannot have is
  /// said in `findings`.
  qint64 wantedBy(const StudentRecord& record, Stage stage, int cohort, Findings& findings);
  /// First day of a class that is there; null of one that is to be made.
  QDate openedOn(qint64 classId) const;
  /// Counts a child that goes there.
  void place(qint64 classId) { ++m_coming[classId]; }
  /// What is to be said of the whole column, once all rows are read.
  Result<void> finish();

private:
  void say(Finding finding);
  Result<void> checkThere(qint64 id);
  Result<void> checkNew(const ImportPlan::NewClass& made, qint64 id);
  Result<void> checkSize(qint64 classId, Stage stage, const QString& title, int children);

  Office& m_office;
  ImportPlan& m_plan;
  const SchoolProfile& m_school;
  std::shared_ptr<const ClassBook> m_classes;
  using Key = std::tuple<Stage, int, int, QString>; ///< stage, cohort, number, name
  std::map<Key, qint64> m_known;                    ///< classes asked for before
  QHash<qint64, int> m_coming;
  QList<ImportFinding> m_said;
};

} // namespace xueji
