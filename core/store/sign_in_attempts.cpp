#include "sign_in_attempts.h"

#include "platform/durable_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xueji {

namespace {

constexpr qint64 kLargestFile = 1 << 20;
constexpr int kMostKept = 1000;
constexpr int kLongestName = 64;

int secondsAfter(qsizetype failures) {
  if (failures >= 10)
    return 5;
  return failures >= 3 ? 1 : 0;
}

} // namespace

SignInAttempts::SignInAttempts(const QString& folder) : m_file(folder + QStringLiteral("/attempts.json")) {
  const auto bytes = readWholeFile(m_file, kLargestFile);
  if (!bytes)
    return;
  const QJsonArray array = QJsonDocument::fromJson(*bytes).array();
  for (const QJsonValue& value : array)
    m_attempts << Attempt{QDateTime::fromString(value[u"time"].toString(), Qt::ISODateWithMs),
                          value[u"user"].toString(), value[u"logged"].toBool()};
}

Result<void> SignInAttempts::mayTry(const QDateTime& now) const {
  if (m_attempts.isEmpty())
    return {};
  const qint64 wait = secondsAfter(m_attempts.size()) * 1000;
  const qint64 since = m_attempts.last().time.msecsTo(now);
  // A clock set back must not lock anybody out.
  if (since < 0 || since >= wait)
    return {};
  return fail(ErrorCode::TooManyAttempts, {QString::number((wait - since + 999) / 1000)});
}

void SignInAttempts::add(const Attempt& attempt) {
  m_attempts << Attempt{attempt.time, attempt.user.left(kLongestName), attempt.logged};
  if (m_attempts.size() > kMostKept)
    m_attempts.removeFirst();
  QJsonArray array;
  for (const Attempt& one : std::as_const(m_attempts))
    array << QJsonObject{{QStringLiteral("time"), one.time.toUTC().toString(Qt::ISODateWithMs)},
                         {QStringLiteral("user"), one.user},
                         {QStringLiteral("logged"), one.logged}};
  static_cast<void>(writeFileAtomically(m_file, QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

void SignInAttempts::clear() {
  m_attempts.clear();
  QFile::remove(m_file);
}

} // namespace xueji
