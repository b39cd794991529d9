#pragma once

#include "domain/error.h"
#include "domain/wish.h"

namespace xueji {

class StepWork;

/// One numbered, frozen step of the schema: from the version before it to `version`.
struct SchemaStep {
  int version;
  QString sql; ///< statements ended by semicolons
  /// What SQL cannot say, run after it in the same transaction (store/step_work.h). Frozen with its own copies of what
  /// it calls. Null: nothing is computed.
  Result<void> (*compute)(StepWork&) = nullptr;
  /// Columns of present tables, "student.class", that are new with this step or mean something else from it on: they
  /// are not compared in an older register.
  QStringList presentColumns = {};
};

/// What an act does to another one.
enum class ActRole {
  Ordinary,
  Voids, ///< takes the act it refers to back; stands for nothing itself
  Moves, ///< moves the rows of the act it refers to; goes with it and is not voided alone
  Told,  ///< the program's own doing, told as an act: nobody wishes it, it is not voided and blocks nothing
};

/// A kind of act: one plan and this line.
struct ActKind {
  QString key;   ///< "enrol"
  QString name;  ///< 新生入学, as papers say it
  QString right; ///< capability that performing it needs, e.g. "change_records"
  /// Wish and snapshot to facts, or what is wrong with the wish. Pure. Null: nobody can wish it.
  Result<Planned> (*plan)(const Wish&, const Snapshot&, const PlanContext&) = nullptr;
  ActRole role = ActRole::Ordinary;
  QString approval = {}; ///< capability of whoever must approve it before; empty: nobody
  int version = 1;       ///< of the wishes that the plan reads
  /// A wish of an older version as one of this; null where there is none.
  Result<Wish> (*forward)(const Wish& older) = nullptr;
};

/// All kinds of facts and acts and the steps of the schema. A value that is handed in.
struct Registry {
  QList<Fact> facts;
  QList<ActKind> acts;
  QList<SchemaStep> steps;
  QStringList laterColumns = {}; ///< of upTo(): SchemaStep::presentColumns of the steps left out

  const Fact* fact(const QString& key) const; ///< null when unknown
  const ActKind* act(const QString& key) const;
  /// Facts with a column that names subjects of this kind.
  QList<const Fact*> factsNaming(SubjectKind kind) const;
  int newestSchema() const { return steps.isEmpty() ? 0 : steps.last().version; }
  /// Steps, facts and columns that a register of this schema has.
  Registry upTo(int schema) const;
  /// The fact whose column holds the item, and the column; the items fact of the subject where no state does.
  struct Home {
    const Fact* fact = nullptr;
    int column = -1; ///< -1: inside an items row
  };
  Home homeOf(const QString& item, SubjectKind of = SubjectKind::Student) const;
};

} // namespace xueji
