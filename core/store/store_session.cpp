#include "store_session.h"

#include "domain/ledger_facts.h"
#include "keyed_file.h"
#include "log_chain.h"
#include "raw_cursor.h"
#include "store/case_table.h"
#include "store/class_table.h"
#include "subject_rows.h"

#include <algorithm>
#include <sqlite3.h>

namespace xueji {

namespace {}

SignIn::SignIn(RegisterFolder place, SecretBytes key, KeyFile file)
    : folder(std::move(place)), dataKey(std::move(key)), logKey(dataKey.derived(kLogKeyContext)),
      sealKey(dataKey.derived(kSealKeyContext)), keys(std::move(file)) {}

StoreSession::StoreSession(std::shared_ptr<SignIn> signIn, std::unique_ptr<Connection> connection, const Clock& clock,
                           const Registry& registry)
    : m_signIn(std::move(signIn)), m_connection(std::move(connection)), m_clock(clock), m_registry(registry) {}

SignIn::~SignIn() {
  if (lock && folder.looksLikeRegister())
    static_cast<void>(keys.save(folder.path(), dataKey, KeyFile::Copies::Both));
}

StoreSession::~StoreSession() {
  static_cast<void>(flush());
  m_prepared.clear();
  m_sealed.clear();
}

Result<void> StoreSession::require(Capability capability) const {
  if (may(m_user.role, capability))
    return {};
  return fail(ErrorCode::RoleForbids, {toKey(m_user.role), toKey(capability)});
}

std::unique_ptr<QSqlQuery> StoreSession::takePrepared(const QString& sql) {
  const auto found = m_prepared.find(sql);
  return found == m_prepared.end() ? nullptr : std::move(found->second);
}

void StoreSession::keepPrepared(const QString& sql, std::unique_ptr<QSqlQuery> query) {
  // More than there are fixed statements; lists are asked for and rows changed in many forms, and make room.
  constexpr std::size_t kMost = 200;
  if (m_prepared.size() >= kMost && !m_prepared.contains(sql))
    m_prepared.erase(m_prepared.begin());
  m_prepared[sql] = std::move(query);
}

Result<void> StoreSession::exec(const char* sql) {
  const int code = sqlite3_exec(m_connection->handle(), sql, nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? Result<void>{}
                           : Result<void>(std::unexpected(sqliteError(code, m_connection->file(), "transaction")));
}

Result<void> StoreSession::enter(bool wait) {
  if (m_depth > 0) {
    ++m_depth;
    return m_doom ? Result<void>(std::unexpected(*m_doom)) : Result<void>{};
  }
  if (m_connection->access() != Access::Write)
    return fail(ErrorCode::NotWritable, {m_connection->file()});
  sqlite3_busy_timeout(m_connection->handle(), wait ? m_patience : 0);
  const Result<void> begun = exec("BEGIN IMMEDIATE");
  sqlite3_busy_timeout(m_connection->handle(), kBusyMilliseconds);
  if (!begun)
    return begun;
  if (auto known = catchUp(); !known) {
    static_cast<void>(exec("ROLLBACK"));
    return known;
  }
  m_depth = 1;
  m_doom.reset();
  m_queued.clear();
  m_changesBefore = sqlite3_total_changes(m_connection->handle());
  m_unlogged = 0;
  return {};
}

Result<void> StoreSession::leave(bool commit) {
  if (!commit && !m_doom)
    m_doom = Error{ErrorCode::Internal, {QStringLiteral("transaction: an inner part was not committed")}};
  if (m_depth > 1) {
    --m_depth;
    return m_doom ? Result<void>(std::unexpected(*m_doom)) : Result<void>{};
  }
  const Result<void> done = finish(commit);
  if (m_schoolBefore && !(done && commit))
    m_school = std::move(*m_schoolBefore);
  m_schoolBefore.reset();
  m_depth = 0;
  m_doom.reset();
  m_queued.clear();
  if (done && commit)
    copyHead();
  return done;
}

Result<void> StoreSession::finish(bool commit) {
  Result<void> done = m_doom ? Result<void>(std::unexpected(*m_doom)) : Result<void>{};
  if (done && commit)
    done = writeCases();
  if (done && commit) {
    // Nothing but a case is changed without a line in the log, even where the caller said none.
    if (m_queued.isEmpty() && sqlite3_total_changes(m_connection->handle()) != m_changesBefore + m_unlogged)
      m_queued << LogRow{0, m_clock.now(), m_user.id, LogAction::Change, {}, {}, {}};
    done = appendQueued();
    if (done)
      done = exec("COMMIT");
    if (done) {
      m_waiting.clear();
      m_waitingCases.clear();
      return done;
    }
  }
  m_classes.reset(); // what was made in vain must not pass for what is made next
  // SQLite may have rolled back already (disk full); a second time says so and does no harm.
  sqlite3_exec(m_connection->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return done;
}

Result<LogHead> StoreSession::newestLog() {
  Statement query(*this, QStringLiteral("SELECT id, mac FROM log ORDER BY id DESC LIMIT 1"));
  if (auto ran = query.run("log: newest"); !ran)
    return std::unexpected(ran.error());
  LogHead head;
  if (query.next())
    head = {query.number(0), query.bytes(1)};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return head;
}

Result<QDateTime> StoreSession::newestLogTime() {
  const auto newest = newestLog();
  if (!newest)
    return std::unexpected(newest.error());
  if (m_newestTime.upTo > newest->rows)
    m_newestTime = {};
  // A reading logged under a clock that is behind must not make that clock the right one. The whole log is asked once;
  // then only what came since.
  Statement query(*this, m_newestTime.upTo == 0
                             ? QStringLiteral("SELECT time, 0 FROM log WHERE id > ? AND id >= coalesce((SELECT max(id) "
                                              "FROM log WHERE action = 'clock_confirmed'), 0) "
                                              "ORDER BY time DESC LIMIT 1")
                             : QStringLiteral("SELECT time, action = 'clock_confirmed' FROM log WHERE id > ? "
                                              "ORDER BY id"));
  if (auto ran = query.bind(m_newestTime.upTo).run("log: newest time"); !ran)
    return std::unexpected(ran.error());
  NewestTime found{newest->rows, m_newestTime.time};
  while (query.next()) {
    const QDateTime time = query.moment(0);
    if (!found.time.isValid() || time > found.time || query.number(1) == 1)
      found.time = time;
  }
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  m_newestTime = found;
  return found.time;
}

Result<void> StoreSession::readSchool() {
  // The school's own facts are nobody's data: whoever signs in sees which register it is.
  auto chains = chainsOf(*this, Subject::school());
  if (!chains)
    return std::unexpected(chains.error());
  const QDate today = m_clock.today();
  auto school = schoolOf(*chains, today.toString(Qt::ISODate));
  if (!school)
    return std::unexpected(school.error());
  if (m_depth > 0 && !m_schoolBefore)
    m_schoolBefore = std::move(m_school);
  m_school = {std::move(*school), std::move(*chains), today};
  return {};
}

Result<std::shared_ptr<const ClassBook>> StoreSession::classes() {
  ClassTable table(*this);
  const auto stamp = table.stamp();
  if (!stamp)
    return std::unexpected(stamp.error());
  if (m_classes && m_classStamp == *stamp)
    return m_classes;
  auto book = table.book();
  if (!book)
    return std::unexpected(book.error());
  m_classes = std::make_shared<const ClassBook>(std::move(*book));
  m_classStamp = *stamp;
  return m_classes;
}

Result<void> StoreSession::catchUp() {
  if (m_depth > 0 || m_school.day.isNull())
    return {};
  qint64 version = 0;
  {
    Statement query(*this, QStringLiteral("PRAGMA data_version"));
    if (auto ran = query.run("school: data version"); !ran)
      return ran;
    version = query.next() ? query.number(0) : 0;
    if (auto ended = query.ended(); !ended)
      return ended;
  }
  if (version == m_dataVersion && m_school.day == m_clock.today())
    return {};
  const Result<void> read = readSchool();
  if (read)
    m_dataVersion = version;
  return read;
}

Result<void> StoreSession::sealRows(Seal& seal, const QString& table, qint64 first) {
  auto known = m_sealed.find(table);
  if (known == m_sealed.end()) {
    auto rows = RawRows::of(*m_connection, QStringLiteral("SELECT * FROM %1 WHERE id >= ? ORDER BY id").arg(table));
    if (!rows)
      return std::unexpected(rows.error());
    auto sealed = SealedTable::of(*m_connection, table, *rows);
    if (!sealed)
      return std::unexpected(sealed.error());
    known = m_sealed.emplace(table, SealedRows{std::move(*rows), std::move(*sealed)}).first;
  }
  auto& [rows, sealed] = known->second;
  rows.again({first});
  auto added = eachOf(rows, [&](const RawRows& row) { seal.addRow(sealed, row); });
  rows.reset();
  return added;
}

QList<const Fact*> factsByTable(const Registry& registry) {
  QList<const Fact*> facts;
  for (const Fact& fact : registry.facts)
    facts << &fact;
  std::sort(facts.begin(), facts.end(), [](const Fact* a, const Fact* b) { return a->table() < b->table(); });
  return facts;
}

Result<void> StoreSession::appendQueued() {
  auto newest = newestLog();
  if (!newest)
    return std::unexpected(newest.error());
  m_newest = *newest;
  for (const QList<LogRow>* rows : {&std::as_const(m_waiting), &std::as_const(m_queued)})
    for (LogRow row : *rows) {
      row.id = m_newest.rows + 1;
      row.mac = chainedMac(m_signIn->logKey, m_newest.head, row);
      Statement one(*this, QStringLiteral("INSERT INTO log (id, time, user, action, object, detail, mac) "
                                          "VALUES (?, ?, ?, ?, ?, ?, ?)"));
      one.bind(row.id).bind(row.time).bind(row.user).bind(toKey(row.action)).bind(row.object).bind(row.detail);
      one.bind(row.mac);
      if (auto ran = one.run("log: append"); !ran)
        return ran;
      m_newest = {row.id, row.mac};
    }
  return {};
}

void StoreSession::copyHead() {
  const std::lock_guard guard(m_signIn->mutex);
  // Another connection may have written since; after a noticed rollback the shorter log is the present one.
  if (m_newest.rows <= m_signIn->keys.logHead().rows && m_rollbackState)
    return;
  // The head may lag behind the log, never lead it: where it falls, after a noticed rollback, the longer one must not
  // come back.
  const auto copies =
      m_newest.rows < m_signIn->keys.logHead().rows ? KeyFile::Copies::Both : KeyFile::Copies::FirstOnly;
  m_signIn->keys.setLogHead(m_newest);
  if (!m_signIn->keepsHead)
    return;
  // The commit stands whether or not this succeeds; the next commit brings the head up.
  static_cast<void>(m_signIn->keys.save(m_signIn->folder.path(), m_signIn->dataKey, copies));
}

Result<void> StoreSession::queueLog(LogAction action, const QString& object, const QString& detail,
                                    const QDateTime& time) {
  if (m_connection->access() != Access::Write)
    return fail(ErrorCode::NotWritable, {m_connection->file()});
  (m_depth > 0 ? m_queued : m_waiting) << LogRow{
      0, time.isNull() ? m_clock.now() : time, m_user.id, action, object, detail, {}};
  return m_depth > 0 ? Result<void>{} : flush();
}

Result<void> StoreSession::writeUnlogged(const Case& draft) {
  const int before = sqlite3_total_changes(m_connection->handle());
  auto written = writeCase(*this, draft);
  m_unlogged += sqlite3_total_changes(m_connection->handle()) - before;
  return written;
}

Result<void> StoreSession::writeCases() {
  for (const Case& draft : std::as_const(m_waitingCases))
    if (auto written = writeUnlogged(draft); !written)
      return written;
  return {};
}

Result<void> StoreSession::keepCase(const Case& draft, const std::optional<LogRow>& said) {
  if (m_connection->access() != Access::Write)
    return fail(ErrorCode::NotWritable, {m_connection->file()});
  if (m_depth > 0) {
    if (said)
      m_queued << *said;
    return writeUnlogged(draft);
  }
  const auto cases = m_waitingCases;
  const auto rows = m_waiting;
  m_waitingCases.insert(draft.id, draft);
  if (said)
    m_waiting << *said;
  auto stored = flush();
  if (!stored) {
    m_waitingCases = cases;
    m_waiting = rows;
  }
  return stored;
}

Result<void> StoreSession::flush() {
  if ((m_waiting.isEmpty() && m_waitingCases.isEmpty()) || m_depth > 0)
    return {};
  if (auto begun = enter(false); !begun)
    return begun.error().code == ErrorCode::RegisterBusy ? Result<void>{} : begun;
  return leave(true);
}

} // namespace xueji
