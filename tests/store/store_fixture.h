#pragma once

#include "store/backup.h"
#include "store/register_store.h"

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

/// A new register in a temporary folder.
class Register {
public:
  Register() {
    auto created = RegisterStore::create({folder(), SchoolProfile::fromSchoolCode("2113220301", "测试小学", "132203"),
                                          kUser, password(), KeyCost::floor()},
                                         clock);
    if (!created)
      qFatal("no register: error %d", static_cast<int>(created.error().code));
    store = std::move(created->store);
    recovery = created->recoverySecret;
  }
  QString folder() const { return m_place.filePath("school.xueji"); }
  QString path(const QString& name) const { return m_place.filePath(name); }
  Result<std::unique_ptr<RegisterStore>> open(Access access = Access::Write) {
    return RegisterStore::open(folder(), kUser, password(), clock, access);
  }
  void reopen() {
    store.reset();
    auto opened = open();
    if (!opened)
      qFatal("not reopened: error %d", static_cast<int>(opened.error().code));
    store = std::move(*opened);
  }
  /// Enrols as an office does: row and act in one transaction.
  qint64 enrol(const StudentRow& row, qint64 batch = 0) {
    Transaction work = store->begin();
    const auto id = store->students().insert(row);
    Act act;
    act.student = id.value_or(0);
    act.batch = batch;
    act.effective = row.enrolledOn;
    act.after = {{QStringLiteral("name"), row.record.value(Field::Name)},
                 {QStringLiteral("member1_name"), row.record.value(Field::Member1Name)}};
    if (!id || !store->acts().append(act) || !work.commit())
      qFatal("not enrolled");
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
