#pragma once

#include "domain/class_book.h"
#include "register/import_plan.h"
#include "register/office.h"

#include <map>

namespace xueji {

/// Whether the draw places the roster's cohort (rule C06): it is, or will be, in the first grade of its stage.
bool drawPlaces(Office& office, const ImportPlan& plan, const SchoolProfile& school, Stage stage, int cohort);

/// Into which class the rows of a roster go (班级 column). A first grade is placed only with the protocol of the draw
/// (C06, C14); a class that is not there is offered to be made.
class RosterClasses {
public:
  /// What the class column of one row asks for.
  struct Wanted {
    qint64 id = 0;                             ///< of a class that is there
    std::optional<ImportPlan::NewClass> fresh; ///< a class that the school does not have
    std::optional<Finding> fault;              ///< why it asks for nothing that can be had
    bool isNone() const { return id == 0 && !fresh; }
  };

  /// The plan's options say whether classes are made and which protocol there is; what it needs to say is added to the
  /// plan's findings and newClasses.
  /// `school`: as on the day of the enrolments; must outlive it.
  RosterClasses(Office& office, ImportPlan& plan, const SchoolProfile& school);

  /// Reads the register's classes; to be called first. Errors: those of the store.
  Result<void> open();
  /// Changes nothing: the row may turn out to be of a child that is there already.
  Wanted wantedBy(const StudentRecord& record, Stage stage, int cohort);
  /// The class for a child in none: its id, negative for the n-th of plan.newClasses, 0 for none yet (the draw, a class
  /// that is not made). Counts nothing.
  qint64 choose(const Wanted& wanted, Stage stage, int cohort);
  /// Counts a child that is taken, with what choose() answered.
  void take(const Wanted& wanted, Stage stage, int cohort);
  /// First day of a class that is there; null of one that is to be made.
  QDate openedOn(qint64 classId) const;
  /// What is to be said of the whole column, once all rows are read.
  Result<void> finish();

private:
  void say(const QString& rule, const QString& code, const QStringList& args, const QString& ruleSet = {});
  void sayNewClasses();
  Wanted read(const QString& text, Stage stage, int cohort) const;
  bool waits(Stage stage, int cohort);
  qsizetype placeOf(const ImportPlan::NewClass& fresh) const;
  Result<void> checkSize(qint64 id);

  Office& m_office;
  ImportPlan& m_plan;
  const SchoolProfile& m_school;
  std::shared_ptr<const ClassBook> m_classes;
  using Key = std::tuple<Stage, int, QString>;   ///< stage, cohort, text
  std::map<Key, Wanted> m_known;                 ///< asked for before
  std::map<std::pair<Stage, int>, bool> m_waits; ///< cohorts asked for before
  QHash<qint64, int> m_coming;
  int m_unnamed = 0; ///< children in no class whose row names none
  QList<ImportFinding> m_said;
};

} // namespace xueji
