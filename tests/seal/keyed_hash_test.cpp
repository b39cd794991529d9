#include "seal/keyed_hash.h"

#include <QTest>

using namespace xueji;

namespace {

SecretBytes countingKey() {
  QByteArray bytes;
  for (char value = 0; value < 32; ++value)
    bytes += value;
  return SecretBytes::fromBytes(bytes);
}

QByteArray unhex(const char* digits) {
  return QByteArray::fromHex(digits);
}

} // namespace

class TestKeyedHash : public QObject {
  Q_OBJECT

private slots:
  /// RFC 4231, test case 2.
  void theHmacIsThatOfTheStandard() {
    KeyedHash hash(KeyedHash::Kind::HmacSha256, SecretBytes::fromBytes("Jefe"));
    hash.add("what do ya want ");
    hash.add("for nothing?");
    QCOMPARE(hash.finish(), unhex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  /// Against Python's hashlib.blake2b(b"xueji", key=bytes(range(32)), digest_size=...).
  void blake2bIsThatOfOthers() {
    const QByteArray whole = unhex("4311b9967f0dd4d28112961c1a9cd6c3a570ad84a44213013b571b1d805a9c43");
    QCOMPARE(KeyedHash::of("xueji", countingKey()), whole);
    QCOMPARE(KeyedHash::of("xueji", countingKey(), 16), unhex("e2226b5438f4571f7f027fd29b54b68b"));
    QCOMPARE(plainHash("xueji", 16), unhex("9ed98ebd7696851d60c33393550748ab"));
    KeyedHash inPieces(KeyedHash::Kind::Blake2b, countingKey());
    inPieces.add("xu");
    inPieces.add("");
    inPieces.add("eji");
    QCOMPARE(inPieces.finish(), whole);
  }

  void partsCannotBeShiftedIntoEachOther() {
    const auto hashOf = [](const QList<QByteArray>& parts) {
      KeyedHash hash(KeyedHash::Kind::Blake2b, countingKey());
      for (const QByteArray& part : parts)
        hash.addPart(part);
      return hash.finish();
    };
    QVERIFY(hashOf({"ab", "c"}) != hashOf({"a", "bc"}));
    QVERIFY(hashOf({"ab", ""}) != hashOf({"ab"}));
    QByteArray row;
    appendPart(row, "ab");
    appendPart(row, "c");
    QCOMPARE(KeyedHash::of(row, countingKey()), hashOf({"ab", "c"}));
  }

  void bytesAreComparedWhole() {
    QVERIFY(sameBytes("abc", "abc"));
    QVERIFY(sameBytes("", ""));
    QVERIFY(!sameBytes("abc", "abd"));
    QVERIFY(!sameBytes("abc", "ab"));
  }
};

QTEST_APPLESS_MAIN(TestKeyedHash)
#include "keyed_hash_test.moc"
