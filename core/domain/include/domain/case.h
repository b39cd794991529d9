#pragma once

#include "domain/act.h"

#include <QByteArray>

namespace xueji {

enum class CaseState {
  Draft,      ///< its owner's alone
  HandedOver, ///< others see it and may approve it
  Withdrawn,  ///< ended without an act
};
QString toKey(CaseState state); ///< "draft", "handed_over", "withdrawn" as stored
std::optional<CaseState> caseStateFromKey(const QString& key);

/// What has to happen to a case, and whose turn it then is.
struct CaseStep {
  QString what; ///< "approve", "perform", or in words
  Role turn = Role::Registrar;
  QDate due = {};      ///< null: any time
  QDateTime done = {}; ///< UTC; null: not yet
  qint64 doneBy = 0;
  bool operator==(const CaseStep&) const = default;
};

/// 业务: a wish that is not performed yet: a wizard's draft, a suspension that waits for its paper. No act: outside
/// log, seals, dump and verification. Its rows stay, so that its number means one case for ever.
struct Case {
  qint64 id = 0;
  QString kind;    ///< of the wish
  int version = 1; ///< of the wish, as written
  Subject subject; ///< of the wish; id 0: the act makes it
  QByteArray wish; ///< as written (wish_bytes.h); empty: a draft that was discarded
  CaseState state = CaseState::Draft;
  qint64 owner = 0;
  QDateTime opened;  ///< UTC
  QDateTime changed; ///< UTC: of the wish
  qint64 changedBy = 0;
  QString ground; ///< why it was withdrawn
  QList<CaseStep> steps;
  qint64 act = 0; ///< that performed it (derived from the act)

  bool isOpen() const { return state != CaseState::Withdrawn && act == 0; }
  /// The first step that is not done; null where all are.
  const CaseStep* nextStep() const;
  bool operator==(const Case&) const = default;
};

enum class Judgement {
  Approved,
  Refused,
  Witnessed, ///< a second person at the same desk confirmed what an act takes back
};
QString toKey(Judgement judgement); ///< "approved" ... as stored
std::optional<Judgement> judgementFromKey(const QString& key);

/// 审批: what a second person said to a wish. Never changed, never deleted.
struct Approval {
  qint64 id = 0;     ///< 1, 2, 3 ... without gap
  qint64 caseId = 0; ///< 0: of a witness
  qint64 act = 0;    ///< of a witness: first act of the transaction; else 0
  QDateTime given;   ///< UTC
  qint64 givenBy = 0;
  Judgement judgement = Judgement::Approved;
  QByteArray hash; ///< SHA-256 of what was looked at
  QString ground;
};

} // namespace xueji
