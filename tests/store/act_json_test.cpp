#include "store/act_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace xueji;

class ActJsonTest : public QObject {
  Q_OBJECT

  static Finding concerning(const QList<Field>& fields) {
    return {QStringLiteral("N04"),  QStringLiteral("N04"),  Severity::Proof, fields,
            {QStringLiteral("男")}, QStringLiteral("N2025")};
  }

private slots:
  void everyFieldComesBackByItsId() {
    for (int number = 0; number < kFieldCount; ++number) {
      const Findings findings{concerning({static_cast<Field>(number)})};
      const QString text = findingsToJson(findings);
      const QJsonArray fields =
          QJsonDocument::fromJson(text.toUtf8()).array().first().toObject().value(QStringLiteral("fields")).toArray();
      QCOMPARE(fields.size(), 1);
      QVERIFY2(fields.first().isString() && !fields.first().toString().isEmpty(), qPrintable(text));
      QCOMPARE(findingsFromJson(text), findings);
    }
    QVERIFY(findingsToJson({concerning({Field::Member2Position})}).contains(QStringLiteral("\"member2_position\"")));
  }

  void theNumbersOfEarlyRegistersAreStillRead_data() {
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QList<Field>>("expected");
    QTest::newRow("numbers") << "[1,8]" << QList<Field>{Field::Sex, Field::IdDocumentNumber};
    QTest::newRow("ids") << "[\"sex\",\"id_document_number\"]" << QList<Field>{Field::Sex, Field::IdDocumentNumber};
    QTest::newRow("the last one") << QStringLiteral("[%1]").arg(kFieldCount - 1)
                                  << QList<Field>{Field::SpecialEducation};
    QTest::newRow("none of them") << QStringLiteral("[%1,-1,\"hobby\",null]").arg(kFieldCount) << QList<Field>();
  }
  void theNumbersOfEarlyRegistersAreStillRead() {
    QFETCH(QString, fields);
    QFETCH(QList<Field>, expected);
    const Findings read = findingsFromJson(
        QStringLiteral(
            "[{\"rule\":\"N04\",\"code\":\"N04\",\"severity\":\"proof\",\"fields\":%1,\"args\":[],\"set\":\"\"}]")
            .arg(fields));
    QCOMPARE(read.size(), 1);
    QCOMPARE(read.first().fields, expected);
  }

  void nothingFoundIsAnEmptyList() {
    QCOMPARE(findingsToJson({}), QStringLiteral("[]"));
    QVERIFY(findingsFromJson(QStringLiteral("[]")).isEmpty());
  }
};

QTEST_GUILESS_MAIN(ActJsonTest)
#include "act_json_test.moc"
