#pragma once

#include "register/acts.h"
#include "store/witness.h"

#include <memory>
#include <optional>

class QWidget;

namespace xueji {

class Session;

/// A second person gives name and password for data that could not leave without one (`needed`: WitnessNeeded). Asks
/// again after a wrong password; nothing when they give up. Waits for the password's arithmetic, about a second.
std::optional<WitnessToken> askWitness(Session& session, QWidget* parent, const Error& needed);

/// The second person who confirms that acts are taken back; null where none is needed. Asks likewise. Errors: Cancelled
/// (they gave up), WitnessAlone (there is no other account).
Result<std::shared_ptr<WitnessToken>> askWitness(Session& session, QWidget* parent, const TakingBack& taking);

} // namespace xueji
