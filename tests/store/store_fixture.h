#pragma once

#include "domain/ledger_facts.h"
#include "register/plans.h"
#include "register/registry.h"
#include "store/accounts.h"
#include "store/backup.h"
#include "store/tables.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTimeZone>

namespace xueji::test {

/// A clock that stands until it is moved.
class HandClock final : public Clock {
public:
  QDateTime now() const override { return m_now; }
  void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
  QDateTime m_now{QDate(2024, 9, 2), QTime(1, 0), QTimeZone::utc()};
};

inline const QString kUser = QStringLiteral("赵老师");

inline SecretBytes password() {
  return SecretBytes::fromUtf8(QStringLiteral("Spring-2024"));
}

/// A child with made-up numbers; region 132203 was given up long before such a child was born.
inline StudentRow child(int number) {
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

/// A child in which every item says something.
inline StudentRow fullChild() {
  StudentRow row = child(1);
  for (int at = 0; at < kFieldCount; ++at)
    if (row.record.isEmpty(static_cast<Field>(at)))
      row.record.setValue(static_cast<Field>(at), QStringLiteral("值'\"%1").arg(at));
  row.record.setValue(Field::StudentNumber, row.studentNumber);
  row.record.setValue(Field::NamePinyin, QStringLiteral("Li Lei"));
  return row;
}

inline const Registry& registry() {
  static const Registry standard = ledgerRegistry();
  return standard;
}

inline const FieldCatalogue& catalogue() {
  static const FieldCatalogue fields = FieldCatalogue::load();
  return fields;
}

/// Acts of the subjects with what each plans, in one transaction with its log row, as an office writes them; no rule is
/// asked. Answers the subjects.
inline Result<QList<qint64>> writeActs(RegisterStore& store, const QList<QPair<Act, Planned>>& acts,
                                       std::optional<Batch> batch = {}) {
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

/// The act and rows of an enrolment of this child, with its number as one made here.
inline QPair<Act, Planned> enrolmentOf(RegisterStore& store, const StudentRow& row) {
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

inline Result<qint64> enrolIn(RegisterStore& store, const StudentRow& row) {
  const auto written = writeActs(store, {enrolmentOf(store, row)});
  return written ? Result<qint64>(written->first()) : std::unexpected(written.error());
}

/// One act of a child with these rows.
inline Result<QList<qint64>> changeIn(RegisterStore& store, qint64 student, const QDate& day, const QString& kind,
                                      const Planned& planned) {
  Act act;
  act.kind = kind;
  act.subject = Subject::student(student);
  act.effective = day;
  return writeActs(store, {{act, planned}});
}

inline Planned statusFrom(const QDate& day, StudentStatus status) {
  Planned planned;
  planned.rows = {{StatusFact::fact().key, day.toString(Qt::ISODate), StatusFact{status}.values()}};
  return planned;
}

inline Planned itemFrom(const QDate& day, const QString& item, const QString& value) {
  Planned planned;
  planned.rows = {{ItemFact::fact().key, day.toString(Qt::ISODate), ItemFact{{{item, value}}}.values()}};
  return planned;
}

/// A new register in a temporary folder.
class Register {
public:
  Register() {
    auto created = RegisterStore::create({folder(), SchoolProfile::fromSchoolCode("2113220301", "测试小学", "132203"),
                                          kUser, password(), KeyCost::floor()},
                                         clock, registry());
    if (!created)
      qFatal("no register: error %d", static_cast<int>(created.error().code));
    store = std::move(created->store);
    recovery = created->recoverySecret;
  }
  QString folder() const { return m_place.filePath("school.xueji"); }
  QString path(const QString& name) const { return m_place.filePath(name); }
  Result<std::unique_ptr<RegisterStore>> open(Access access = Access::Write) {
    return RegisterStore::open(folder(), kUser, password(), clock, registry(), access);
  }
  void reopen() {
    store.reset();
    auto opened = open();
    if (!opened)
      qFatal("not reopened: error %d", static_cast<int>(opened.error().code));
    store = std::move(*opened);
  }
  qint64 enrol(const StudentRow& row) {
    const auto id = enrolIn(*store, row);
    if (!id)
      qFatal("not enrolled: error %d", static_cast<int>(id.error().code));
    return *id;
  }

  HandClock clock;
  std::unique_ptr<RegisterStore> store;
  QString recovery;

private:
  QTemporaryDir m_place;
};

/// Every row of every table as text, in a fixed order: two equal registers give equal dumps.
inline QStringList dump(const QSqlDatabase& database, const QStringList& without = {}) {
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

/// What verify() finds: "check object".
inline QStringList faultsOf(RegisterStore& store) {
  const auto report = verify(store);
  if (!report)
    return {QStringLiteral("error %1").arg(static_cast<int>(report.error().code))};
  QStringList faults;
  for (const VerifyFault& fault : report->faults)
    faults << fault.check + QLatin1Char(' ') + fault.object;
  return faults;
}

} // namespace xueji::test

/// Fails the test unless the Result holds a value.
#define MUST(result)                                                                                                   \
  do {                                                                                                                 \
    const auto& must = (result);                                                                                       \
    QVERIFY2(must.has_value(),                                                                                         \
             must ? "" : qPrintable(QString::number(int(must.error().code)) + " " + must.error().args.join(' ')));     \
  } while (false)

#define MUST_FAIL(result, expected)                                                                                    \
  do {                                                                                                                 \
    const auto& must = (result);                                                                                       \
    QVERIFY2(!must.has_value(), "went through");                                                                       \
    QCOMPARE(int(must.error().code), int(expected));                                                                   \
  } while (false)
