#pragma once

#include "domain/error.h"

#include <QDateTime>
#include <QString>

namespace xueji {

/// A second person at the same desk has given name and password: good once, for one wish, for two minutes. Movable
/// only. Made by RegisterStore::witness().
class WitnessToken {
public:
  static constexpr int kSeconds = 120;

  WitnessToken(WitnessToken&& other) noexcept = default;
  WitnessToken& operator=(WitnessToken&& other) noexcept = default;
  WitnessToken(const WitnessToken&) = delete;
  WitnessToken& operator=(const WitnessToken&) = delete;

  qint64 user() const { return m_user; }
  const QString& name() const { return m_name; }
  /// Uses it up. Error: WitnessSpent (used already, or older than two minutes, or the clock was set back).
  Result<void> spend(const QDateTime& now);

private:
  friend class RegisterStore;
  WitnessToken(qint64 user, QString name, QDateTime given)
      : m_user(user), m_name(std::move(name)), m_given(std::move(given)) {}
  qint64 m_user;
  QString m_name;
  QDateTime m_given;
  bool m_spent = false;
};

} // namespace xueji
