#include "register/dump.h"

#include "domain/wish_bytes.h"
#include "store/act_json.h"
#include "store/statement.h"
#include "store/tables.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace xueji {

namespace {

constexpr int kFormat = 1;

QString shapeKey(FactShape shape) {
  return shape == FactShape::State   ? QStringLiteral("state")
         : shape == FactShape::Items ? QStringLiteral("items")
                                     : QStringLiteral("entry");
}

QJsonObject describe(const Fact& fact) {
  QJsonArray columns;
  for (const FactColumn& column : fact.columns)
    columns << column.name;
  return {{QStringLiteral("fact"), fact.key},
          {QStringLiteral("name"), fact.name},
          {QStringLiteral("shape"), shapeKey(fact.shape)},
          {QStringLiteral("of"), toKey(fact.of)},
          {QStringLiteral("columns"), columns}};
}

QJsonObject objectOf(const Act& act) {
  return {{QStringLiteral("type"), QStringLiteral("act")},
          {QStringLiteral("id"), act.id},
          {QStringLiteral("kind"), act.kind},
          {QStringLiteral("of"), toKey(act.subject.kind)},
          {QStringLiteral("subject"), act.subject.id},
          {QStringLiteral("day"), act.effective.toString(Qt::ISODate)},
          {QStringLiteral("entered"), storedMoment(act.entered)},
          {QStringLiteral("entered_by"), act.enteredBy},
          {QStringLiteral("batch"), act.batch},
          {QStringLiteral("refers"), act.refers},
          {QStringLiteral("ground"), act.ground},
          {QStringLiteral("rule_sets"), act.ruleSet},
          {QStringLiteral("findings"), QJsonDocument::fromJson(findingsToJson(act.findings).toUtf8()).array()},
          {QStringLiteral("exceptions"), QJsonArray::fromStringList(act.exceptions)},
          {QStringLiteral("papers"), QJsonDocument::fromJson(idsToJson(act.papers).toUtf8()).array()},
          {QStringLiteral("case"), act.caseId}};
}

QJsonObject objectOf(const Approval& approval) {
  return {{QStringLiteral("type"), QStringLiteral("approval")},
          {QStringLiteral("id"), approval.id},
          {QStringLiteral("case"), approval.caseId},
          {QStringLiteral("act"), approval.act},
          {QStringLiteral("given"), storedMoment(approval.given)},
          {QStringLiteral("given_by"), approval.givenBy},
          {QStringLiteral("judgement"), toKey(approval.judgement)},
          {QStringLiteral("sha256"), QString::fromLatin1(approval.hash.toHex())},
          {QStringLiteral("ground"), approval.ground}};
}

QJsonObject objectOf(const Fact& fact, const FactRow& row) {
  QJsonObject values;
  for (qsizetype at = 0; at < fact.columns.size(); ++at) {
    const FactColumn& column = fact.columns[at];
    const QString& value = row.values.value(at);
    if (column.type == FactColumnType::Integer)
      values.insert(column.name, value.toLongLong());
    else if (column.type == FactColumnType::Items)
      values.insert(column.name, QJsonDocument::fromJson(value.toUtf8()).object());
    else
      values.insert(column.name, value);
  }
  return {{QStringLiteral("type"), QStringLiteral("fact")},
          {QStringLiteral("fact"), fact.key},
          {QStringLiteral("id"), row.id},
          {QStringLiteral("act"), row.act},
          {QStringLiteral("voided_by"), row.voidedBy},
          {QStringLiteral("subject"), row.subject},
          {QStringLiteral("day"), row.from},
          {QStringLiteral("values"), values}};
}

/// Writes the lines and counts what they hold.
class Dump {
public:
  Dump(Office& office, const std::function<Result<void>(const QByteArray&)>& write, const Progress& progress)
      : m_office(office), m_write(write), m_progress(progress) {}

  Result<Dumped> run(qint64 children, qint64 voided);

private:
  Result<void> put(const QJsonObject& object) { return m_write(QJsonDocument(object).toJson(QJsonDocument::Compact)); }
  Result<void> head();
  Result<void> people();
  Result<void> acts();
  Result<void> approvals();
  Result<void> facts();

  Office& m_office;
  const std::function<Result<void>(const QByteArray&)>& m_write;
  const Progress& m_progress;
  Dumped m_dumped;
};

Result<void> Dump::head() {
  QJsonArray facts;
  for (const Fact& fact : m_office.registry().facts)
    facts << describe(fact);
  QJsonArray kinds;
  for (const ActKind& kind : m_office.registry().acts)
    kinds << QJsonObject{{QStringLiteral("kind"), kind.key}, {QStringLiteral("name"), kind.name}};
  return put({{QStringLiteral("type"), QStringLiteral("register")},
              {QStringLiteral("format"), kFormat},
              {QStringLiteral("id"), m_office.store().registerId()},
              {QStringLiteral("school"), m_office.store().school().toJson()},
              {QStringLiteral("made"), storedMoment(m_office.clock().now())},
              {QStringLiteral("children"), m_dumped.children},
              {QStringLiteral("facts"), facts},
              {QStringLiteral("kinds"), kinds}});
}

Result<void> Dump::people() {
  const auto users = m_office.tables().users().all();
  if (!users)
    return std::unexpected(users.error());
  for (const User& user : *users)
    if (auto written = put({{QStringLiteral("type"), QStringLiteral("account")},
                            {QStringLiteral("id"), user.id},
                            {QStringLiteral("name"), user.name},
                            {QStringLiteral("role"), toKey(user.role)},
                            {QStringLiteral("added"), storedMoment(user.added)},
                            {QStringLiteral("removed"), storedMoment(user.removed)}});
        !written)
      return written;
  const auto batches = m_office.tables().batches().all();
  if (!batches)
    return std::unexpected(batches.error());
  for (auto batch = batches->crbegin(); batch != batches->crend(); ++batch)
    if (auto written = put({{QStringLiteral("type"), QStringLiteral("batch")},
                            {QStringLiteral("id"), batch->id},
                            {QStringLiteral("kind"), toKey(batch->kind)},
                            {QStringLiteral("made"), storedMoment(batch->made)},
                            {QStringLiteral("made_by"), batch->madeBy},
                            {QStringLiteral("source"), batch->source},
                            {QStringLiteral("source_sha256"), QString::fromLatin1(batch->sourceHash.toHex())},
                            {QStringLiteral("count"), batch->count},
                            {QStringLiteral("undoes"), batch->undoes}});
        !written)
      return written;
  return {};
}

Result<void> Dump::acts() {
  Result<void> done;
  auto read = m_office.tables().acts().forEach([&](const Act& act) {
    done = put(objectOf(act));
    if (done && !goesOn(m_progress, ++m_dumped.acts, 0))
      done = fail(ErrorCode::Cancelled);
    return done.has_value();
  });
  return read ? done : read;
}

Result<void> Dump::approvals() {
  const auto approvals = m_office.tables().approvals().all();
  if (!approvals)
    return std::unexpected(approvals.error());
  for (const Approval& approval : *approvals)
    if (auto written = put(objectOf(approval)); !written)
      return written;
  m_dumped.approvals = approvals->size();
  return {};
}

Result<void> Dump::facts() {
  for (const Fact& fact : m_office.registry().facts) {
    Result<void> done;
    auto read = m_office.tables().facts().forEach(fact, [&](const FactRow& row) {
      done = put(objectOf(fact, row));
      if (done && !goesOn(m_progress, ++m_dumped.facts, 0))
        done = fail(ErrorCode::Cancelled);
      return done.has_value();
    });
    if (!read || !done)
      return read ? done : read;
  }
  return {};
}

Result<Dumped> Dump::run(qint64 children, qint64 voided) {
  m_dumped.children = children;
  m_dumped.voided = voided;
  for (const auto part : {&Dump::head, &Dump::people, &Dump::acts, &Dump::approvals, &Dump::facts})
    if (auto done = (this->*part)(); !done)
      return std::unexpected(done.error());
  const auto code = m_office.tables().log().shortCode();
  if (!code)
    return std::unexpected(code.error());
  if (auto done = put({{QStringLiteral("type"), QStringLiteral("end")},
                       {QStringLiteral("acts"), m_dumped.acts},
                       {QStringLiteral("approvals"), m_dumped.approvals},
                       {QStringLiteral("facts"), m_dumped.facts},
                       {QStringLiteral("log_code"), *code}});
      !done)
    return std::unexpected(done.error());
  return m_dumped;
}

} // namespace

Result<Dumped> dumpRegister(Office& office, const QString& purpose, WitnessToken* witness,
                            const std::function<Result<void>(const QByteArray&)>& write, const Progress& progress) {
  if (auto allowed = office.store().require(Capability::Export); !allowed)
    return std::unexpected(allowed.error());
  if (purpose.trimmed().isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("--full")});
  StudentQuery everybody; // voided records leave with the rest
  const QList<StudentStatus> statuses = allStatuses();
  everybody.statuses = QSet<StudentStatus>(statuses.begin(), statuses.end());
  const auto children = office.tables().students().count(everybody);
  if (!children)
    return std::unexpected(children.error());
  StudentQuery declaredVoid;
  declaredVoid.statuses = {StudentStatus::Voided};
  const auto voided = office.tables().students().count(declaredVoid);
  if (!voided)
    return std::unexpected(voided.error());
  const auto witnessed =
      letLeave(office, {Verb::Export, allFields(office.fields()), true, *children, purpose}, witness);
  if (!witnessed)
    return std::unexpected(witnessed.error());
  const QString detail = QStringLiteral("dump children=%1").arg(*children) + *witnessed;
  // Logged before it is written: nothing leaves unlogged (P02, P04).
  if (auto logged = office.tables().log().append(LogAction::Export, QStringLiteral("register"),
                                                 detail + QStringLiteral(" purpose=") + purpose.trimmed());
      !logged)
    return std::unexpected(logged.error());
  return Dump(office, write, progress).run(*children, *voided);
}

} // namespace xueji
