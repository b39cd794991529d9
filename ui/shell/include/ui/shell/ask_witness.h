#pragma once

#include "register/acts.h"
#include "store/witness.h"
#include "ui/shell/session.h"

#include <memory>
#include <optional>

class QWidget;

namespace xueji {

/// A second person gives name and password for data that could not leave without one (`needed`: WitnessNeeded). Asks
/// again after a wrong password; nothing when they give up. Waits for the password's arithmetic, about a second.
std::optional<WitnessToken> askWitness(Session& session, QWidget* parent, const Error& needed);

/// The second person who confirms that acts are taken back; null where none is needed. Asks likewise. Errors: Cancelled
/// (they gave up), WitnessAlone (there is no other account).
Result<std::shared_ptr<WitnessToken>> askWitness(Session& session, QWidget* parent, const TakingBack& taking);

/// Long work on data that may need a second person to leave: where it answers WitnessNeeded, one is asked for and it
/// runs again, next in the queue, with the token (null the first time); where the token grew too old in the queue, all
/// over again. `parent` is the asker. `begun` is told the job of each run.
template <class Work, class Done>
void addWitnessed(Session& session, QWidget* parent, const QString& what, Work work, Done done,
                  std::function<void(Job*)> begun, std::shared_ptr<WitnessToken> witness = nullptr,
                  QueuePlace place = QueuePlace::Last) {
  Job* job = session.jobs().add(
      parent, what,
      [work, witness](Office& office, const Progress& progress) { return work(office, progress, witness.get()); },
      [&session, parent, what, work, done, begun, witness](auto came) {
        if (!came && came.error().code == ErrorCode::WitnessLate)
          return addWitnessed(session, parent, what, work, done, begun, nullptr, QueuePlace::Next);
        if (came || came.error().code != ErrorCode::WitnessNeeded || witness)
          return done(std::move(came));
        const QPointer<QWidget> still(parent);
        auto token = askWitness(session, parent, came.error());
        if (!still)
          return; // locked meanwhile
        if (!token)
          return done(std::move(came));
        addWitnessed(session, parent, what, work, done, begun, std::make_shared<WitnessToken>(std::move(*token)),
                     QueuePlace::Next);
      },
      place);
  if (begun)
    begun(job);
}

} // namespace xueji
