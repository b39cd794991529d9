// The command line as a person or a script uses it: the real program, its exit codes and what it prints.

#include "xuejictl_run.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace xueji::test;

class TestXuejictl : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  QString m_register;

  QStringList with(QStringList arguments) const { return arguments << QStringLiteral("--user") << kUser; }
  Outcome import(const QString& file, const QStringList& more = {}) const {
    return run(with(QStringList{QStringLiteral("import"), m_register, file, QStringLiteral("--entry-year"),
                                QStringLiteral("2024"), QStringLiteral("--json")} +
                    more));
  }
  QString path(const QString& name) const { return m_folder.filePath(name); }

private slots:
  void initTestCase() {
    QVERIFY(m_folder.isValid());
    QVERIFY(QDir().mkpath(path(QStringLiteral("temporary"))));
    qputenv("TMPDIR", path(QStringLiteral("temporary")).toUtf8());
    m_register = path(QStringLiteral("school.xueji"));
    const Outcome made = run(with({"create", m_register, "--school-code", "2113009998", "--school-name", "示范小学",
                                   "--region", "130502", "--json"}));
    QCOMPARE(made.code, 0);
    QVERIFY(!made.summary().value("recovery").toString().isEmpty());
    QCOMPARE(made.summary().value("role").toString(), QString("registrar"));
  }

  /// Dry run, import, again, list, undo: the main job in one go.
  void aRosterIsImportedOnceAndUndoneWithoutATrace() {
    const QString roster = kRosters + "demo_grade1.xlsx";
    QCOMPARE(run(with({"list", m_register, "--out", path("before.xlsx")})).code, 0);

    const Outcome dry = import(roster, {"--dry-run"});
    QCOMPARE(dry.code, 1);
    const int good = dry.summary().value("enrolled").toInt();
    QVERIFY(good > 100);
    QVERIFY(dry.summary().value("batch").isNull());
    QCOMPARE(run(with({"find", m_register, ""})).out, QByteArray());

    const Outcome all = import(roster);
    QCOMPARE(all.code, 1);
    QCOMPARE(all.summary().value("enrolled").toInt(), 0);

    const Outcome imported = import(roster, {"--only-good", "--report", path("report.xlsx")});
    QCOMPARE(imported.code, 1);
    QCOMPARE(imported.summary().value("enrolled").toInt(), good);
    QVERIFY(QFile::exists(path("report.xlsx")));
    for (const QJsonObject& finding : imported.objects())
      if (finding.contains("severity")) {
        QVERIFY(finding.value("row").toInt() > 0);
        QVERIFY(!finding.value("message").toString().isEmpty());
        QVERIFY(!finding.value("rule").toString().isEmpty());
      }
    QCOMPARE(run(with({"list", m_register, "--out", path("once.csv")})).code, 0);

    const Outcome again = import(kRosters + "demo_grade1_gb18030.csv", {"--only-good"});
    QCOMPARE(again.summary().value("enrolled").toInt(), 0);
    QCOMPARE(again.summary().value("unchanged").toInt(), good);
    QVERIFY(again.summary().value("batch").isNull());
    QCOMPARE(again.summary().value("encoding").toString(), QString("GB18030"));
    QCOMPARE(run(with({"list", m_register, "--out", path("twice.csv")})).code, 0);
    QCOMPARE(contentOf(path("twice.csv")), contentOf(path("once.csv")));

    const QString batch = QString::number(imported.summary().value("batch").toInt());
    QCOMPARE(run(with({"undo-batch", m_register, batch})).code, 0);
    QCOMPARE(run(with({"list", m_register, "--out", path("after.xlsx")})).code, 0);
    QCOMPARE(contentOf(path("after.xlsx")), contentOf(path("before.xlsx")));
    QCOMPARE(run(with({"undo-batch", m_register, batch})).code, 1);
    QCOMPARE(run(with({"verify", m_register})).code, 0);
  }

  void aChildIsFoundShownPrintedAndKept() {
    QCOMPARE(import(kRosters + "demo_grade1.ods", {"--only-good"}).code, 1);
    const Outcome everyone = run(with({"find", m_register, "", "--json"}));
    QVERIFY(everyone.objects().size() > 100);
    const QString name = everyone.objects().first().value("name").toString();
    const QString masked = everyone.objects().first().value("student_number").toString();
    QVERIFY2(masked.contains("****"), "numbers are masked");

    const Outcome found = run(with({"find", m_register, name, "--json"}));
    QCOMPARE(found.code, 0);
    QCOMPARE(found.objects().first().value("name").toString(), name);
    // What find tells leads on, without a number that is masked.
    const QString record = found.objects().first().value("record").toString();
    const Outcome byRecord = run(with({"show", m_register, record, "--json"}));
    QCOMPARE(byRecord.code, 0);
    QCOMPARE(byRecord.summary().value("fields").toObject().value("name").toString(), name);
    QCOMPARE(byRecord.summary().value("record").toString(), record);
    // What the school numbered for itself is told as such.
    QCOMPARE(found.objects().first().value("number_source").toString(), QString("local"));
    QCOMPARE(byRecord.summary().value("number_source").toString(), QString("local"));
    QVERIFY(run(with({"find", m_register, name})).out.contains("\t校内临时编号 L13"));
    const QByteArray told = run(with({"show", m_register, record})).out;
    QVERIFY(told.contains("（待国家系统下发学籍号）"));
    QVERIFY(!told.contains("学籍号：L"));
    QCOMPARE(run(with({"show", m_register, "student:999999"})).code, 1);
    QCOMPARE(run(with({"show", m_register, "student:"})).code, 1);

    // Whole numbers of more than fifty children need a second person.
    const QStringList full{"list", m_register, "--out", path("full.csv"), "--full", "测试"};
    const Outcome alone = run(with(full));
    QCOMPARE(alone.code, 1);
    QVERIFY(alone.err.contains("--witness"));
    QVERIFY(!QFile::exists(path("full.csv")));
    QCOMPARE(run(with({"dossier", m_register, "--all", "--out", path("all"), "--full", "测试"})).code, 1);
    QCOMPARE(run(with({"list", m_register, "--out", path("full.pdf"), "--full", "测试"})).code, 1);
    QCOMPARE(run(with({"user", "add", m_register, "李娜", "--role", "principal"}), kPassword, kWitnessPassword).code,
             0);
    QCOMPARE(run(with(full) + QStringList{"--witness", kUser}).code, 1);
    QCOMPARE(run(with(full) + QStringList{"--witness", "李娜"}).code, 0);
    QCOMPARE(run(with({"list", m_register, "--out", path("full.pdf"), "--full", "测试", "--witness", "李娜"})).code, 0);
    QVERIFY(contentOf(path("full.pdf")).startsWith("%PDF"));
    const QByteArray line = contentOf(path("full.csv")).split('\n').at(1);
    const QString number = QString::fromUtf8(line.trimmed().split(',').last());
    QCOMPARE(number.size(), 19);
    const Outcome shown = run(with({"show", m_register, number, "--json"}));
    QCOMPARE(shown.code, 0);
    QCOMPARE(shown.summary().value("acts").toArray().size(), 1);
    QVERIFY(!shown.out.contains(number.toUtf8()));
    QVERIFY(run(with({"show", m_register, number, "--json", "--unmask", "核对"})).out.contains(number.toUtf8()));

    QCOMPARE(run(with({"dossier", m_register, number, "--out", path("dossiers")})).code, 0);
    QCOMPARE(QDir(path("dossiers")).entryList({"*.pdf"}).size(), 1);
    QCOMPARE(run(with({"list", m_register, "--out", path("roster.pdf")})).code, 0);
    QVERIFY(contentOf(path("roster.pdf")).startsWith("%PDF"));

    // Papers of any kind, by their word.
    const auto drawn = [&](const QStringList& words) {
      return run(with(QStringList{"paper", m_register} + words + QStringList{"--out", path("papers"), "--json"}));
    };
    const Outcome one = drawn({"dossier", number});
    QCOMPARE(one.code, 0);
    QCOMPARE(one.summary().value("paper").toString(), QString("dossier"));
    QCOMPARE(one.summary().value("papers").toInt(), 1);
    const Outcome list = drawn({"roster", "--cohort", "2024"});
    QCOMPARE(list.code, 0);
    QVERIFY(contentOf(list.objects().first().value("file").toString()).startsWith("%PDF"));
    QCOMPARE(drawn({"roster", "--cohort", "2024"}).code, 2); // stands there already
    QCOMPARE(drawn({"roster", "--all", "--force"}).summary().value("papers").toInt(), 1);
    for (const QStringList& wrong :
         {QStringList{"diploma", number}, QStringList{"roster"}, QStringList{"roster", number},
          QStringList{"roster", "--all", "--stage", "primary"}, QStringList{"roster", "--all", "--cohort", "2024"},
          QStringList{"roster", "--cohort", "20x4"}, QStringList{"dossier"},
          QStringList{"dossier", "--cohort", "2024"}})
      QVERIFY2(drawn(wrong).code == 2, qPrintable(wrong.join(' ')));
    QVERIFY(drawn({"diploma", number}).err.contains("dossier, roster"));
    QCOMPARE(drawn({"roster", "--cohort", "1999"}).code, 1); // nobody
  }

  void aClassIsMadeFilledAndClosed() {
    const auto make = [this](const QStringList& more) {
      return run(with(QStringList{"make-class", m_register, "--stage", "primary", "--json"} + more));
    };
    QCOMPARE(make({"--cohort", "zwei", "--number", "1"}).code, 2);
    QCOMPARE(make({"--cohort", "2024", "--number", "0"}).code, 2);
    const Outcome ofNoCohort = make({"--number", "1"});
    QCOMPARE(ofNoCohort.code, 2);
    QVERIFY(ofNoCohort.err.contains("--cohort"));
    const Outcome made =
        make({"--cohort", "2024", "--number", "1", "--head-teacher", "王老师", "--effective", "2024-09-01"});
    QCOMPARE(made.code, 0);
    const QString id = QString::number(made.summary().value("class").toInt());
    QCOMPARE(make({"--cohort", "2024", "--number", "1"}).code, 1);

    const QString number = QString::fromUtf8(contentOf(path("full.csv")).split('\n').at(1).trimmed().split(',').last());
    QCOMPARE(run(with({"place", m_register, number, "99"})).code, 1);
    QCOMPARE(run(with({"place", m_register, number, "first"})).code, 2);
    QCOMPARE(run(with({"place", m_register, number, id, "--effective", "2024-09-05"})).code, 0);
    const QJsonObject line = run(with({"classes", m_register, "--json"})).summary();
    QCOMPARE(line.value("children").toInt(), 1);
    QCOMPARE(line.value("head_teacher").toString(), QString("王老师"));
    QCOMPARE(run(with({"close-class", m_register, id, "--reason", "并班"})).code, 1);
    QCOMPARE(run(with({"place", m_register, number, "0", "--effective", "2024-09-05"})).code, 0);
    QCOMPARE(run(with({"close-class", m_register, id, "--reason", "并班"})).code, 0);
    QCOMPARE(run(with({"verify", m_register})).code, 0);

    // The acts of the record bear the numbers by which others speak of them.
    const QJsonArray acts = run(with({"show", m_register, number, "--json"})).summary().value("acts").toArray();
    QCOMPARE(acts.size(), 3);
    const QByteArray shown = run(with({"show", m_register, number})).out;
    for (const QJsonValue& act : acts)
      QVERIFY(shown.contains(QStringLiteral("业务%1  ").arg(act["act"].toInt()).toUtf8()));
    QVERIFY(shown.contains("待办：E11"));
    const Outcome refused =
        run(with({"void", m_register, QString::number(acts.last()["act"].toInt()), "--reason", "录错"}));
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("业务编号%1").arg(acts.at(0)["act"].toInt()).toUtf8()),
             refused.err.constData());
  }

  void whatAnotherEnteredIsVoidedByTwoPersons() {
    const QString second = "Zweite-2024!";
    QCOMPARE(run(with({"user", "add", m_register, "周敏", "--role", "registrar"}), kPassword, second).code, 0);
    const QString number = QString::fromUtf8(contentOf(path("full.csv")).split('\n').at(3).trimmed().split(',').last());
    QCOMPARE(number.size(), 19); // as listed before
    const auto acts = [&] {
      return run(with({"show", m_register, number, "--json"})).summary().value("acts").toArray();
    };
    const auto before = acts().size();
    const int act = acts().first().toObject().value("act").toInt();
    const QStringList wish{"void", m_register, QString::number(act), "--reason", "重复", "--json", "--user", "周敏"};
    const Outcome alone = run(wish + QStringList{"--lang", "en"}, second);
    QCOMPARE(alone.code, 1);
    QVERIFY2(alone.err.contains("rule X10"), alone.err.constData());
    QCOMPARE(run(wish + QStringList{"--witness", kUser}, second).code, 3);  // not that person's password
    QCOMPARE(run(wish + QStringList{"--witness", "周敏"}, second).code, 1); // oneself
    QCOMPARE(acts().size(), before);
    const Outcome both = run(wish + QStringList{"--witness", "李娜"}, second);
    QCOMPARE(both.code, 0);
    QCOMPARE(both.summary().value("act").toInt(), act);
    QVERIFY(both.summary().value("voided_by").toInt() > act);
    QCOMPARE(acts().size(), before + 1);
    QVERIFY(run(with({"show", m_register, number})).out.contains("（已作废）"));
    QCOMPARE(run(with({"void", m_register, "one", "--reason", "x"})).code, 2);
    QCOMPARE(run(with({"void", m_register, "1", "--reason", " "})).code, 2);
    QCOMPARE(run(with({"void", m_register, "999999", "--reason", "x"})).code, 1);
    QCOMPARE(run(with({"verify", m_register})).code, 0);
  }

  void anOlderRegisterIsMigratedAndWhatIsKeptOfItJudgedAsItWas() {
    const QDir frozen(QStringLiteral(XUEJI_TEST_DATA "/registers/schema1.xueji"));
    const QString folder = path("older.xueji");
    QVERIFY(QDir().mkpath(folder));
    for (const QString& name : frozen.entryList(QDir::Files))
      QVERIFY(QFile::copy(frozen.filePath(name), folder + '/' + name));
    const auto asker = [](const QStringList& arguments) {
      return run(arguments + QStringList{"--user", "王芳", "--json"}, QStringLiteral("Linden-Brook-42-lantern"));
    };
    const Outcome migrated = asker({"verify", folder});
    QCOMPARE(migrated.code, 0);
    const int newest = migrated.summary().value("schema").toInt();
    QVERIFY(newest > 1);
    const QStringList kept = QDir(folder + "/backups").entryList({"older-before-schema-*.xueji"}, QDir::Dirs);
    QCOMPARE(kept.size(), 1);
    const QString backup = folder + "/backups/" + kept.first();
    const QByteArray before = contentOf(backup + "/register.db");
    const Outcome judged = asker({"verify", backup});
    QCOMPARE(judged.code, 0);
    QCOMPARE(judged.summary().value("schema").toInt(), 1);
    QCOMPARE(contentOf(backup + "/register.db"), before);
    QCOMPARE(QDir(path("temporary")).entryList({"xueji-*"}, QDir::AllEntries | QDir::Hidden), QStringList());
    QCOMPARE(asker({"restore", backup, path("again.xueji")}).code, 0);
    QCOMPARE(asker({"verify", path("again.xueji")}).summary().value("schema").toInt(), newest);
  }

  void aBackupBringsTheRegisterBack() {
    const Outcome backup = run(with({"backup", m_register, "--to", path("stick"), "--json"}));
    QCOMPARE(backup.code, 0);
    const QString copy = backup.summary().value("backup").toString();
    QVERIFY(QFile::exists(copy + "/register.db"));
    QCOMPARE(run(with({"list", m_register, "--out", path("whole.csv")})).code, 0);
    const QString batch = [this] {
      const Outcome imported = import(kRosters + "demo_grade1.csv", {"--dry-run"});
      return QString::number(imported.summary().value("unchanged").toInt());
    }();
    QVERIFY(batch.toInt() > 0);

    // Nobody works in the backup by mistake; looking through it is allowed.
    QStringList works[] = {{"find", copy, ""},
                           {"list", copy, "--out", path("wrong.csv")},
                           {"import", copy, kRosters + "demo_grade1.csv", "--entry-year", "2024"},
                           {"backup", copy, "--to", path("stick")}};
    for (const QStringList& work : works) {
      const Outcome refused = run(with(work) << "--lang"
                                             << "en");
      QCOMPARE(refused.code, 3);
      QVERIFY2(refused.err.contains("is a backup") && refused.err.contains("xuejictl restore"),
               refused.err.constData());
    }
    QVERIFY(!QFile::exists(path("wrong.csv")));
    QCOMPARE(run(with({"verify", copy})).code, 0);

    const Outcome restored = run(with({"restore", copy, m_register, "--json"}));
    QCOMPARE(restored.code, 0);
    const QString aside = restored.summary().value("moved_aside").toString();
    QVERIFY(QFile::exists(aside + "/register.db"));
    QCOMPARE(run(with({"list", m_register, "--out", path("restored.csv")})).code, 0);
    QCOMPARE(contentOf(path("restored.csv")), contentOf(path("whole.csv")));
    QCOMPARE(run(with({"verify", m_register})).code, 0);
  }

  void aHelperMayNotImport() {
    QCOMPARE(run(with({"user", "add", m_register, "李老师", "--role", "helper"}), kPassword, "Helper-2024!").code, 0);
    const Outcome refused = run({"import", m_register, kRosters + "demo_grade1.xlsx", "--entry-year", "2024",
                                 "--only-good", "--user", "李老师"},
                                "Helper-2024!");
    QCOMPARE(refused.code, 1);
    QCOMPARE(run(with({"user", "add", m_register, "王老师", "--role", "helper"}), kPassword, "short").code, 1);
    QCOMPARE(run(with({"user", "add", m_register, "王老师", "--role", "king"}), kPassword, "Helper-2024!").code, 2);
  }

  void countyAndSchoolRulesAreSetShownAndEnded() {
    const QByteArray settings = R"({"rules":{"E20":{"parameters":{"usualMonth":8}}}})";
    const QString county = path("county.json");
    const QString nothing = path("nothing.json");
    write(county, settings);
    write(nothing, "{}");
    write(path("wrong.json"), R"({"rules":{"E20":{"parameters":{"month":8}}}})");
    write(path("text.json"), "usual month 8");
    const auto rules = [&](const QStringList& more = {}) {
      return run(with(QStringList{"rules", m_register, "--json"} + more));
    };
    QCOMPARE(rules().objects().size(), 1);
    QVERIFY(rules().summary().value("county").toObject().isEmpty());
    QCOMPARE(rules({"--county", path("wrong.json")}).code, 2);
    QVERIFY(rules({"--county", path("wrong.json"), "--lang", "en"}).err.contains("county E20.month"));
    QCOMPARE(rules({"--county", path("text.json")}).code, 2);
    QCOMPARE(rules({"--school", path("none.json")}).code, 4);
    QCOMPARE(rules({"--county", county, "--effective", "autumn"}).code, 2);
    const Outcome set = rules({"--county", county, "--effective", "2024-09-01"});
    QCOMPARE(set.code, 0);
    QCOMPARE(set.summary().value("from").toString(), QStringLiteral("2024-09-01"));
    QCOMPARE(set.summary().value("in_force").toBool(), true);
    QCOMPARE(QJsonDocument(set.summary().value("county").toObject()).toJson(QJsonDocument::Compact), settings);
    QCOMPARE(rules({"--county", county, "--effective", "2024-09-01"}).code, 1); // nothing to do
    QCOMPARE(rules({"--county", nothing, "--effective", "2024-10-01"}).code, 0);
    const QList<QJsonObject> rows = rules().objects();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().value("in_force").toBool(), false);
    QVERIFY(rows.last().value("county").toObject().isEmpty());
    QCOMPARE(run(with({"verify", m_register})).code, 0);
  }

  void wrongUseAndWhatCannotBeOpenedHaveTheirCodes_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    const QString reg = m_register;
    QTest::newRow("no command") << QStringList{} << kPassword << 2;
    QTest::newRow("unknown command") << QStringList{"dance"} << kPassword << 2;
    QTest::newRow("no user") << QStringList{"find", reg, "x"} << kPassword << 2;
    QTest::newRow("no entry year") << with({"import", reg, "x.xlsx"}) << kPassword << 2;
    QTest::newRow("wrong entry year") << with({"import", reg, "x.xlsx", "--entry-year", "abc"}) << kPassword << 2;
    QTest::newRow("school code of nine digits")
        << with({"create", path("n.xueji"), "--school-code", "211300999", "--school-name", "x", "--region", "130502"})
        << kPassword << 2;
    QTest::newRow("register stands there already")
        << with({"create", reg, "--school-code", "2113009998", "--school-name", "x", "--region", "130502"}) << kPassword
        << 2;
    QTest::newRow("list of no kind") << with({"list", reg, "--out", path("x.doc")}) << kPassword << 2;
    QTest::newRow("wrong password") << with({"find", reg, "x"}) << "Falsch-2024!" << 3;
    QTest::newRow("unknown user") << QStringList{"find", reg, "x", "--user", "nobody"} << kPassword << 3;
    QTest::newRow("no register") << with({"verify", path("none.xueji")}) << kPassword << 3;
    QTest::newRow("folder without a register") << with({"verify", m_folder.path()}) << kPassword << 3;
    QTest::newRow("unknown number") << with({"show", reg, "L130502201801010000"}) << kPassword << 1;
    QTest::newRow("no such file") << with({"import", reg, path("none.xlsx"), "--entry-year", "2024"}) << kPassword << 4;
  }
  void wrongUseAndWhatCannotBeOpenedHaveTheirCodes() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, password);
    QFETCH(int, code);
    const Outcome outcome = run(arguments, password);
    QCOMPARE(outcome.code, code);
    QVERIFY2(!outcome.err.isEmpty() || arguments.isEmpty(), "the way out is said on standard error");
    QVERIFY(!outcome.err.contains("SELECT"));
    QVERIFY(!QFile::exists(path("n.xueji")));
  }

  void aFileThatIsNoRosterIsRefusedAndNothingChanges_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    const QByteArray header = "姓名,性别,出生日期,学校标识码\n";
    QTest::newRow("empty") << QByteArray() << 4;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n0000000000000000", 24) << 4;
    QTest::newRow("half a workbook") << contentOf(kRosters + "demo_grade1.xlsx").left(9000) << 4;
    QTest::newRow("unknown headers") << QByteArray("a,b,c\n1,2,3\n") << 4;
    QTest::newRow("headers alone") << header << 4;
    QTest::newRow("one header twice") << QByteArray("姓名,性别,出生日期,姓名\n甲,男,20180101,乙\n") << 2;
    QTest::newRow("no birth date") << QByteArray("姓名,性别\n甲,男\n") << 4;
    QTest::newRow("cell of 2 MB") << header + QByteArray(2 << 20, 'x') + ",男,20180101,2113009998\n" << 4;
    QTest::newRow("another school") << header + "张三,男,20180101,2113000001\n" << 1;
  }
  void aFileThatIsNoRosterIsRefusedAndNothingChanges() {
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    const QString file = path("roster.csv");
    write(file, content);
    const QByteArray before = run(with({"find", m_register, ""})).out;
    const Outcome outcome = import(file, {"--only-good"});
    QCOMPARE(outcome.code, code);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(outcome.err.size() < 2000);
    QCOMPARE(run(with({"find", m_register, ""})).out, before);
  }

  /// Register, write-ahead log, backups and whatever the program left in the temporary folder.
  void noFileOfTheRegisterTellsAName() {
    const Outcome everyone = run(with({"find", m_register, "", "--json"}));
    QList<QByteArray> canaries{"SQLite format 3"};
    for (const QJsonObject& student : everyone.objects().mid(0, 20)) {
      const QString name = student.value("name").toString();
      canaries << name.toUtf8() << QByteArray(reinterpret_cast<const char*>(name.utf16()), name.size() * 2);
    }
    QVERIFY(canaries.size() > 20);
    int files = 0;
    for (const QString& root : {m_register, path("temporary")}) {
      QDirIterator it(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
      while (it.hasNext()) {
        const QString file = it.next();
        const QByteArray content = contentOf(file);
        ++files;
        for (const QByteArray& canary : canaries)
          QVERIFY2(!content.contains(canary), qPrintable(file));
      }
    }
    QVERIFY(files >= 3); // register.db, keys.json and its copy
  }

  void theProgramExportsNothingOfSqlite() {
    QProcess nm;
    nm.start("nm", {"-D", "--defined-only", XUEJICTL});
    QVERIFY(nm.waitForFinished());
    QCOMPARE(nm.exitCode(), 0);
    QVERIFY(!nm.readAllStandardOutput().contains("sqlite3_"));
  }
};

QTEST_APPLESS_MAIN(TestXuejictl)
#include "xuejictl_test.moc"
