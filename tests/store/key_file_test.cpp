#include "seal/recovery_secret.h"
#include "store/key_file.h"
#include "store/register_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>
#include <sodium.h>

using namespace xueji;

namespace {

SecretBytes password(const QString& text) {
  return SecretBytes::fromUtf8(text);
}

QByteArray contentOf(const QString& file) {
  QFile opened(file);
  return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void write(const QString& file, const QByteArray& bytes) {
  QFile opened(file);
  QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
}

} // namespace

class KeyFileTest : public QObject {
  Q_OBJECT

  SecretBytes m_dataKey = KeyFile::newDataKey();

  KeyFile withUser(const QString& name, const QString& secret) {
    KeyFile keys = KeyFile::makeNew();
    if (!keys.setPassword(name, password(secret), KeyCost::floor(), m_dataKey))
      qFatal("no slot");
    return keys;
  }

private slots:
  void secretsAreMovedNotCopied() {
    SecretBytes first = SecretBytes::fromBytes("0123456789abcdef0123456789abcdef");
    const SecretBytes second = std::move(first);
    QVERIFY(first.isEmpty() && second.size() == 32);
    QVERIFY(second.equals(second.clone()));
    QVERIFY(!second.derived("XjTest_A").equals(second.derived("XjTest_B")));
    QVERIFY(!second.derived("XjTest_A", 1).equals(second.derived("XjTest_A", 2)));
    QVERIFY(password(QString::fromUtf8("u\u0308")).equals(password(QString::fromUtf8("ü"))));
    static_assert(!std::is_copy_constructible_v<SecretBytes>);
  }

  void everyKindOfPasswordOpens_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << "O'Neil \"x\" \\";
    QTest::newRow("umlaut") << QString::fromUtf8("schön größer");
    QTest::newRow("Han and emoji") << QString::fromUtf8("学籍🀄️密码");
    QTest::newRow("1 KiB") << QString(1024, 'k');
    QTest::newRow("NUL inside") << QString::fromUtf8("ab\0cd", 5);
    QTest::newRow("one character") << "x";
  }
  void everyKindOfPasswordOpens() {
    QFETCH(QString, text);
    QTemporaryDir folder;
    KeyFile keys = withUser("li", text);
    QVERIFY(keys.save(folder.path(), m_dataKey));
    const auto loaded = KeyFile::load(folder.path());
    QVERIFY(loaded);
    const auto opened = loaded->unlock("li", password(text));
    QVERIFY(opened && opened->equals(m_dataKey));
    const auto shortened = loaded->unlock("li", password(text.chopped(1)));
    QVERIFY(!shortened && shortened.error().code == ErrorCode::WrongPassword);
    const auto longer = loaded->unlock("li", password(text + ' '));
    QVERIFY(!longer && longer.error().code == ErrorCode::WrongPassword);
  }

  void anUnknownPersonIsAnsweredLikeAWrongPassword() {
    const KeyFile keys = withUser("li", "secret words");
    QCOMPARE(keys.unlock("wang", password("secret words")).error(), (Error{ErrorCode::WrongPassword, {}}));
    QCOMPARE(keys.unlock("li", SecretBytes()).error(), (Error{ErrorCode::WrongPassword, {}}));
  }

  void slotsAreAddedChangedAndRemoved() {
    QTemporaryDir folder;
    KeyFile keys = withUser("li", "one");
    QVERIFY(keys.setPassword(QString::fromUtf8(" 王 "), password("two"), KeyCost::floor(), m_dataKey));
    QCOMPARE(keys.users(), QStringList({"li", QString::fromUtf8("王")}));
    QVERIFY(keys.setPassword("li", password("three"), KeyCost::floor(), m_dataKey));
    QCOMPARE(keys.users().size(), 2);
    QVERIFY(!keys.unlock("li", password("one")));
    QVERIFY(keys.unlock("li", password("three")));
    QVERIFY(keys.unlock(QString::fromUtf8("王"), password("two"))->equals(m_dataKey));
    QVERIFY(keys.removeUser("li"));
    QCOMPARE(keys.removeUser("li").error().code, ErrorCode::UserUnknown);
    QVERIFY(!keys.unlock("li", password("three")));
    QVERIFY(keys.save(folder.path(), m_dataKey));
    QCOMPARE(KeyFile::load(folder.path())->users(), QStringList(QString::fromUtf8("王")));
    QCOMPARE(keys.setPassword("", password("x"), KeyCost::floor(), m_dataKey).error().code, ErrorCode::ValueInvalid);
    QCOMPARE(keys.setPassword("a", SecretBytes(), KeyCost::floor(), m_dataKey).error().code, ErrorCode::WrongUse);
  }

  void theRecoverySheetOpensHoweverItIsTyped() {
    QTemporaryDir folder;
    KeyFile keys = withUser("li", "one");
    const auto text = keys.renewRecovery(KeyCost::floor(), m_dataKey);
    QVERIFY(text);
    QVERIFY(QRegularExpression("^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$").match(*text).hasMatch());
    QVERIFY(keys.save(folder.path(), m_dataKey));
    const KeyFile loaded = *KeyFile::load(folder.path());
    QString sloppy = text->toLower().replace('-', ' ').replace('0', 'o').replace('1', 'l');
    QVERIFY(loaded.unlockWithRecovery(sloppy)->equals(m_dataKey));
    const auto next = keys.renewRecovery(KeyCost::floor(), m_dataKey);
    QVERIFY(next && *next != *text);
    QCOMPARE(keys.unlockWithRecovery(*text).error().code, ErrorCode::WrongRecoverySecret);
    QVERIFY(keys.unlockWithRecovery(*next)->equals(m_dataKey));
  }

  void everyTypingErrorOnTheRecoverySheetIsFound() {
    const QString alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (int round = 0; round < 20; ++round) {
      const SecretBytes secret = SecretBytes::random(16);
      const QString text = recoveryText(secret);
      QVERIFY(parseRecoveryText(text)->equals(secret));
      const QString bare = QString(text).remove('-');
      for (qsizetype place = 0; place < bare.size(); ++place) {
        for (const QChar other : alphabet) {
          QString wrong = bare;
          wrong[place] = other;
          QCOMPARE(parseRecoveryText(wrong).has_value(), wrong == bare);
        }
        QString swapped = bare;
        if (place + 1 < 26) {
          qSwap(swapped[place], swapped[place + 1]);
          QCOMPARE(parseRecoveryText(swapped).has_value(), swapped == bare);
        }
        QVERIFY(!parseRecoveryText(QString(bare).remove(place, 1)));
      }
      QVERIFY(!parseRecoveryText(bare + 'A') && !parseRecoveryText(QString(bare).replace(3, 1, "U")));
    }
    QVERIFY(!KeyFile::isRecoverySecretWellTyped(""));
  }

  void theRecoveryTextIsFrozen() {
    const SecretBytes secret = SecretBytes::fromBytes(QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    QCOMPARE(recoveryText(secret), QString("008J-4CT4-ANK7-F24S-NAXW-SQFE-ZWR5"));
  }

  void aKeyFileOfTheFirstVersionStillOpens() {
    const QString file = QStringLiteral(XUEJI_TEST_DATA "/keys/version1.json");
    const auto keys = KeyFile::parse(contentOf(file), file);
    QVERIFY(keys);
    const auto opened = keys->unlock("registrar", password(QString::fromUtf8("correct 马 battery ü")));
    QVERIFY(opened);
    QCOMPARE(opened->view().toByteArray().toHex(),
             QByteArray("202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"));
    QCOMPARE(keys->logHead(), (LogHead{1234, QByteArray::fromHex("a1b2c3")}));
    QCOMPARE(keys->revision(), quint64(1));
    QVERIFY(keys->unlockWithRecovery("Q9JD-KPN8-5VNX-RBB7-32KG-S51F-FGB1")->equals(*opened));
    QCOMPARE(keys->sealed(*opened), contentOf(file));
  }

  void aChangeOfAnyByteIsNoticed() {
    QTemporaryDir folder;
    KeyFile keys = withUser("li", "one");
    QVERIFY(keys.save(folder.path(), m_dataKey));
    const QByteArray good = contentOf(folder.filePath("keys.json"));
    QVERIFY(good.size() > 400);
    for (qsizetype place = 0; place < good.size(); ++place) {
      for (const int change : {1, 2, 32, 128}) {
        QByteArray bad = good;
        bad[place] = char(bad[place] ^ change);
        const auto parsed = KeyFile::parse(bad, "keys.json");
        QVERIFY2(!parsed, qPrintable(QString::number(place)));
      }
      QVERIFY(!KeyFile::parse(good.left(place), "keys.json"));
    }
    QVERIFY(!KeyFile::parse(good + ' ', "keys.json"));
  }

  void aForgedFileWithAFreshChecksumIsNoticedByItsSeal_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("log rolled back") << QByteArray("\"rows\":9") << QByteArray("\"rows\":8");
    QTest::newRow("revision") << QByteArray("\"revision\":1") << QByteArray("\"revision\":5");
    QTest::newRow("mark of a backup put on")
        << QByteArray(R"("version":1)") << QByteArray(R"("version":2,"backup":"2024-09-02T01:00:00.000Z")");
  }
  void aForgedFileWithAFreshChecksumIsNoticedByItsSeal() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QTemporaryDir folder;
    KeyFile keys = withUser("li", "one");
    keys.setLogHead({9, "head"});
    QVERIFY(keys.save(folder.path(), m_dataKey));
    // Whoever knows the format but not the key recomputes the checksum, and keeps or invents the seal.
    QJsonObject object = QJsonDocument::fromJson(contentOf(folder.filePath("keys.json"))).object();
    object.remove("check");
    QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QVERIFY(body.contains(from));
    body.replace(from, to);
    body = QJsonDocument(QJsonDocument::fromJson(body).object()).toJson(QJsonDocument::Compact); // names in order
    QByteArray check(16, 0);
    crypto_generichash(reinterpret_cast<unsigned char*>(check.data()), 16,
                       reinterpret_cast<const unsigned char*>(body.constData()), size_t(body.size()), nullptr, 0);
    object = QJsonDocument::fromJson(body).object();
    object["check"] = QString::fromLatin1(check.toHex());
    const auto forged = KeyFile::parse(QJsonDocument(object).toJson(QJsonDocument::Indented), "keys.json");
    QVERIFY(forged);
    QCOMPARE(forged->unlock("li", password("one")).error(), (Error{ErrorCode::KeyFileDamaged, {"keys.json"}}));
  }

  void aHostileCostIsRefused_data() {
    QTest::addColumn<KeyCost>("cost");
    QTest::newRow("too few passes") << KeyCost{1, 64ull << 20};
    QTest::newRow("too little memory") << KeyCost{4, 1ull << 20};
    QTest::newRow("too many passes") << KeyCost{17, 64ull << 20};
    QTest::newRow("too much memory") << KeyCost{2, 3ull << 30};
    QTest::newRow("too much of both") << KeyCost{16, 1ull << 30};
    QTest::newRow("absurd") << KeyCost{~0ull, ~0ull};
  }
  void aHostileCostIsRefused() {
    QFETCH(KeyCost, cost);
    KeyFile keys = withUser("li", "one");
    QCOMPARE(keys.setPassword("wang", password("x"), cost, m_dataKey).error().code, ErrorCode::ValueInvalid);
    QByteArray bytes = keys.sealed(m_dataKey);
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    QJsonArray slotsList = object["slots"].toArray();
    QJsonObject slot = slotsList[0].toObject();
    slot["ops"] = qint64(cost.ops);
    slot["memory"] = qint64(cost.memBytes);
    slotsList[0] = slot;
    object["slots"] = slotsList;
    object.remove("check");
    const QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray check(16, 0);
    crypto_generichash(reinterpret_cast<unsigned char*>(check.data()), 16,
                       reinterpret_cast<const unsigned char*>(body.constData()), size_t(body.size()), nullptr, 0);
    object["check"] = QString::fromLatin1(check.toHex());
    const auto hostile = KeyFile::parse(QJsonDocument(object).toJson(QJsonDocument::Indented), "keys.json");
    QVERIFY(!hostile && hostile.error().code == ErrorCode::KeyFileDamaged);
  }

  void theDefaultCostIsAcceptable() {
    QVERIFY(KeyCost().isAcceptable());
    QVERIFY(KeyCost::floor().isAcceptable());
  }

  void theSecondCopyServesWhenTheFirstIsDamagedOrGone() {
    QTemporaryDir folder;
    const RegisterFolder place(folder.path());
    KeyFile keys = withUser("li", "one");
    QVERIFY(keys.save(folder.path(), m_dataKey));
    keys.setLogHead({7, "seven"});
    QVERIFY(keys.save(folder.path(), m_dataKey, KeyFile::Copies::FirstOnly));
    QCOMPARE(KeyFile::load(folder.path())->logHead().rows, 7);
    const QByteArray good = contentOf(place.keys());
    write(place.keys(), good.left(100));
    QCOMPARE(KeyFile::load(folder.path())->logHead().rows, 0);
    QVERIFY(KeyFile::load(folder.path())->unlock("li", password("one")));
    QFile::remove(place.keys());
    QVERIFY(KeyFile::load(folder.path())->unlock("li", password("one")));
    write(place.keysCopy(), "{}");
    QCOMPARE(KeyFile::load(folder.path()).error(), (Error{ErrorCode::KeyFileDamaged, {place.keysCopy()}}));
    QFile::remove(place.keysCopy());
    QCOMPARE(KeyFile::load(folder.path()).error().code, ErrorCode::RegisterMissing);
    write(place.keys(), QByteArray(1 << 20, '{'));
    QCOMPARE(KeyFile::load(folder.path()).error().code, ErrorCode::KeyFileDamaged);
    write(place.keys(), R"({"format":"xueji-keys","version":3})");
    QCOMPARE(KeyFile::load(folder.path()).error(), (Error{ErrorCode::RegisterNewer, {"3", "2"}}));
  }

  void theMarkOfABackupIsSealedAndTakenOffAgain() {
    QTemporaryDir folder;
    KeyFile keys = withUser("li", "one");
    QVERIFY(!keys.isBackup());
    const QDateTime made(QDate(2024, 9, 2), QTime(1, 2, 3, 4), QTimeZone::utc());
    keys.markAsBackup(made);
    QVERIFY(keys.save(folder.path(), m_dataKey));
    KeyFile loaded = *KeyFile::load(folder.path());
    QCOMPARE(loaded.backupMade(), made);
    QVERIFY(loaded.unlock("li", password("one")));
    QVERIFY(contentOf(folder.filePath("keys.json")).contains("\"version\": 2"));
    loaded.markAsRegister();
    QVERIFY(loaded.save(folder.path(), m_dataKey));
    QVERIFY(!KeyFile::load(folder.path())->isBackup());
    QVERIFY(contentOf(folder.filePath("keys.json")).contains("\"version\": 1"));
  }

  void keyFilesAreReadableByTheirOwnerOnly() {
    QTemporaryDir folder;
    KeyFile keys = withUser("li", "one");
    QVERIFY(keys.save(folder.path(), m_dataKey));
    QCOMPARE(QFile::permissions(folder.filePath("keys.json")) & QFile::Permissions(0x077), QFile::Permissions());
    QVERIFY(!QFile::exists(folder.filePath("keys.json.new")));
    QVERIFY(!contentOf(folder.filePath("keys.json")).contains(m_dataKey.view().toByteArray().toHex()));
  }

  void aWriteThatFailsSaysWhy() {
    KeyFile keys = withUser("li", "one");
    QCOMPARE(keys.save("/dev/null/nowhere", m_dataKey).error().code, ErrorCode::PathMissing);
    QCOMPARE(keys.revision(), quint64(0));
  }

  void aSaveThatFailsChangesNeitherCopy_data() {
    QTest::addColumn<QString>("blocked");
    QTest::newRow("first copy cannot be written") << "keys.json.new";
    QTest::newRow("second copy cannot be written") << "keys.json.bak.new";
    QTest::newRow("second copy cannot take its name") << "keys.json.bak/full";
  }
  void aSaveThatFailsChangesNeitherCopy() {
    QFETCH(QString, blocked);
    QTemporaryDir folder;
    const RegisterFolder place(folder.path());
    KeyFile keys = withUser("li", "one");
    QVERIFY(keys.save(folder.path(), m_dataKey));
    if (blocked.contains('/'))
      QFile::remove(place.keysCopy());
    QVERIFY(QDir().mkpath(folder.filePath(blocked)));
    const QByteArray first = contentOf(place.keys());
    const QByteArray second = contentOf(place.keysCopy());
    QVERIFY(keys.setPassword("li", password("two"), KeyCost::floor(), m_dataKey));
    QVERIFY(!keys.save(folder.path(), m_dataKey));
    QCOMPARE(keys.revision(), quint64(1));
    QCOMPARE(contentOf(place.keys()), first);
    QCOMPARE(contentOf(place.keysCopy()), second);
    QVERIFY(KeyFile::load(folder.path())->unlock("li", password("one")));
    QVERIFY(QDir(folder.path()).rmdir(blocked));
    QDir(folder.path()).rmdir("keys.json.bak");
    QVERIFY(keys.save(folder.path(), m_dataKey));
    QCOMPARE(contentOf(place.keys()), contentOf(place.keysCopy()));
    QVERIFY(KeyFile::load(folder.path())->unlock("li", password("two")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
  }
};

QTEST_GUILESS_MAIN(KeyFileTest)
#include "key_file_test.moc"
