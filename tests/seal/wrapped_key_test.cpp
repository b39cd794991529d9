#include "seal/wrapped_key.h"

#include <QTest>

using namespace xueji;

namespace {

SecretBytes secret(const char* text) {
  return SecretBytes::fromUtf8(QString::fromUtf8(text));
}

WrappedKey wrapped(const SecretBytes& key, const QByteArray& bound = "of li") {
  WrappedKey made = WrappedKey::begun(KeyCost::floor());
  if (!made.wrap(key, secret("words"), bound))
    qFatal("cannot wrap");
  return made;
}

} // namespace

class TestWrappedKey : public QObject {
  Q_OBJECT

private slots:
  void whatWasWrappedComesOutAgain() {
    const SecretBytes key = SecretBytes::random(WrappedKey::kKeySize);
    const WrappedKey made = wrapped(key);
    QVERIFY(made.isSound());
    const auto again = made.unwrap(secret("words"), "of li");
    QVERIFY(again && *again && (*again)->equals(key));
    QVERIFY(wrapped(key).wrapped != made.wrapped); // fresh salt and nonce each time
  }

  void nothingElseOpensIt() {
    const SecretBytes key = SecretBytes::random(WrappedKey::kKeySize);
    const WrappedKey made = wrapped(key);
    const auto opens = [](const WrappedKey& it, const char* words, const QByteArray& bound) {
      const auto opened = it.unwrap(secret(words), bound);
      return !opened || opened->has_value();
    };
    QVERIFY(!opens(made, "Words", "of li"));
    QVERIFY(!opens(made, "words", "of wang"));
    for (QByteArray WrappedKey::*part : {&WrappedKey::salt, &WrappedKey::nonce, &WrappedKey::wrapped}) {
      WrappedKey changed = made;
      (changed.*part)[0] = static_cast<char>((changed.*part)[0] ^ 1);
      QVERIFY(!opens(changed, "words", "of li"));
    }
    WrappedKey cheaper = made;
    cheaper.cost.ops += 1;
    QVERIFY(!opens(cheaper, "words", "of li"));
  }

  void whatIsNotOursIsNotSound() {
    const WrappedKey made = wrapped(SecretBytes::random(WrappedKey::kKeySize));
    WrappedKey costly = made;
    costly.cost.memBytes = KeyCost::kMostMemory * 2;
    QVERIFY(!costly.isSound());
    for (QByteArray WrappedKey::*part : {&WrappedKey::salt, &WrappedKey::nonce, &WrappedKey::wrapped}) {
      WrappedKey shorter = made;
      (shorter.*part).chop(1);
      QVERIFY(!shorter.isSound());
    }
  }

  void badWishesAreRefused() {
    WrappedKey cheap = WrappedKey::begun({1, 1 << 20});
    QCOMPARE(cheap.wrap(SecretBytes::random(32), secret("words"), {}).error().code, ErrorCode::ValueInvalid);
    WrappedKey made = WrappedKey::begun(KeyCost::floor());
    QCOMPARE(made.wrap(SecretBytes::random(31), secret("words"), {}).error().code, ErrorCode::Internal);
  }
};

QTEST_APPLESS_MAIN(TestWrappedKey)
#include "wrapped_key_test.moc"
