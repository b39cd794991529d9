// kill -9 at random moments: everything acknowledged is there, nothing is half-done, verify passes.
// XUEJI_KILLS says how often (15 in the suite, 500 by kill_many.sh), XUEJI_KILL_SEED from which seed.

#include "register/acts.h"
#include "register/cases.h"
#include "register/class_acts.h"
#include "store/backup.h"
#include "support/made_child.h"
#include "support/setting.h"
#include "support/test_register.h"

#include <QDir>
#include <QProcess>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

constexpr int kChildren = 12;
constexpr quint32 kMostSteps = 40; ///< opening, a round of some thirty steps, and into the next
constexpr qint64 kPatienceMs = 120000;

/// What the register must hold by what was acknowledged, over all lives of the actor.
struct Witness {
  QMap<qint64, QString> acts;  ///< other acts -> kind
  QSet<qint64> voidedTogether; ///< batches of voids
  QMap<qint64, int> batches;   ///< acknowledged imports -> enrolled
  QSet<qint64> undone;
  QMap<qint64, QString> corrections; ///< act -> phone
  QMap<qint64, qint64> studentOf;
  QSet<qint64> voided;
  QMap<QString, int> backups; ///< of the last life -> students
  QString lastStep;
  QMap<QString, int> killedAfter;

  bool hear(const QString& line) {
    const QStringList word = line.split(QLatin1Char(' '));
    lastStep = word[0];
    if (word[0] == QLatin1String("import"))
      batches.insert(word[1].toLongLong(), word[2].toInt());
    else if (word[0] == QLatin1String("correct")) {
      corrections.insert(word[1].toLongLong(), word[3]);
      studentOf.insert(word[1].toLongLong(), word[2].toLongLong());
    } else if (word[0] == QLatin1String("act")) {
      acts.insert(word[1].toLongLong(), word[2]);
      lastStep = word[2];
    } else if (word[0] == QLatin1String("batch"))
      voidedTogether.insert(word[1].toLongLong());
    else if (word[0] == QLatin1String("void"))
      voided.insert(word[1].toLongLong());
    else if (word[0] == QLatin1String("undo"))
      undone.insert(word[1].toLongLong());
    else if (word[0] == QLatin1String("backup"))
      backups.insert(word.mid(2).join(QLatin1Char(' ')), word[1].toInt());
    else
      return word[0] == QLatin1String("open");
    return true;
  }
};

} // namespace

class KillTest : public QObject {
  Q_OBJECT

  TestRegister m_desk;
  Witness m_witness;
  SeededRandom m_chance{1};
  qint64 m_longestStepMs = 20;

  /// Lets the actor live for a random while; answers whether it lived and died by our hand alone.
  bool liveAndDie(const QString& roster, quint32 seed) {
    QProcess actor;
    actor.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    actor.start(QStringLiteral(XUEJI_FAULT_ACTOR), {m_desk.folder(), QString::number(seed), roster});
    actor.waitForStarted();
    QByteArray heard;
    QElapsedTimer sinceStep;
    sinceStep.start();
    const auto listen = [&](int milliseconds) {
      actor.waitForReadyRead(milliseconds);
      const QByteArray more = actor.readAllStandardOutput();
      if (more.contains('\n')) {
        m_longestStepMs = std::max(m_longestStepMs, heard.isEmpty() ? 0 : sinceStep.elapsed());
        sinceStep.start();
      }
      heard += more;
    };
    // So many steps, and then somewhere within the next.
    const auto steps = static_cast<qsizetype>(m_chance.below(kMostSteps)) + 1;
    QElapsedTimer patience;
    patience.start();
    while (heard.count('\n') < steps && actor.state() == QProcess::Running && patience.elapsed() < kPatienceMs)
      listen(1000);
    const qint64 life = m_chance.below(static_cast<quint32>(m_longestStepMs + 5));
    QElapsedTimer age;
    age.start();
    while (age.elapsed() < life && actor.state() == QProcess::Running)
      listen(static_cast<int>(std::max<qint64>(1, life - age.elapsed())));
    const bool byUs = actor.state() == QProcess::Running;
    actor.kill();
    actor.waitForFinished(60000);
    heard += actor.readAllStandardOutput();
    m_witness.backups.clear();
    const QList<QByteArray> lines = heard.split('\n');
    bool understood = lines.first() == "open";
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) // what was cut off was not acknowledged
      understood = m_witness.hear(QString::fromUtf8(lines[i])) && understood;
    ++m_witness.killedAfter[m_witness.lastStep];
    return byUs && understood && actor.exitStatus() == QProcess::CrashExit;
  }

  void checkBatches() {
    const auto all = m_desk.store().tables().batches().all();
    XUEJI_OK(all);
    QSet<qint64> present;
    for (const Batch& batch : *all) {
      if (batch.kind != BatchKind::Import)
        continue;
      present << batch.id;
      const auto acts = m_desk.store().tables().acts().ofBatch(batch.id);
      XUEJI_OK(acts);
      // All or nothing: the count of a batch is the roster's, and either all of it is void or none.
      QCOMPARE(acts->size(), kChildren);
      QCOMPARE(batch.count, kChildren);
      const auto voided = std::count_if(acts->begin(), acts->end(), [](const Act& act) { return act.voidedBy != 0; });
      QCOMPARE(voided, batch.undone.isNull() ? 0 : kChildren);
      if (m_witness.undone.contains(batch.id))
        QVERIFY(!batch.undone.isNull());
    }
    for (const qint64 batch : m_witness.batches.keys())
      QVERIFY2(present.contains(batch), "an acknowledged import is gone");
  }

  void checkCorrections() {
    for (auto it = m_witness.corrections.constBegin(); it != m_witness.corrections.constEnd(); ++it) {
      const auto act = m_desk.store().tables().acts().byId(it.key());
      XUEJI_OK(act);
      QVERIFY2(act->has_value(), "an acknowledged correction is gone");
      QCOMPARE(m_desk.changes(it.key()).value(QStringLiteral("phone")).second, it.value());
      QCOMPARE((*act)->subject.id, m_witness.studentOf.value(it.key()));
      if (m_witness.voided.contains(it.key()))
        QVERIFY((*act)->voidedBy != 0);
    }
  }

  void checkOthers() {
    for (auto it = m_witness.acts.constBegin(); it != m_witness.acts.constEnd(); ++it) {
      const auto act = m_desk.store().tables().acts().byId(it.key());
      XUEJI_OK(act);
      QVERIFY2(act->has_value(), "an acknowledged act is gone");
      QCOMPARE((*act)->kind, it.value());
    }
    for (const qint64 id : std::as_const(m_witness.voidedTogether)) {
      const auto acts = m_desk.store().tables().acts().ofBatch(id);
      XUEJI_OK(acts);
      QVERIFY2(!acts->isEmpty(), "acknowledged voids are gone");
    }
  }

  void checkBackups() {
    for (auto it = m_witness.backups.constBegin(); it != m_witness.backups.constEnd(); ++it) {
      const auto opened = RegisterStore::open(it.key(), QString::fromUtf8(kRegistrar), password(), m_desk.clock,
                                              registry(), Access::Read);
      XUEJI_OK(opened);
      QCOMPARE((*opened)->tables().students().count({}).value_or(-1), it.value());
      const auto report = verify(**opened);
      XUEJI_OK(report);
      QVERIFY2(report->passed(), "an acknowledged backup is damaged");
    }
    // The next ones need not be opened again.
    QDir backups(m_desk.folder() + QStringLiteral("/backups"));
    for (const QString& name : backups.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
      QDir(backups.filePath(name)).removeRecursively();
  }

  /// What the killed one left standing is taken back, so that the next life can import again.
  void cleanUp() {
    // An open case stands on its child's enrolment.
    const auto open = waitingCases(m_desk.office(), Waiting::Mine);
    XUEJI_OK(open);
    for (const Case& file : *open)
      XUEJI_OK(withdrawCase(m_desk.office(), file.id, QStringLiteral("清理")));
    const auto all = m_desk.store().tables().batches().all();
    XUEJI_OK(all);
    for (const Batch& batch : *all) {
      if (!batch.undone.isNull() || batch.kind != BatchKind::Import)
        continue;
      const auto acts = m_desk.store().tables().acts().ofBatch(batch.id);
      XUEJI_OK(acts);
      for (const Act& enrolment : *acts) {
        const auto later = blockersOf(m_desk.office(), enrolment.id);
        XUEJI_OK(later);
        if (!later->isEmpty())
          XUEJI_OK(voidActs(m_desk.office(), *later, QStringLiteral("清理")));
      }
      XUEJI_OK(undoBatch(m_desk.office(), batch.id));
    }
    QCOMPARE(m_desk.store().tables().students().count({}).value_or(-1), 0);
    const auto classes = classEntries(m_desk.office());
    XUEJI_OK(classes);
    for (const ClassEntry& entry : *classes) {
      const auto acts = m_desk.store().tables().acts().ofSubject(Subject::ofClass(entry.is.id));
      XUEJI_OK(acts);
      const auto making = std::find_if(acts->crbegin(), acts->crend(), [](const Act& act) {
        return act.voidedBy == 0 && act.kind == act_kind::kMakeClass;
      });
      QVERIFY(making != acts->crend());
      const auto later = blockersOf(m_desk.office(), making->id);
      XUEJI_OK(later);
      XUEJI_OK(voidActs(m_desk.office(), *later + QList<qint64>{making->id}, QStringLiteral("清理")));
    }
  }

private slots:
  void whatWasAcknowledgedSurvivesBeingKilled() {
    const int kills = setting("XUEJI_KILLS", 15);
    const auto seed = static_cast<quint32>(setting("XUEJI_KILL_SEED", 1));
    m_chance = SeededRandom(seed);
    QList<StudentRecord> children;
    for (int number = 0; number < kChildren; ++number)
      children << madeChild(number);
    const QString roster = m_desk.writeCsv(QStringLiteral("roster.csv"), linesOf(children));
    m_desk.signOut();
    for (int kill = 0; kill < kills; ++kill) {
      const QString which = QStringLiteral("kill %1 of seed %2").arg(kill + 1).arg(seed);
      QVERIFY2(liveAndDie(roster, seed * 1000 + static_cast<quint32>(kill)), qPrintable(which));
      m_desk.clock.setNow(QDateTime::currentDateTimeUtc()); // the actor's time
      m_desk.signIn();                                      // the stale lock is no hindrance
      QVERIFY2(m_desk.damage().isEmpty(), qPrintable(which + QStringLiteral(": ") + m_desk.damage()));
      checkBatches();
      checkCorrections();
      checkOthers();
      checkBackups();
      cleanUp();
      if (QTest::currentTestFailed())
        QFAIL(qPrintable(which));
      m_desk.signOut();
    }
    QStringList after;
    for (auto it = m_witness.killedAfter.constBegin(); it != m_witness.killedAfter.constEnd(); ++it)
      after << QStringLiteral("%1 %2").arg(it.key()).arg(it.value());
    qInfo("%d kills; acknowledged: %lld imports, %lld corrections, %lld other acts, %lld voids, %lld batches of voids, "
          "%lld "
          "undos; last step before the kill: %s",
          kills, qint64(m_witness.batches.size()), qint64(m_witness.corrections.size()), qint64(m_witness.acts.size()),
          qint64(m_witness.voided.size()), qint64(m_witness.voidedTogether.size()), qint64(m_witness.undone.size()),
          qPrintable(after.join(QStringLiteral(", "))));
  }
};

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
#include "store/tables.h"
