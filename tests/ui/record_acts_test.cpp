// What a person does with the acts of a record: void them with what stands on them, do them again, move the
// enrolment's day, say that a typing error was wrong from the start.
#include "domain/ledger_facts.h"
#include "register/acts.h"
#include "register/roll.h"
#include "signed_in.h"
#include "support/made_child.h"
#include "ui/records/act_item.h"
#include "ui/records/record_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

struct Desk {
  SignedIn person;
  qint64 child = 0;
  std::unique_ptr<RecordPage> page;
  QStringList said;
  QList<Error> failures;

  Desk() : child(person.place.enrolChild(3)) {
    page = std::make_unique<RecordPage>(person.begin());
    page->resize(1180, 640);
    page->show();
    page->open(QVariant::fromValue(child));
    QObject::connect(page.get(), &Page::said, page.get(), [this](const QString& sentence) { said << sentence; });
    QObject::connect(page.get(), &Page::failed, page.get(), [this](const Error& error) { failures << error; });
  }
  Office& office() { return person.session().office(); }
  StudentRow row() { return person.session().store().tables().students().byId(child).value().value_or(StudentRow{}); }
  qint64 corrected(Field field, const QString& value) {
    Correction wish;
    wish.student = child;
    wish.revision = row().revision;
    wish.values = {{field, value}};
    const auto act = correct(office(), wish);
    if (!act)
      qFatal("not corrected: %s", qPrintable(textOf(act.error())));
    page->refresh();
    return *act;
  }
  ActItem* item(qint64 act) const { return page->findChild<ActItem*>(QStringLiteral("act_%1").arg(act)); }
  QPushButton* button(qint64 act, const char* name) const {
    return item(act) ? item(act)->findChild<QPushButton*>(QLatin1String(name)) : nullptr;
  }
  /// The buttons go with the page's next look at the record.
  void click(qint64 act, const char* name) const {
    QPushButton* found = button(act, name);
    if (!found)
      qFatal("no button %s at act %lld", name, static_cast<long long>(act));
    found->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
  void type(const char* field, const QString& text) const {
    auto* line = page->findChild<QLineEdit*>(QStringLiteral("edit_") + QLatin1String(field));
    line->setFocus();
    line->selectAll();
    typeInto(line, text);
  }
  QString itemOnDay(Field field, const QDate& day) { return itemOn(office(), field, day)->value(child); }
};

const qint64 kEnrolment = 2; ///< act 1 is the school's

} // namespace

class RecordActsTest : public QObject {
  Q_OBJECT

private slots:
  void whatStandsOnAnActIsNamedAndVoidedWithIt() {
    Desk desk;
    const qint64 first = desk.corrected(Field::NamePinyin, QStringLiteral("Qiu A"));
    const qint64 second = desk.corrected(Field::NamePinyin, QStringLiteral("Qiu B"));
    desk.click(first, "voidAct"); // the person gives up
    QCOMPARE(desk.person.dialogs.asked.size(), 1);
    QCOMPARE(desk.row().pinyin, QStringLiteral("Qiu B"));
    desk.person.dialogs.answers = {0}; // agrees, but gives no reason
    desk.click(first, "voidAct");
    QCOMPARE(desk.row().pinyin, QStringLiteral("Qiu B"));
    desk.person.dialogs.answers = {0};
    desk.person.dialogs.texts = {QStringLiteral("录错")};
    desk.click(first, "voidAct");
    QVERIFY(desk.failures.isEmpty());
    QVERIFY(desk.row().pinyin != QStringLiteral("Qiu A") && desk.row().pinyin != QStringLiteral("Qiu B"));
    for (const qint64 act : {first, second})
      QVERIFY((*desk.person.session().store().tables().acts().byId(act))->voidedBy != 0);
    const auto batch = desk.person.session().store().tables().acts().byId(second + 1);
    QCOMPARE((*batch)->refers, second); // the newest first
    QVERIFY((*batch)->batch != 0);
    QCOMPARE(desk.said.size(), 1);
  }

  void anActThatNothingStandsOnIsVoidedWithoutAQuestion() {
    Desk desk;
    const qint64 act = desk.corrected(Field::Talents, QStringLiteral("围棋"));
    desk.person.dialogs.texts = {QStringLiteral("录错")};
    desk.click(act, "voidAct");
    QCOMPARE(desk.person.dialogs.asked.size(), 1); // the reason
    QCOMPARE(desk.row().record.value(Field::Talents), QString());
    QCOMPARE((*desk.person.session().store().tables().acts().byId(act + 1))->batch, 0);
  }

  void aVoidedActIsDoneAgain() {
    Desk desk;
    const qint64 act = desk.corrected(Field::Talents, QStringLiteral("围棋"));
    QVERIFY(!desk.button(act, "redoAct"));
    desk.person.dialogs.texts = {QStringLiteral("录错")};
    desk.click(act, "voidAct");
    QVERIFY(!desk.button(act, "voidAct"));
    desk.click(act, "redoAct"); // no ground
    QCOMPARE(desk.row().record.value(Field::Talents), QString());
    desk.person.dialogs.texts = {QStringLiteral("没错")};
    desk.click(act, "redoAct");
    QCOMPARE(desk.row().record.value(Field::Talents), QStringLiteral("围棋"));
    QVERIFY(!desk.button(act, "redoAct")); // what did it again stands
    QVERIFY(desk.button(act + 2, "voidAct"));
  }

  void aVoidedEnrolmentIsDoneAgainOnItsRecord() {
    Desk desk;
    desk.person.dialogs.texts = {QStringLiteral("误录")};
    desk.click(kEnrolment, "voidAct");
    QCOMPARE(desk.row().status, StudentStatus::Voided);
    desk.person.dialogs.texts = {QStringLiteral("误删")};
    desk.click(kEnrolment, "redoAct");
    QCOMPARE(desk.row().status, StudentStatus::InSchool);
  }

  void anActDoneAgainAgainstTheRulesIsRefusedWithTheirWords() {
    Desk desk;
    desk.person.dialogs.texts = {QStringLiteral("误录")};
    desk.click(kEnrolment, "voidAct");
    Enrolment again;
    again.record = madeChild(3);
    again.entryYear = 2024;
    XUEJI_OK(enrol(desk.office(), again));
    desk.page->refresh();
    desk.person.dialogs.asked.clear();
    desk.person.dialogs.texts = {QStringLiteral("误删")};
    desk.click(kEnrolment, "redoAct");
    QCOMPARE(desk.row().status, StudentStatus::Voided);
    QCOMPARE(desk.person.dialogs.asked.size(), 2); // the ground, and what the rules say
    QVERIFY(desk.failures.isEmpty());
  }

  void theDayOfTheEnrolmentIsMoved() {
    Desk desk;
    QVERIFY(!desk.button(desk.corrected(Field::Talents, QStringLiteral("围棋")), "moveDay"));
    desk.click(kEnrolment, "moveDay"); // gives up at the day
    desk.person.dialogs.days = {QDate(2024, 9, 3)};
    desk.click(kEnrolment, "moveDay"); // gives up at the ground
    QCOMPARE(desk.row().enrolledOn, QDate(2024, 9, 1));
    desk.person.dialogs.days = {QDate(2024, 9, 3)};
    desk.person.dialogs.texts = {QStringLiteral("实际报到日")};
    desk.click(kEnrolment, "moveDay");
    QCOMPARE(desk.row().enrolledOn, QDate(2024, 9, 3));
    QVERIFY(desk.said.last().contains(QStringLiteral("2024-09-03")));
    // Back over an act that lies between: refused with its name.
    XUEJI_OK(issueNumber(desk.office(), desk.child, QLatin1Char('G') + madeChild(3).value(Field::IdDocumentNumber),
                         QDate(2024, 9, 8), {}));
    desk.page->refresh();
    desk.person.dialogs.days = {QDate(2024, 9, 9)};
    desk.person.dialogs.texts = {QStringLiteral("实际报到日")};
    desk.click(kEnrolment, "moveDay");
    QCOMPARE(desk.failures.last().code, ErrorCode::ActBetween);
    QCOMPARE(desk.row().enrolledOn, QDate(2024, 9, 3));
  }

  void aTypingErrorIsCorrectedFromTheStart_data() {
    QTest::addColumn<bool>("typingError");
    QTest::newRow("a typing error") << true;
    QTest::newRow("a change") << false;
  }
  void aTypingErrorIsCorrectedFromTheStart() {
    QFETCH(bool, typingError);
    Desk desk;
    const QString before = desk.row().record.value(Field::CurrentAddress);
    const QString fresh = QStringLiteral("100 Xinkai Road");
    auto* choice = desk.page->findChild<QCheckBox*>(QStringLiteral("typingError"));
    QVERIFY(choice && !choice->isVisible());
    desk.type("current_address", fresh);
    QVERIFY(choice->isVisible());
    choice->setChecked(typingError);
    desk.page->save();
    QCOMPARE(desk.itemOnDay(Field::CurrentAddress, QDate(2024, 9, 10)), fresh);
    QCOMPARE(desk.itemOnDay(Field::CurrentAddress, QDate(2024, 9, 9)), typingError ? fresh : before);
    QVERIFY(!choice->isChecked()); // of one correction only
    desk.type("talents", QStringLiteral("Go"));
    choice->setChecked(true);
    desk.person.dialogs.answers = {0};
    QVERIFY(desk.page->escape()); // discarded
    QVERIFY(!choice->isChecked());
    QVERIFY(!desk.page->draft().isTypingError());
  }

  void aPaperIsOneLineWithItsName() {
    Desk desk;
    SeenPaper paper{QStringLiteral("collection_form"), QStringLiteral("2024-17"), QStringLiteral("示范小学")};
    paper.issued = QDate(2024, 9, 2);
    const auto seen = recordPaperSeen(desk.office(), desk.child, paper);
    XUEJI_OK(seen);
    const auto papers =
        PaperFact::standing(*desk.office().tables().facts().chains(Subject::student(desk.child)), kLastDay);
    const auto back = withdrawPaper(desk.office(), desk.child, papers.last().id, QStringLiteral("原件退回"));
    XUEJI_OK(back);
    desk.page->refresh();
    const QString name = ruleBook().proofName(paper.kind, Language::Chinese);
    QVERIFY(!name.isEmpty());
    QStringList lines;
    for (const qint64 act : {*seen, *back}) {
      const QString text = desk.item(act)->findChild<QLabel*>(QStringLiteral("changes"))->text();
      for (const QString& part : {name, paper.number, paper.issuer, QStringLiteral("2024-09-02")})
        QVERIFY2(text.contains(part), qPrintable(text));
      QVERIFY2(!text.contains(QLatin1String("collection_form")) && !text.contains(QLatin1String("<br>")),
               qPrintable(text));
      lines << text;
    }
    QVERIFY(lines.first() != lines.last());
  }

  void whoMayOnlyReadIsOfferedNothing() {
    SignedIn reader(QStringLiteral("李老师"));
    const qint64 child = reader.place.enrolChild(3);
    for (const char* talents : {"围棋", "书法"}) {
      Correction wish;
      wish.student = child;
      wish.revision = reader.place.row(child).revision;
      wish.values = {{Field::Talents, QString::fromUtf8(talents)}};
      XUEJI_OK(correct(reader.place.office(), wish));
    }
    XUEJI_OK(voidAct(reader.place.office(), reader.place.row(child).revision, QStringLiteral("录错")));
    reader.place.addUser("李老师", Role::Helper);
    RecordPage page(reader.begin());
    page.open(QVariant::fromValue(child));
    for (const char* name : {"voidAct", "redoAct", "moveDay"})
      QVERIFY2(page.findChildren<QPushButton*>(QLatin1String(name)).isEmpty(), name);
  }
};

QTEST_MAIN(RecordActsTest)
#include "record_acts_test.moc"
#include "store/tables.h"
