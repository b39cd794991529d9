#pragma once

#include "domain/clock.h"
#include "domain/error.h"

#include <QList>
#include <QString>

namespace xueji {

/// Failed sign-ins wait beside the register (attempts.json) until somebody signs in and they enter the log: without
/// the data key nothing can be written into it. After the third one must wait a second, after the tenth five
/// (reference: delays per attempt, no lock-out on a single office PC).
class SignInAttempts {
public:
  struct Attempt {
    QDateTime time; ///< UTC
    QString user;
    bool logged = false; ///< it stands in the log already (a witness is asked for while the register is open)
  };

  explicit SignInAttempts(const QString& folder);

  /// Error: TooManyAttempts (seconds still to wait).
  Result<void> mayTry(const QDateTime& now) const;
  /// Best effort: a read-only folder keeps no list.
  void add(const Attempt& attempt);
  const QList<Attempt>& all() const { return m_attempts; }
  void clear();

private:
  QString m_file;
  QList<Attempt> m_attempts;
};

} // namespace xueji
