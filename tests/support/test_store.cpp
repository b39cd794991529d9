#include "support/test_store.h"

#include "register/plans.h"
#include "store/backup.h"
#include "store/tables.h"

#include <QSqlQuery>
#include <QSqlRecord>

namespace xueji::test {

StudentRow plainChild(int number) {
  StudentRow row;
  row.entryYear = 2024;
  row.stage = Stage::Primary;
  row.enrolledOn = QDate(2024, 9, 1);
  row.studentNumber = QStringLiteral("L13220320240901%1").arg(number, 4, 10, QLatin1Char('0'));
  const QString names[] = {QStringLiteral("张小明"), QStringLiteral("李雷"), QStringLiteral("阿依古丽·买买提"),
                           QStringLiteral("𠮷田"), QStringLiteral("欧阳修文")};
  row.record.setValue(Field::Name, names[number % 5] + (number < 5 ? QString() : QString::number(number)));
  row.record.setValue(Field::Sex, QString::number(1 + number % 2));
  row.record.setValue(Field::BirthDate, QStringLiteral("2018-01-%1").arg(1 + number % 28, 2, 10, QLatin1Char('0')));
  row.record.setValue(Field::IdDocumentType, QStringLiteral("1"));
  row.record.setValue(Field::IdDocumentNumber, QStringLiteral("13220320180101%1").arg(number, 4, 10, QLatin1Char('0')));
  row.record.setValue(Field::EthnicGroup, number % 5 == 2 ? QStringLiteral("05") : QStringLiteral("01"));
  row.record.setValue(Field::Phone, QStringLiteral("138%1").arg(number, 8, 10, QLatin1Char('0')));
  row.record.setValue(Field::Member1Name, QStringLiteral("家长%1").arg(number));
  row.record.setValue(Field::Member1Phone, QStringLiteral("139%1").arg(number, 8, 10, QLatin1Char('0')));
  row.record.setValue(Field::Member2Name, number % 3 == 0 ? QString() : QStringLiteral("亲属%1").arg(number));
  return row;
}

StudentRow fullChild() {
  StudentRow row = plainChild(1);
  for (int at = 0; at < kFieldCount; ++at)
    if (row.record.isEmpty(static_cast<Field>(at)))
      row.record.setValue(static_cast<Field>(at), QStringLiteral("值'\"%1").arg(at));
  row.record.setValue(Field::StudentNumber, row.studentNumber);
  row.record.setValue(Field::NamePinyin, QStringLiteral("Li Lei"));
  return row;
}

Result<QList<qint64>> writeActs(RegisterStore& store, const QList<QPair<Act, Planned>>& acts,
                                std::optional<Batch> batch) {
  if (auto allowed = store.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  Transaction work = store.tables().begin();
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  Ledger ledger = store.tables().ledger();
  if (batch)
    batch->count = static_cast<int>(acts.size());
  if (auto begun = ledger.begin(batch); !begun)
    return std::unexpected(begun.error());
  QList<qint64> subjects;
  for (auto [act, planned] : acts) {
    auto snapshot = ledger.snapshot(act.subject);
    if (!snapshot)
      return std::unexpected(snapshot.error());
    if (auto written = ledger.append(act, planned, *snapshot); !written)
      return std::unexpected(written.error());
    if (auto present = ledger.writePresent(act.subject, *snapshot); !present)
      return std::unexpected(present.error());
    subjects << act.subject.id;
  }
  const auto seal = ledger.seal();
  if (!seal)
    return std::unexpected(seal.error());
  if (auto logged = store.tables().log().append(LogAction::Change, QStringLiteral("test"), (*seal)->text()); !logged)
    return std::unexpected(logged.error());
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return subjects;
}

QPair<Act, Planned> enrolmentOf(RegisterStore& store, const StudentRow& row) {
  QJsonObject record;
  for (const FieldDefinition& definition : catalogue().all())
    if (definition.field != Field::StudentNumber && definition.field != Field::SchoolCode &&
        !row.record.isEmpty(definition.field))
      record.insert(definition.id, row.record.value(definition.field));
  Wish wish;
  wish.day = row.enrolledOn;
  wish.body = {{QStringLiteral("cohort"), row.entryYear},
               {QStringLiteral("stage"), toKey(row.stage)},
               {QStringLiteral("record"), record},
               {QStringLiteral("number"), row.studentNumber},
               {QStringLiteral("source"), toKey(NumberSource::Local)}};
  const ClassBook noClasses;
  const auto planned =
      planEnrolment(wish, {}, {catalogue(), registry(), store.school(), store.clock().today(), noClasses});
  if (!planned)
    qFatal("no plan: error %d", static_cast<int>(planned.error().code));
  Act act;
  act.kind = act_kind::kEnrol;
  act.effective = row.enrolledOn;
  return {act, *planned};
}

Result<qint64> enrolIn(RegisterStore& store, const StudentRow& row) {
  const auto written = writeActs(store, {enrolmentOf(store, row)});
  return written ? Result<qint64>(written->first()) : std::unexpected(written.error());
}

Result<QList<qint64>> changeIn(RegisterStore& store, qint64 student, const QDate& day, const QString& kind,
                               const Planned& planned) {
  Act act;
  act.kind = kind;
  act.subject = Subject::student(student);
  act.effective = day;
  return writeActs(store, {{act, planned}});
}

Planned statusFrom(const QDate& day, StudentStatus status) {
  Planned planned;
  planned.rows = {{StatusFact::fact().key, day.toString(Qt::ISODate), StatusFact{status}.values()}};
  return planned;
}

Planned itemFrom(const QDate& day, const QString& item, const QString& value) {
  Planned planned;
  planned.rows = {{ItemFact::fact().key, day.toString(Qt::ISODate), ItemFact{{{item, value}}}.values()}};
  return planned;
}

TestStore::TestStore() {
  auto created = RegisterStore::create(sampleSchool(folder()), clock, registry());
  if (!created)
    qFatal("no register: %s", qPrintable(textOf(created.error())));
  store = std::move(created->store);
  recovery = created->recoverySecret;
}

Result<std::unique_ptr<RegisterStore>> TestStore::open(Access access) {
  return RegisterStore::open(folder(), QString::fromUtf8(kRegistrar), password(), clock, registry(), access);
}

void TestStore::reopen() {
  store.reset();
  auto opened = open();
  if (!opened)
    qFatal("not reopened: %s", qPrintable(textOf(opened.error())));
  store = std::move(*opened);
}

qint64 TestStore::enrol(const StudentRow& row) {
  const auto id = enrolIn(*store, row);
  if (!id)
    qFatal("not enrolled: %s", qPrintable(textOf(id.error())));
  return *id;
}

QStringList dump(const QSqlDatabase& database, const QStringList& without) {
  QStringList lines;
  QStringList tables = database.tables();
  tables.sort();
  for (const QString& table : std::as_const(tables)) {
    if (without.contains(table))
      continue;
    QSqlQuery query(database);
    query.exec(QStringLiteral("SELECT * FROM \"%1\" ORDER BY 1, 2").arg(table));
    while (query.next()) {
      QStringList values{table};
      for (int at = 0; at < query.record().count(); ++at)
        values << (query.value(at).typeId() == QMetaType::QByteArray
                       ? QString::fromLatin1(query.value(at).toByteArray().toHex())
                       : query.value(at).toString());
      lines << values.join(QLatin1Char('|'));
    }
  }
  return lines;
}

QStringList faultsOf(RegisterStore& store) {
  const auto report = verify(store);
  if (!report)
    return {QStringLiteral("error %1").arg(static_cast<int>(report.error().code))};
  QStringList faults;
  for (const VerifyFault& fault : report->faults)
    faults << fault.check + QLatin1Char(' ') + fault.object;
  return faults;
}

} // namespace xueji::test
