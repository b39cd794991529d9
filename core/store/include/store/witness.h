#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace xueji {

/// What a witness confirms who says that the clock is right.
inline const QByteArray kWitnessClock = "clock";

/// A second person at the same desk has given name and password: good once, for what that person was asked to confirm,
/// for two minutes. Movable only. Made by Accounts::witness().
class WitnessToken {
public:
  static constexpr int kSeconds = 120;

  WitnessToken(WitnessToken&& other) noexcept = default;
  WitnessToken& operator=(WitnessToken&& other) noexcept = default;
  WitnessToken(const WitnessToken&) = delete;
  WitnessToken& operator=(const WitnessToken&) = delete;

  qint64 user() const { return m_user; }
  const QString& name() const { return m_name; }
  /// Uses it up. Errors: WitnessSpent (used already), WitnessLate (older than two minutes, or the clock was set back),
  /// WitnessOther (given for something else than `what`); then it can still be used for what it was given.
  Result<void> spend(const QDateTime& now, const QByteArray& what);

private:
  friend class Accounts;
  WitnessToken(qint64 user, QString name, QDateTime given, QByteArray what)
      : m_user(user), m_name(std::move(name)), m_given(std::move(given)), m_what(std::move(what)) {}
  qint64 m_user;
  QString m_name;
  QDateTime m_given;
  QByteArray m_what;
  bool m_spent = false;
};

} // namespace xueji
