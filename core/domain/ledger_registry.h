#pragma once

#include "domain/error.h"
#include "domain/wish.h"

namespace xueji {

/// One numbered, frozen step of the schema: from the version before it to `version`.
struct SchemaStep {
  int version;
  QString sql; ///< statements ended by semicolons
};

/// What an act does to another one.
enum class ActRole {
  Ordinary,
  Voids, ///< takes the act it refers to back; stands for nothing itself
  Moves, ///< moves the rows of the act it refers to; goes with it and is not voided alone
};

/// A kind of act: one plan and this line.
struct ActKind {
  QString key;   ///< "enrol"
  QString name;  ///< 新生入学, as papers say it
  QString right; ///< capability that performing it needs, e.g. "change_records"
  /// Wish and snapshot to facts, or what is wrong with the wish. Pure.
  Result<Planned> (*plan)(const Wish&, const Snapshot&, const PlanContext&) = nullptr;
  ActRole role = ActRole::Ordinary;
};

/// All kinds of facts and acts and the steps of the schema. A value that is handed in.
struct Registry {
  QList<Fact> facts;
  QList<ActKind> acts;
  QList<SchemaStep> steps;

  const Fact* fact(const QString& key) const; ///< null when unknown
  const ActKind* act(const QString& key) const;
  QList<Fact> factsOf(SubjectKind kind) const;
  int newestSchema() const { return steps.isEmpty() ? 0 : steps.last().version; }
  /// The fact whose column holds the item, and the column; the items fact of the subject where no state does.
  struct Home {
    const Fact* fact = nullptr;
    int column = -1; ///< -1: inside an items row
  };
  Home homeOf(const QString& item, SubjectKind of = SubjectKind::Student) const;
};

} // namespace xueji
