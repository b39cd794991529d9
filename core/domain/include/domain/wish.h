#pragma once

#include "domain/act.h"
#include "domain/chains.h"
#include "domain/class_book.h"
#include "domain/field_catalogue.h"
#include "domain/school_profile.h"

#include <QJsonObject>

namespace xueji {

/// A paper that was seen with a wish; becomes a row of fact "paper".
struct SeenPaper {
  QString kind = {}; ///< as the rule book names it
  QString number = {};
  QString issuer = {};
  QString level = {}; ///< of the issuer: township, county, prefecture, province, nation
  QDate issued = {};
  QString note = {};
  bool operator==(const SeenPaper&) const = default;
};

/// What somebody wishes to do: handed over, kept as a draft, judged, and performed as an act.
struct Wish {
  QString kind; ///< of the registry
  int version = 1;
  Subject subject; ///< id 0: the act makes it
  QDate day;       ///< effective day
  QString ground;
  QList<SeenPaper> papers;
  /// Revision of the subject that the person saw; 0: not compared. Another one is RecordChanged.
  qint64 revision = 0;
  /// Voided act that is done again: its rows are written anew, no plan is asked; kind and subject are that act's.
  qint64 redoes = 0;
  QJsonObject body; ///< as the kind's plan reads it
  /// Case that it comes from; 0: none. The act bears it; it is no part of the wish's bytes (wish_bytes.h).
  qint64 caseId = 0;
};

/// An act of a subject, as short as a plan needs it.
struct ActBrief {
  qint64 id = 0;
  QString kind;
  QDate day;
  qint64 refers = 0;
  qint64 voidedBy = 0;
};

/// A subject with a standing row that names the one looked at.
struct NamedBy {
  Subject subject;
  QString fact;
  int column = 0;       ///< of the fact, which names
  qint64 named = 0;     ///< the id looked at
  QList<FactRow> chain; ///< its whole chain of that fact
  bool names(const FactRow& row) const { return row.voidedBy == 0 && row.values.value(column).toLongLong() == named; }
};

/// What the register knows of a subject.
struct Snapshot {
  qint64 lastAct = 0;  ///< newest act of the register: the snapshot is good while it is that
  qint64 revision = 0; ///< newest act that touches the subject; 0: none
  Chains chains;
  QList<ActBrief> acts;   ///< of the subject, in order of entry
  QList<NamedBy> namedBy; ///< of a class: the children who were ever placed in it
  const ActBrief* act(qint64 id) const;
};

/// What a wish would write.
struct Planned {
  QList<PlannedRow> rows;
  QList<RowMark> marks; ///< rows that become void
  qint64 refers = 0;    ///< Act::refers
  bool isEmpty() const { return rows.isEmpty() && marks.isEmpty(); }
};

/// What a plan may look at besides wish and snapshot.
struct PlanContext {
  const FieldCatalogue& fields;
  const struct Registry& registry;
  SchoolProfile school; ///< as on the day of the wish
  QDate today;
  const ClassBook& classes;
};

} // namespace xueji
