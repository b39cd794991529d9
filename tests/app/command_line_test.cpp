// What the command line takes, refuses and says: options, files that it writes, papers, classes, rights.

#include "xuejictl_run.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <unistd.h>

using namespace xueji::test;

class TestCommandLine : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  QString m_register;
  QStringList m_numbers; ///< of the children

  QString path(const QString& name) const { return m_folder.filePath(name); }
  static QStringList with(QStringList arguments) { return arguments << QStringLiteral("--user") << kUser; }
  /// The sample roster's header and its first children, each line followed by `more`.
  QString roster(const QString& name, const QByteArray& header = {}, const QByteArray& cell = {}) const {
    constexpr int kHeader = 2;
    constexpr int kChildren = 12;
    QByteArrayList lines = contentOf(kRosters + "demo_grade1.csv").split('\n').mid(kHeader, 1 + kChildren);
    for (QByteArray& line : lines) {
      line = line.trimmed();
      if (!header.isEmpty())
        line += ',' + (&line == &lines.first() ? header : cell);
    }
    write(path(name), lines.join('\n'));
    return path(name);
  }
  Outcome place(const QString& number, const QString& id, const QStringList& more = {}) const {
    return run(with(QStringList{"place", m_register, number, id, "--json"} + more));
  }
  static QString codesOf(const Outcome& outcome) {
    QStringList codes;
    for (const QJsonObject& object : outcome.objects())
      if (object.contains("code"))
        codes << object.value("code").toString();
    codes.sort();
    return codes.join(' ');
  }
  QString madeClass(const QString& number) const {
    const Outcome made = run(with({"make-class", m_register, "--stage", "primary", "--cohort", "2024", "--number",
                                   number, "--effective", "2024-09-01", "--json"}));
    return made.code == 0 ? QString::number(made.summary().value("class").toInt()) : QString::fromUtf8(made.err);
  }

  /// The files of the register, and what lies beside them.
  QString holdings() const {
    QStringList held;
    for (const QFileInfo& file :
         QDir(m_register).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name))
      held << file.fileName() + u' ' + QString::number(qHash(contentOf(file.filePath())));
    return held.join(u'\n');
  }

private slots:
  void initTestCase() {
    m_register = path(QStringLiteral("school.xueji"));
    QCOMPARE(run(with({"create", m_register, "--school-code", "2113009998", "--school-name", "示范小学", "--region",
                       "130502"}))
                 .code,
             0);
    const Outcome imported =
        run(with({"import", m_register, roster("plain.csv"), "--entry-year", "2024", "--only-good", "--json"}));
    QVERIFY(imported.summary().value("enrolled").toInt() >= 4);
    QCOMPARE(run(with({"list", m_register, "--out", path("numbers.csv"), "--full", "核对"})).code, 0);
    for (const QByteArray& line : contentOf(path("numbers.csv")).split('\n').mid(1))
      if (line.contains(','))
        m_numbers << QString::fromUtf8(line.trimmed().split(',').last());
    QVERIFY(m_numbers.size() >= 4);
    for (const auto& [name, role] : {std::pair("李娜", "principal"), std::pair("赵丽", "helper")})
      QCOMPARE(run(with({"user", "add", m_register, name, "--role", role}), kPassword, kWitnessPassword).code, 0);
  }

  void whatIsWrongWithAnOptionIsSaidInTheLanguageAsked_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("english");
    const QString reg = m_register;
    const QString out = path("x.csv");
    QTest::newRow("unknown option") << with({"find", reg, "x", "--dance"}) << "no option --dance";
    QTest::newRow("option of another command") << with({"find", reg, "x", "--full", "核对"}) << "no option --full";
    QTest::newRow("no value") << QStringList{"find", reg, "x", "--user"} << "--user lacks its value NAME";
    QTest::newRow("a value for a switch") << with({"find", reg, "x", "--json=1"}) << "--json takes no value";
    QTest::newRow("missing option") << QStringList{"find", reg, "x"} << "--user NAME is missing";
    QTest::newRow("unknown command") << QStringList{"dance"} << "no command dance";
    QTest::newRow("twice") << with({"list", reg, "--out", out, "--out", out}) << "--out is given more than once";
    QTest::newRow("blank purpose of a list") << with({"list", reg, "--out", out, "--full", " "}) << "--full is empty";
    QTest::newRow("empty purpose of a dossier")
        << with({"dossier", reg, "--all", "--out", path("none"), "--full", ""}) << "--full is empty";
    QTest::newRow("empty purpose of a dump") << with({"dump", reg, "--full", ""}) << "--full is empty";
    QTest::newRow("empty reason to unmask") << with({"show", reg, "x", "--unmask", ""}) << "--unmask is empty";
    QTest::newRow("blank reason to void") << with({"void", reg, "1", "--reason", " "}) << "--reason is empty";
    QTest::newRow("list into no folder") << with({"list", reg, "--out", path("no/x.csv")}) << "no file or folder";
    QTest::newRow("report into no folder")
        << with({"import", reg, path("plain.csv"), "--entry-year", "2024", "--report", path("no/r.xlsx")})
        << path("no");
    QTest::newRow("draw without an issuer")
        << with({"import", reg, path("plain.csv"), "--entry-year", "2024", "--draw-protocol", "7号,,2024-08-30"})
        << QStringLiteral("均衡分班抽签记录：出具单位或人");
    QTest::newRow("draw without number and day")
        << with({"import", reg, path("plain.csv"), "--entry-year", "2024", "--draw-protocol", ",教育局,"})
        << QStringLiteral("均衡分班抽签记录：编号、出具日期");
    QTest::newRow("draw of a day to come")
        << with({"import", reg, path("plain.csv"), "--entry-year", "2024", "--draw-protocol", "7号,教育局,2999-01-01"})
        << "2999-01-01";
    QTest::newRow("draw of before the republic")
        << with({"import", reg, path("plain.csv"), "--entry-year", "2024", "--draw-protocol", "7号,教育局,1949-09-30"})
        << QStringLiteral("（1949-10-01—");
    QTest::newRow("draw of no day") << with({"import", reg, path("plain.csv"), "--entry-year", "2024",
                                             "--draw-protocol", "7号,教育局,2024-13-01"})
                                    << "--draw-protocol DATE";
    QTest::newRow("backup onto itself") << with({"restore", reg, reg}) << "";
  }
  void whatIsWrongWithAnOptionIsSaidInTheLanguageAsked() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, english);
    const Outcome inEnglish = run(arguments.mid(0, 1) + QStringList{"--lang", "en"} + arguments.mid(1));
    QVERIFY(inEnglish.code == 2 || inEnglish.code == 3);
    QVERIFY2(inEnglish.err.contains(english.toUtf8()), inEnglish.err.constData());
    QCOMPARE(inEnglish.out, QByteArray());
    const Outcome inChinese = run(arguments);
    QCOMPARE(inChinese.code, inEnglish.code);
    for (const char* word :
         {"no option", "value", "purpose", "itself", "missing", "is empty", "no command", "more than"})
      QVERIFY2(!inChinese.err.contains(word), inChinese.err.constData());
    QVERIFY(!QFile::exists(path("x.csv")));
    QVERIFY(!QFile::exists(path("none")));
  }

  void aFileIsWrittenOverOnlyWhenForced_data() {
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("file");
    const QString number = m_numbers.first();
    const auto row = [&](const char* name, const QStringList& command, const QString& file) {
      QTest::newRow(name) << with(command) << file;
    };
    row("csv", {"list", m_register, "--out", path("l.csv")}, path("l.csv"));
    row("xlsx", {"list", m_register, "--out", path("l.xlsx")}, path("l.xlsx"));
    row("pdf", {"list", m_register, "--out", path("l.pdf")}, path("l.pdf"));
    row("dump", {"dump", m_register, "--full", "备查", "--out", path("d.jsonl")}, path("d.jsonl"));
    row("one file of dossiers", {"dossier", m_register, number, "--out", path("one"), "--one-file"},
        path("one/学籍卡.pdf"));
    row("report",
        {"import", m_register, path("plain.csv"), "--entry-year", "2024", "--only-good", "--report", path("r.xlsx")},
        path("r.xlsx"));
  }
  void aFileIsWrittenOverOnlyWhenForced() {
    QFETCH(QStringList, command);
    QFETCH(QString, file);
    const QByteArray mine = "not to be lost";
    QDir().mkpath(QFileInfo(file).absolutePath());
    write(file, mine);
    const Outcome refused = run(command + QStringList{"--lang", "en"});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("--force"), refused.err.constData());
    QCOMPARE(contentOf(file), mine);
    QVERIFY(run(command + QStringList{"--force"}).code < 2);
    QVERIFY(contentOf(file) != mine);
  }

  void aDossierIsWrittenOverOnlyWhenForced() {
    const QStringList command = with({"dossier", m_register, m_numbers.first(), "--out", path("dossiers")});
    QCOMPARE(run(command).code, 0);
    const QString file = path("dossiers/") + QDir(path("dossiers")).entryList({"*.pdf"}).value(0);
    write(file, "mine");
    QCOMPARE(run(command).code, 2);
    QCOMPARE(contentOf(file), QByteArray("mine"));
    QCOMPARE(run(command + QStringList{"--force"}).code, 0);
    QVERIFY(contentOf(file).startsWith("%PDF"));
  }

  void nothingIsWrittenIntoARegister_data() {
    QTest::addColumn<QStringList>("command");
    const auto list = [&](const QString& file) { return QStringList{"list", m_register, "--out", file}; };
    const auto dump = [&](const QString& file) {
      return QStringList{"dump", m_register, "--full", "备查", "--out", file};
    };
    const auto report = [&](const QString& file) {
      return QStringList{"import", m_register, path("plain.csv"), "--entry-year", "2024", "--report", file};
    };
    const auto dossier = [&](const QString& folder) {
      return QStringList{"dossier", m_register, m_numbers.first(), "--out", folder};
    };
    QTest::newRow("dump, the database") << dump(m_register + "/register.db");
    QTest::newRow("dump, the keys") << dump(m_register + "/keys.json");
    QTest::newRow("dump, a new file") << dump(m_register + "/dump.jsonl");
    QTest::newRow("list, a new file") << list(m_register + "/list.csv");
    QTest::newRow("list, among the backups") << list(m_register + "/backups/list.csv");
    QTest::newRow("list, on a detour") << list(m_register + "/../school.xueji/list.csv");
    QTest::newRow("list, by a link to the folder") << list(path("linked/list.csv"));
    QTest::newRow("list, by a link to the keys") << list(path("linked.csv"));
    QTest::newRow("report, the keys") << report(m_register + "/keys.json");
    QTest::newRow("dossier") << dossier(m_register);
    QTest::newRow("dossier, a new folder") << dossier(m_register + "/dossiers");
    QTest::newRow("dossier, below a new folder") << dossier(m_register + "/dossiers/new");
  }
  void nothingIsWrittenIntoARegister() {
    QFETCH(QStringList, command);
    QFile::link(m_register, path("linked"));
    QFile::link(m_register + "/keys.json", path("linked.csv"));
    const QString before = holdings();
    const Outcome refused = run(with(command) + QStringList{"--force", "--lang", "en"});
    QCOMPARE(holdings(), before);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("lies in a register"), refused.err.constData());
  }

  void aReportIsNotWrittenOverItsRoster_data() {
    QTest::addColumn<QString>("report");
    QTest::newRow("the roster") << path("own.csv");
    QTest::newRow("on a detour") << path("../") + QDir(m_folder.path()).dirName() + "/own.csv";
    QTest::newRow("a link to it") << path("soft.xlsx");
    QTest::newRow("another name of it") << path("hard.xlsx");
  }
  void aReportIsNotWrittenOverItsRoster() {
    QFETCH(QString, report);
    const QString file = roster("own.csv");
    const QByteArray content = contentOf(file);
    QFile::link(file, path("soft.xlsx"));
    ::link(QFile::encodeName(file).constData(), QFile::encodeName(path("hard.xlsx")).constData());
    const Outcome refused = run(with({"import", m_register, file, "--entry-year", "2024", "--report", report, "--force",
                                      "--dry-run", "--lang", "en"}));
    QCOMPARE(contentOf(file), content);
    QCOMPARE(contentOf(report), content);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("is the file that the command reads"), refused.err.constData());
  }

  void aDumpIsReadByItsMakerOnly() {
    const QString file = path("private.jsonl");
    const QStringList command = with({"dump", m_register, "--full", "备查", "--out", file});
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(run(command).code, 0);
    QVERIFY(!(QFile::permissions(file) & others));
    QCOMPARE(run(command + QStringList{"--force"}).code, 0);
    QVERIFY(!(QFile::permissions(file) & others));
    QCOMPARE(QDir(m_folder.path()).entryList({"*.part"}, QDir::AllEntries | QDir::Hidden), QStringList());
  }

  /// A dossier that cannot be written for a file in its place is not printed: nothing of it stands in the log.
  void aDossierInWhosePlaceAFileStandsIsNotLogged() {
    const auto logRows = [&] {
      return run(with({"verify", m_register, "--json"})).summary().value("log_rows").toInt();
    };
    const auto added = [&](const QStringList& command, int code) {
      const int before = logRows();
      return run(with(command)).code == code ? logRows() - before : -1;
    };
    const QStringList dossier{"dossier", m_register, m_numbers[1], "--out", path("taken")};
    QCOMPARE(run(with(dossier)).code, 0);
    const int signedIn = added({"classes", m_register}, 0);
    QVERIFY(signedIn > 0);
    QCOMPARE(added(dossier, 2), signedIn);
    QVERIFY(added(dossier + QStringList{"--force"}, 0) > signedIn);
  }

  void theHelpNamesRolesKindsAndEveryOptionOnce() {
    for (const QString& language : {QString("zh"), QString("en")}) {
      const QString help = QString::fromUtf8(run({"--help", "--lang", language}).out);
      for (const char* word : {"nurse", "aid_officer", "change-class", "211 小学", "312 九年一贯制学校",
                               "large_class_approval 大班额批准", "[--paper KIND,NUMBER,ISSUER,DATE[,LEVEL]]..."})
        QVERIFY2(help.contains(word), word);
      QVERIFY(!help.contains("111 幼儿园"));
      for (const QString& line : help.split('\n'))
        QVERIFY2(line.count("--all") <= 1, qPrintable(line));
    }
  }

  void columnsThatTheImportDoesNotUseAreNamed() {
    const QString file = roster("more.csv", "座位,,序号", "3,窗边,1");
    const QStringList command = with({"import", m_register, file, "--entry-year", "2024", "--dry-run", "--only-good"});
    const QJsonArray unused = run(command + QStringList{"--json"}).summary().value("unused_columns").toArray();
    QCOMPARE(unused.size(), 4);
    QCOMPARE(unused.at(0).toString(), QString("血型")); // kept of nobody
    QCOMPARE(unused.at(1).toString(), QString("座位"));
    QCOMPARE(unused.at(2).toString().size(), 2); // by its letters: no header stands over it
    QCOMPARE(unused.at(3).toString(), QString("序号"));
    const QByteArray said = run(command).out;
    QVERIFY(said.contains("座位、"));
    QVERIFY(said.contains("试运行，未写入"));
    const QStringList plain = with({"import", m_register, path("plain.csv"), "--entry-year", "2024", "--json"});
    QCOMPARE(run(plain).summary().value("unused_columns").toArray(), QJsonArray{QString("血型")});
  }

  void aDayThatNoRosterCanHaveIsRefusedWithItsBounds() {
    const QString file = roster("days.csv");
    for (const char* day : {"2023-12-31", "2031-01-01"}) {
      const Outcome refused =
          run(with({"import", m_register, file, "--entry-year", "2024", "--effective", day, "--dry-run"}));
      QCOMPARE(refused.code, 2);
      QVERIFY2(refused.err.contains("生效日期（2024-01-01至"), refused.err.constData());
    }
  }

  void twoFindingsAreMetByTwoPapers() {
    const QString first = madeClass("11");
    const QString second = madeClass("12");
    write(path("small.json"), R"({"rules":{"C01":{"parameters":{"limit":1}}}})");
    QCOMPARE(run(with({"rules", m_register, "--county", path("small.json"), "--effective", "2024-09-02"})).code, 0);
    QCOMPARE(place(m_numbers[0], first, {"--effective", "2024-09-02"}).code, 0);
    QCOMPARE(place(m_numbers[1], second, {"--effective", "2024-09-02"}).code, 0);
    const QString day = "2024-09-09";
    const QStringList change{"--paper", "class_change_approval,1号,教务处,2024-09-08"};
    const QStringList large{"--paper", "large_class_approval,2号,教育局,2024-09-08,county"};
    const QStringList when{"--effective", day, "--reason", "家长申请"};
    QCOMPARE(codesOf(place(m_numbers[0], second, when)), QString("C01 C14"));
    QCOMPARE(codesOf(place(m_numbers[0], second, when + change)), QString("C01"));
    QCOMPARE(codesOf(place(m_numbers[0], second, when + large)), QString("C14"));
    const QStringList tomorrow{"--paper", "large_class_approval,2号,教育局,2999-09-08,county"};
    QCOMPARE(codesOf(place(m_numbers[0], second, when + change + tomorrow)), QString("C01 paper_day"));
    QCOMPARE(place(m_numbers[0], second, when + change + large).code, 0);
    write(path("off.json"), "{}");
    QCOMPARE(run(with({"rules", m_register, "--county", path("off.json"), "--effective", "2024-09-10"})).code, 0);
  }

  void whatStandsLaterIsSaid() {
    const QString first = madeClass("21");
    const QString second = madeClass("22");
    QCOMPARE(place(m_numbers[2], first, {"--effective", "2024-09-20"}).summary().value("later").toArray().size(), 0);
    const Outcome early = place(m_numbers[2], second, {"--effective", "2024-09-11"});
    QCOMPARE(early.code, 0);
    const QJsonArray later = early.summary().value("later").toArray();
    QCOMPARE(later.size(), 1);
    QCOMPARE(later.at(0).toObject().value("from").toString(), QString("2024-09-20"));
    QVERIFY(!later.at(0).toObject().value("fact").toString().isEmpty());
    const Outcome words = run(with({"place", m_register, m_numbers[2], first, "--effective", "2024-09-05"}));
    QCOMPARE(words.code, 0);
    QVERIFY2(words.out.contains("2024-09-11"), words.out.constData());
  }

  void aClassIsChangedFromADayOn() {
    const QStringList make{"make-class",     m_register, "--stage",    "primary",     "--cohort",
                           "2024",           "--number", "31",         "--effective", "2024-09-01",
                           "--head-teacher", "王老师",   "--capacity", "40",          "--json"};
    const Outcome made = run(with(make));
    QCOMPARE(made.code, 0);
    QVERIFY(made.summary().value("act").toInt() > 0);
    const QString id = QString::number(made.summary().value("class").toInt());
    const auto change = [&](const QStringList& more) {
      return run(with(QStringList{"change-class", m_register, id, "--json"} + more));
    };
    const auto now = [&] {
      for (const QJsonObject& one : run(with({"classes", m_register, "--json"})).objects())
        if (QString::number(one.value("class").toInt()) == id)
          return QStringList{one.value("name").toString(), one.value("head_teacher").toString(),
                             QString::number(one.value("capacity").toInt())}
              .join('|');
      return QString();
    };
    QCOMPARE(now(), QString("31班|王老师|40"));
    const Outcome renamed = change({"--name", "实验班", "--day", "2024-10-01"});
    QCOMPARE(renamed.code, 0);
    QVERIFY(renamed.summary().value("act").toInt() > made.summary().value("act").toInt());
    QCOMPARE(now(), QString("实验班|王老师|40")); // what is not named stays
    QCOMPARE(change({"--capacity", "35", "--head-teacher", "李老师"}).code, 0);
    QCOMPARE(now(), QString("实验班|李老师|35"));
    QCOMPARE(change({"--name", ""}).code, 0); // by its number again
    QCOMPARE(now(), QString("31班|李老师|35"));
    QCOMPARE(change({"--name", ""}).code, 1); // nothing to do
    QCOMPARE(change({}).code, 2);
    QCOMPARE(change({"--capacity", "201"}).code, 2);
    QCOMPARE(change({"--capacity", "many"}).code, 2);
    QCOMPARE(change({"--name", "x", "--day", "autumn"}).code, 2);
    QCOMPARE(run(with({"change-class", m_register, "99", "--name", "x"})).code, 1);
    const Outcome early = change({"--head-teacher", "周老师", "--day", "2024-09-15"});
    QCOMPARE(early.summary().value("later").toArray().first().toObject().value("from").toString(),
             QString("2024-10-01"));
  }

  void aClassThatOpensLaterSaysWhen() {
    const QString next = QDate::currentDate().addDays(1).toString(Qt::ISODate);
    QCOMPARE(run(with({"make-class", m_register, "--stage", "primary", "--cohort", "2024", "--number", "41",
                       "--effective", next}))
                 .code,
             0);
    QJsonObject seen;
    for (const QJsonObject& one : run(with({"classes", m_register, "--json"})).objects())
      if (one.value("number").toInt() == 41)
        seen = one;
    QCOMPARE(seen.value("state").toString(), QString("later"));
    QCOMPARE(seen.value("opened").toString(), next);
    QCOMPARE(seen.value("open").toBool(), false);
    const QString id = QString::number(seen.value("class").toInt());
    QVERIFY(run(with({"classes", m_register, "--lang", "en"})).out.contains("opens on " + next.toUtf8()));
    const Outcome closed = run(with({"close-class", m_register, id, "--reason", "并班", "--lang", "en"}));
    QCOMPARE(closed.code, 1);
    QVERIFY2(closed.err.contains("is not open on"), closed.err.constData());
    QCOMPARE(run(with({"close-class", m_register, id, "--reason", "并班", "--effective", next})).code, 0);
    const QByteArray listed = run(with({"classes", m_register, "--lang", "en"})).out;
    QVERIFY2(listed.contains("opens on " + next.toUtf8()), listed.constData());
  }

  void settingsThatAreMilderThanTheLawAreRefused_data() {
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("said");
    const auto limit = [](const QByteArray& value) {
      return R"({"rules":{"C01":{"parameters":{"limit":)" + value + "}}}}";
    };
    QTest::newRow("milder") << limit("60") << QByteArray("county C01.limit (1–45)");
    QTest::newRow("negative") << limit("-4") << QByteArray("county C01.limit (1–45)");
    QTest::newRow("half") << limit("1.5") << QByteArray("1.5");
    QTest::newRow("ends before it begins")
        << QByteArray(R"({"from":"2025-01-01","to":"2024-01-01","rules":{}})") << QByteArray("county to");
    QTest::newRow("a key twice") << limit("40,\"limit\":60") << QByteArray("rules.C01.parameters.limit");
  }
  void settingsThatAreMilderThanTheLawAreRefused() {
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, said);
    write(path("wish.json"), settings);
    const QStringList rules = with({"rules", m_register, "--json"});
    const QByteArray before = run(rules).out;
    const Outcome refused = run(rules + QStringList{"--county", path("wish.json"), "--lang", "en"});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(said), refused.err.constData());
    QCOMPARE(run(rules).out, before);
  }

  void whoMayNotIsToldSoFirst_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("import, dry run") << QStringList{"import",       m_register, path("plain.csv"),
                                                    "--entry-year", "2024",     "--dry-run"};
    QTest::newRow("void") << QStringList{"void", m_register, "2", "--reason", "x"};
    QTest::newRow("void with a witness") << QStringList{"void", m_register,  "2",     "--reason",
                                                        "x",    "--witness", "nobody"};
    QTest::newRow("undo-batch") << QStringList{"undo-batch", m_register, "99"};
    QTest::newRow("rules") << QStringList{"rules", m_register, "--county", path("small.json")};
    QTest::newRow("place") << QStringList{"place", m_register, m_numbers[3], "99"};
    QTest::newRow("clock") << QStringList{"confirm-clock", m_register, "--witness", "李娜"};
  }
  void whoMayNotIsToldSoFirst() {
    QFETCH(QStringList, arguments);
    const Outcome refused = run(arguments + QStringList{"--user", "赵丽", "--lang", "en"}, kWitnessPassword);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("role Helper may not"), refused.err.constData());
    QCOMPARE(refused.out, QByteArray());
  }

  void aHelpersCheckTellsNoRegion() {
    const QByteArray whole = run(with({"check", m_register})).out;
    const QByteArray masked = run({"check", m_register, "--user", "赵丽"}, kWitnessPassword).out;
    QVERIFY(whole.contains("N22 "));
    QVERIFY(masked.contains("N22 "));
    const QByteArray region = "1322"; // of every made child
    QVERIFY2(whole.contains(region), whole.constData());
    QVERIFY(!masked.contains(region));
  }

  void aClockThatIsRightIsNotConfirmed() {
    const Outcome outcome = run(with({"confirm-clock", m_register, "--witness", "李娜", "--lang", "en"}));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains("nothing to do"), outcome.err.constData());
  }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "command_line_test.moc"
