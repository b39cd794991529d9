// The frozen registers of every schema open as long as there is a Xueji: they are opened, upgraded, verified and
// compared with what was written down when they were made.
//   test_register_frozen --make    makes the register of the newest schema and its text; done once, when a schema
//   freezes

#include "domain/ledger_facts.h"
#include "store/backup.h"
#include "store/store_session.h"
#include "support/lived_register.h"

#include <QDir>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTimeZone>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

QString placeOf(int schema) {
  return QStringLiteral(XUEJI_TEST_DATA "/registers/schema%1.xueji").arg(schema);
}

bool copyFolder(const QString& from, const QString& to) {
  bool good = QDir().mkpath(to + QStringLiteral("/backups"));
  for (const QString& name : QDir(from).entryList(QDir::Files))
    good = QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name) &&
           QFile::setPermissions(to + QLatin1Char('/') + name, QFile::ReadOwner | QFile::WriteOwner) && good;
  return good;
}

/// Acts, rows and present rows by the columns of schema 1: a later schema may add to them, never change them.
QStringList contentOf(const QSqlDatabase& database) {
  const QStringList questions{
      QStringLiteral("SELECT 'act', id, kind, subject_kind, subject, day, entered_by, batch, refers, ground FROM act"),
      QStringLiteral("SELECT 'batch', id, kind, made_by, source, count, undoes FROM batch"),
      QStringLiteral(
          "SELECT 'enrolment', id, act, voided_by, subject, day, school, stage, cohort, entry_month, entry_mode "
          "FROM fact_enrolment"),
      QStringLiteral("SELECT 'status', id, act, voided_by, subject, day, value FROM fact_status"),
      QStringLiteral("SELECT 'number', id, act, voided_by, subject, day, value, source FROM fact_number"),
      QStringLiteral("SELECT 'name', id, act, voided_by, subject, day, value FROM fact_name"),
      QStringLiteral(
          "SELECT 'reading', id, act, voided_by, subject, day, \"full\", initials, by_person FROM fact_reading"),
      QStringLiteral("SELECT 'document', id, act, voided_by, subject, day, type, number FROM fact_document"),
      QStringLiteral("SELECT 'item', id, act, voided_by, subject, day, items FROM fact_item"),
      QStringLiteral(
          "SELECT 'paper', id, act, voided_by, subject, day, kind, number, issuer, level, issued, note, withdraws "
          "FROM fact_paper"),
      QStringLiteral("SELECT 'school', id, act, voided_by, subject, day, content FROM fact_school_profile"),
      QStringLiteral("SELECT 'stages', id, act, voided_by, subject, day, content FROM fact_school_stages"),
      QStringLiteral("SELECT 'rules', id, act, voided_by, subject, day, county, school FROM fact_school_rules"),
      QStringLiteral(
          "SELECT 'student', id, revision, status, entry_year, stage, enrolled_on, pinyin, name, sex, birth_date, "
          "student_number, phone, current_address, talents FROM student"),
      QStringLiteral("SELECT 'guardian', student * 10 + position, name, phone FROM guardian"),
      QStringLiteral("SELECT 'user', id, name, role, removed <> '' FROM user"),
  };
  QStringList lines;
  for (const QString& question : questions) {
    QSqlQuery query(database);
    if (!query.exec(question + QStringLiteral(" ORDER BY 2")))
      lines << QStringLiteral("cannot ask: ") + question;
    while (query.next()) {
      QStringList values;
      for (int at = 0; at < query.record().count(); ++at)
        values << query.value(at).toString();
      lines << values.join(QLatin1Char('|'));
    }
  }
  return lines;
}

QStringList writtenDown(int schema) {
  QFile file(placeOf(schema) + QStringLiteral(".txt"));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

int make() {
  const int schema = registry().newestSchema();
  if (QFile::exists(placeOf(schema)))
    return 2; // frozen
  TestRegister desk;
  liveOnce(desk);
  const QStringList lines = contentOf(desk.store().session().database());
  const QString folder = desk.folder();
  desk.signOut();
  QFile::remove(folder + QStringLiteral("/lock"));
  QFile text(placeOf(schema) + QStringLiteral(".txt"));
  if (!QDir().mkpath(QFileInfo(text).path()) || !copyFolder(folder, placeOf(schema)) ||
      !text.open(QIODevice::WriteOnly))
    return 1;
  text.write(lines.join(QLatin1Char('\n')).toUtf8() + '\n');
  return QDir(placeOf(schema)).rmdir(QStringLiteral("backups")) ? 0 : 1;
}

} // namespace

class FrozenTest : public QObject {
  Q_OBJECT

private slots:
  void everySchemaHasAFrozenRegister_data() {
    QTest::addColumn<int>("schema");
    for (int schema = 1; schema <= registry().newestSchema(); ++schema)
      QTest::addRow("schema %d", schema) << schema;
  }
  void everySchemaHasAFrozenRegister() {
    QFETCH(int, schema);
    QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("frozen.xueji"));
    QVERIFY(copyFolder(placeOf(schema), folder));
    FixedClock clock;
    clock.setNow(QDateTime(QDate(2027, 1, 4), QTime(2, 0), QTimeZone::utc()));
    const auto store = RegisterStore::open(folder, QString::fromUtf8(kRegistrar), password(), clock, registry());
    XUEJI_OK(store);
    const auto report = verify(**store);
    XUEJI_OK(report);
    for (const VerifyFault& fault : report->faults)
      qWarning("%s %s", qPrintable(fault.check), qPrintable(fault.object));
    QVERIFY(report->passed());
    const QStringList expected = writtenDown(schema);
    QVERIFY(expected.size() > 100);
    // The days have passed since: present rows have turned, acts and facts stand as they were.
    const auto lasting = [](QStringList lines) {
      lines.removeIf([](const QString& line) {
        return line.startsWith(QStringLiteral("student|")) || line.startsWith(QStringLiteral("guardian|"));
      });
      return lines;
    };
    QCOMPARE(lasting(contentOf((*store)->session().database())), lasting(expected));
    for (const QString& kind :
         {QStringLiteral("enrol"), QStringLiteral("correct"), QStringLiteral("number_issued"),
          QStringLiteral("paper_seen"), QStringLiteral("paper_withdrawn"), QStringLiteral("set_school"),
          QStringLiteral("set_rules"), QStringLiteral("redate"), QStringLiteral("void")})
      QVERIFY2(std::any_of(expected.begin(), expected.end(),
                           [&](const QString& line) {
                             return line.startsWith(QStringLiteral("act|")) &&
                                    line.section(QLatin1Char('|'), 2, 2) == kind;
                           }),
               qPrintable(kind));
  }
};

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  if (QCoreApplication::arguments().value(1) == QLatin1String("--make"))
    return make();
  FrozenTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "frozen_test.moc"
