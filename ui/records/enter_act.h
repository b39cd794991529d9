#pragma once

#include "domain/finding.h"
#include "register/acts.h"
#include "ui/shell/session.h"

#include <memory>

namespace xueji {

/// What the act of a record came to beside its id.
struct ActAnswer {
  Findings why;          ///< of a refusal: what the rules found
  QList<LaterRow> later; ///< what begins later and ends it
};

/// An act of a record, written by Session::write(). `act`: Result<qint64>(Office&, ActAnswer&); `done`:
/// (const Result<qint64>&, const ActAnswer&).
template <class Act, class Done>
void enterAct(Session& session, QObject* asker, const QString& what, Act act, Done done) {
  auto answer = std::make_shared<ActAnswer>();
  session.write(
      asker, what,
      [answer, act = std::move(act)](Office& office) {
        *answer = {};
        return act(office, *answer);
      },
      [answer, done = std::move(done)](const Result<qint64>& came) { done(came, *answer); });
}

} // namespace xueji
