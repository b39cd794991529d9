#include "domain/id_documents.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace xueji;

Q_DECLARE_METATYPE(xueji::IdDocumentKind)
Q_DECLARE_METATYPE(xueji::IdDocumentFault)
Q_DECLARE_METATYPE(xueji::DisabilityCardFault)

class TestIdDocuments : public QObject {
  Q_OBJECT

private slots:
  void aPaperIsKnownByItsNumber_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<IdDocumentKind>("kind");
    QTest::newRow("resident") << u"130502201808310010"_s << IdDocumentKind::ResidentCard;
    QTest::newRow("Hong Kong resident") << u"810000201506070156"_s << IdDocumentKind::ResidencePermit;
    QTest::newRow("Macao resident") << u"820000201607080267"_s << IdDocumentKind::ResidencePermit;
    QTest::newRow("Taiwan resident") << u"830000201708090378"_s << IdDocumentKind::ResidencePermit;
    QTest::newRow("home return, Hong Kong") << u"H12345678"_s << IdDocumentKind::HomeReturnPermit;
    QTest::newRow("home return, Macao, reissued") << u"m1234567801"_s << IdDocumentKind::HomeReturnPermit;
    QTest::newRow("Taiwan permit") << u"１２３４５６７８"_s << IdDocumentKind::TaiwanPermit;
    QTest::newRow("Taiwan permit, old") << u"1234567890B"_s << IdDocumentKind::TaiwanPermit;
    QTest::newRow("Taiwan permit, old, as printed") << u"1234567890(B)"_s << IdDocumentKind::TaiwanPermit;
    QTest::newRow("foreigner, 2023") << u"913840201401020356"_s << IdDocumentKind::ForeignerCard;
    QTest::newRow("foreigner, 2017") << u"USA123456789012"_s << IdDocumentKind::OldForeignerCard;
    QTest::newRow("Hong Kong card") << u"A123456（7）"_s << IdDocumentKind::HongKongCard;
    QTest::newRow("Hong Kong card, two letters") << u"ab123456(a)"_s << IdDocumentKind::HongKongCard;
    QTest::newRow("Hong Kong card, no brackets") << u"A1234567"_s << IdDocumentKind::HongKongCard;
    QTest::newRow("Macao card") << u"1234567(8)"_s << IdDocumentKind::MacaoCard;
    QTest::newRow("passport") << u"e12345678"_s << IdDocumentKind::Passport;
    QTest::newRow("passport of digits") << u"123456789"_s << IdDocumentKind::Passport;
  }
  void aPaperIsKnownByItsNumber() {
    QFETCH(QString, typed);
    QFETCH(IdDocumentKind, kind);
    const auto document = IdDocument::classify(typed);
    QVERIFY(document);
    QCOMPARE(document->kind(), kind);
    QCOMPARE(IdDocument::parse(kind, typed), (std::expected<IdDocument, IdDocumentFault>(*document)));
  }

  void whatIsNoPaperIsNotTaken_data() {
    QTest::addColumn<IdDocumentKind>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<IdDocumentFault>("fault");
    QTest::newRow("permit as resident card")
        << IdDocumentKind::ResidentCard << u"810000201506070156"_s << IdDocumentFault::Form;
    QTest::newRow("resident card as permit")
        << IdDocumentKind::ResidencePermit << u"130502201808310010"_s << IdDocumentFault::Form;
    QTest::newRow("resident card as foreigner's")
        << IdDocumentKind::ForeignerCard << u"130502201808310010"_s << IdDocumentFault::Form;
    QTest::newRow("foreigner's as resident card")
        << IdDocumentKind::ResidentCard << u"913840201401020356"_s << IdDocumentFault::Form;
    QTest::newRow("foreigner's check") << IdDocumentKind::ForeignerCard << u"913840201401020357"_s
                                       << IdDocumentFault::CheckCharacter;
    QTest::newRow("resident date") << IdDocumentKind::ResidentCard << u"130503200902290441"_s
                                   << IdDocumentFault::BirthDate;
    QTest::newRow("damaged") << IdDocumentKind::ResidentCard << u"1.30502E+17"_s << IdDocumentFault::Damaged;
    QTest::newRow("home return short") << IdDocumentKind::HomeReturnPermit << u"H1234567"_s << IdDocumentFault::Form;
    QTest::newRow("home return nine") << IdDocumentKind::HomeReturnPermit << u"H123456789"_s << IdDocumentFault::Form;
    QTest::newRow("Taiwan nine") << IdDocumentKind::TaiwanPermit << u"123456789"_s << IdDocumentFault::Form;
    QTest::newRow("old foreigner's") << IdDocumentKind::OldForeignerCard << u"US1234567890123"_s
                                     << IdDocumentFault::Form;
    QTest::newRow("Hong Kong check") << IdDocumentKind::HongKongCard << u"A123456(B)"_s << IdDocumentFault::Form;
    QTest::newRow("Hong Kong short") << IdDocumentKind::HongKongCard << u"A12345(6)"_s << IdDocumentFault::Form;
    QTest::newRow("Macao lead") << IdDocumentKind::MacaoCard << u"2234567(8)"_s << IdDocumentFault::Form;
    QTest::newRow("Macao short") << IdDocumentKind::MacaoCard << u"123456(7)"_s << IdDocumentFault::Form;
    QTest::newRow("passport short") << IdDocumentKind::Passport << u"E123"_s << IdDocumentFault::Form;
    QTest::newRow("passport long") << IdDocumentKind::Passport << u"E123456789012345"_s << IdDocumentFault::Form;
    QTest::newRow("passport sign") << IdDocumentKind::Passport << u"E1234#567"_s << IdDocumentFault::Form;
  }
  void whatIsNoPaperIsNotTaken() {
    QFETCH(IdDocumentKind, kind);
    QFETCH(QString, typed);
    const auto document = IdDocument::parse(kind, typed);
    QVERIFY(!document);
    QTEST(document.error(), "fault");
  }

  void aBrokenCheckCharacterIsNoOtherPaper() {
    QVERIFY(!IdDocument::classify(u"130502201808310011"_s));
    QVERIFY(!IdDocument::classify(QString()));
  }

  void onlyEighteenCharactersSayBirthAndSex() {
    const auto foreigner = IdDocument::classify(u"913840201401020356"_s);
    QCOMPARE(foreigner->birthDate(), std::optional(QDate(2014, 1, 2)));
    QCOMPARE(foreigner->sex(), std::optional(Sex::Male));
    const auto passport = IdDocument::classify(u"E12345678"_s);
    QCOMPARE(passport->birthDate(), std::nullopt);
    QCOMPARE(passport->sex(), std::nullopt);
    QCOMPARE(passport->masked(), u"E1*****78"_s);
  }

  void aDisabilityCardHoldsNumberTypeAndGrade() {
    const auto card = DisabilityCard::parse(u"13052420130520007x42"_s);
    QVERIFY(card);
    QCOMPARE(card->identityNumber().toString(), u"13052420130520007X"_s);
    QCOMPARE(card->type(), u"4"_s);
    QCOMPARE(card->grade(), 2);
    QCOMPARE(card->reissues(), 0);
    const auto second = DisabilityCard::parse(u"13052420130520007X42B1"_s);
    QVERIFY(second);
    QCOMPARE(second->reissues(), 1);
    QCOMPARE(second->grade(), 2);
  }

  void aWrongDisabilityCardSaysWhatIsWrong_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<DisabilityCardFault>("fault");
    QTest::newRow("number") << u"13052420130520007042"_s << DisabilityCardFault::IdentityNumber;
    QTest::newRow("type 0") << u"13052420130520007X02"_s << DisabilityCardFault::Type;
    QTest::newRow("type 8") << u"13052420130520007X82"_s << DisabilityCardFault::Type;
    QTest::newRow("grade 0") << u"13052420130520007X40"_s << DisabilityCardFault::Grade;
    QTest::newRow("grade 5") << u"13052420130520007X45"_s << DisabilityCardFault::Grade;
    QTest::newRow("identity number alone") << u"13052420130520007X"_s << DisabilityCardFault::Form;
    QTest::newRow("suffix") << u"13052420130520007X42C1"_s << DisabilityCardFault::Form;
    QTest::newRow("spreadsheet") << u"1.30524E+19"_s << DisabilityCardFault::Damaged;
    QTest::newRow("spreadsheet's zeros") << u"13050220180831000000"_s << DisabilityCardFault::Damaged;
  }
  void aWrongDisabilityCardSaysWhatIsWrong() {
    QFETCH(QString, typed);
    const auto card = DisabilityCard::parse(typed);
    QVERIFY(!card);
    QTEST(card.error(), "fault");
  }
};

QTEST_APPLESS_MAIN(TestIdDocuments)
#include "id_documents_test.moc"
