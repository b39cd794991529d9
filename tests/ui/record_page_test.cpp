// The page of one record: what it shows, what it lets be changed, what the log keeps of it.
#include "register/acts.h"
#include "signed_in.h"
#include "support/made_child.h"
#include "ui/records/act_item.h"
#include "ui/records/field_editor.h"
#include "ui/records/record_form.h"
#include "ui/records/record_page.h"
#include "ui/widgets/witness_dialog.h"

#include "ui/widgets/choice_box.h"
#include "ui/widgets/finding_label.h"
#include "ui/widgets/number_edit.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace xueji;
using namespace xueji::test;

namespace {

/// A child in the register and its page.
struct Desk {
  SignedIn person;
  qint64 child = 0;
  std::unique_ptr<RecordPage> page;

  explicit Desk(int number = 3) : child(person.place.enrolChild(number)) { open(); }
  Desk(const QString& user, Role role) : person(user), child(person.place.enrolChild(3)) {
    person.place.addUser(user.toUtf8().constData(), role);
    open();
  }
  void open() {
    page = std::make_unique<RecordPage>(person.begin());
    page->resize(1180, 640);
    page->show();
    page->open(QVariant::fromValue(child));
    page->activateWindow();
    if (!QTest::qWaitForWindowActive(page.get()))
      qFatal("the page does not become active");
  }
  template <class Widget = QLineEdit>
  Widget* edit(const char* field) const {
    return page->findChild<Widget*>(QStringLiteral("edit_") + QLatin1String(field));
  }
  void reveal(const char* field, const QString& reason) {
    person.dialogs.texts = {reason};
    edit(field)->setFocus();
    QTest::keyClick(edit(field), Qt::Key_F2);
  }
  void replace(const char* field, const QString& text) const {
    QLineEdit* line = edit(field);
    line->setFocus();
    line->selectAll();
    typeInto(line, text);
  }
  QString stored(Field field) {
    return person.session().store().tables().students().byId(child).value()->record.value(field);
  }
  QList<FindingLabel*> findingsAt(const char* field) const {
    QList<FindingLabel*> shown;
    for (auto* label :
         page->findChild<QWidget*>(QStringLiteral("item_") + QLatin1String(field))->findChildren<FindingLabel*>())
      if (label->isVisibleTo(page.get()))
        shown << label;
    return shown;
  }
  QWidget* saveBar() const { return page->findChild<QWidget*>(QStringLiteral("saveBar")); }
  /// The acts of the timeline, latest first.
  QList<ActItem*> acts() const { return page->findChildren<ActItem*>(); }
  QStringList log() {
    page.reset();
    return person.logAfterwards();
  }
};

} // namespace

class RecordPageTest : public QObject {
  Q_OBJECT

private slots:
  void aCorrectedPhoneIsAnActThatCanBeVoided();
  void aNumberIsMaskedUntilAReasonIsGivenAndTheLogHasIt();
  void withoutAReasonNothingIsShown();
  void keyDataCannotBeEdited();
  void readingIsLoggedWithThePage();
  void choicesAndDatesAreUnderstoodAsTyped();
  void typingTheOldValueBackIsNoChange();
  void whatIsTypedIsNotLostWhenSomebodyElseChangesTheRecord();
  void leavingAsksWhatShallBecomeOfTheChanges();
  void escapeDiscardsAfterTheQuestion();
  void anIssuedNumberStandsInTheHistory();
  void aWrongNumberIsRefusedWithItsRule();
  void aPaperSeenClosesAnOpenPoint();
  void whoMayOnlyReadCanChangeNothing();
  void aNurseCorrectsHealthAndSeesNoAid();
  void everyControlHasNames();
  void savingCanBeUndoneFromTheLineThatFades();
  void undoingFromTheLineAfterAnotherRecordWasOpenedIsOfTheFirst();
  void whatWasEnteredYesterdayIsVoidedByTwoPersons();
  void theSecondPersonGivesNameAndPassword();
};

void RecordPageTest::theSecondPersonGivesNameAndPassword() {
  WitnessDialog dialog(QStringLiteral("为什么"), {});
  dialog.show();
  auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("witnessName"));
  auto* secret = dialog.findChild<QLineEdit*>(QStringLiteral("witnessPassword"));
  auto* confirm = dialog.findChild<QPushButton*>(QStringLiteral("witnessAgree"));
  QVERIFY(name && secret && confirm);
  QCOMPARE(secret->echoMode(), QLineEdit::Password);
  QVERIFY(!confirm->isEnabled());
  name->setText(QStringLiteral(" 李娜 "));
  QVERIFY(!confirm->isEnabled());
  secret->setText(QString::fromLatin1(kPassword));
  QVERIFY(confirm->isEnabled());
  confirm->click();
  QCOMPARE(dialog.result(), int(QDialog::Accepted));
  QCOMPARE(dialog.name(), QStringLiteral("李娜"));
  const SecretBytes given = dialog.takePassword();
  QCOMPARE(QByteArrayView(reinterpret_cast<const char*>(given.data()), given.size()), QByteArrayView(kPassword));
  QVERIFY(secret->text().isEmpty());
}

void RecordPageTest::whatWasEnteredYesterdayIsVoidedByTwoPersons() {
  Desk desk;
  Correction wish;
  wish.student = desk.child;
  wish.revision = desk.person.session().store().tables().students().byId(desk.child).value()->revision;
  wish.values = {{Field::Talents, QStringLiteral("书法")}};
  XUEJI_OK(correct(desk.person.session().office(), wish));
  desk.person.place.clock.pass(86400);
  desk.page->refresh();
  const auto click = [&](const QList<QPair<QString, QString>>& seconds) {
    desk.person.dialogs.asked.clear();
    desk.person.dialogs.texts = {QStringLiteral("录错")};
    desk.person.dialogs.witnesses = seconds;
    desk.acts().first()->findChild<QPushButton*>(QStringLiteral("voidAct"))->click();
  };
  QSignalSpy failed(desk.page.get(), &RecordPage::failed);
  const auto lastCode = [&] { return failed.takeLast().first().value<Error>().code; };
  click({});
  QCOMPARE(lastCode(), ErrorCode::WitnessAlone); // and nobody was asked for
  QCOMPARE(desk.person.dialogs.asked.size(), 1);
  XUEJI_OK(desk.person.session().store().accounts().add(QStringLiteral("李娜"), Role::Principal, password(),
                                                        KeyCost::floor()));
  click({});
  QVERIFY2(failed.isEmpty(), "giving up is no error");
  QCOMPARE(desk.person.dialogs.asked.size(), 2);
  click({{QStringLiteral("李娜"), QStringLiteral("falsch")}});
  QVERIFY2(failed.isEmpty(), "asked again after a wrong password, and given up");
  QCOMPARE(desk.person.dialogs.asked.size(), 3);
  QCOMPARE(desk.stored(Field::Talents), QStringLiteral("书法"));
  click({{QStringLiteral("李娜"), QString::fromLatin1(kPassword)}});
  QVERIFY(failed.isEmpty());
  QVERIFY(desk.stored(Field::Talents) != QStringLiteral("书法"));
}

void RecordPageTest::aCorrectedPhoneIsAnActThatCanBeVoided() {
  Desk desk;
  const QString before = desk.stored(Field::Phone);
  QVERIFY(!desk.saveBar()->isVisible());
  desk.reveal("phone", QStringLiteral("家长来电"));
  QCOMPARE(desk.edit<NumberEdit>("phone")->value(), before);

  desk.replace("phone", QStringLiteral("12"));
  QVERIFY(desk.saveBar()->isVisible());
  QVERIFY(!desk.findingsAt("phone").isEmpty());
  QVERIFY(!desk.page->draft().mayBeSaved());
  desk.page->save();
  QCOMPARE(desk.stored(Field::Phone), before);
  QVERIFY(desk.page->hasUnsaved());

  desk.replace("phone", QStringLiteral("13912345678"));
  QVERIFY(desk.findingsAt("phone").isEmpty());
  desk.page->save();
  QCOMPARE(desk.stored(Field::Phone), QStringLiteral("13912345678"));
  QVERIFY(!desk.saveBar()->isVisible());
  QCOMPARE(desk.acts().size(), 2);
  const QString changes = desk.acts().first()->findChild<QLabel*>(QStringLiteral("changes"))->text();
  QVERIFY2(changes.contains(QStringLiteral("139****5678")), qPrintable(changes));
  QVERIFY(!changes.contains(QStringLiteral("13912345678")));

  auto* undo = desk.acts().first()->findChild<QPushButton*>(QStringLiteral("voidAct"));
  QVERIFY(undo);
  undo->click(); // no reason: nothing happens
  QCOMPARE(desk.stored(Field::Phone), QStringLiteral("13912345678"));
  desk.person.dialogs.texts = {QStringLiteral("录入有误")};
  desk.acts().first()->findChild<QPushButton*>(QStringLiteral("voidAct"))->click();
  QCOMPARE(desk.stored(Field::Phone), before);
  QTRY_COMPARE(desk.acts().size(), 3);
}

void RecordPageTest::aNumberIsMaskedUntilAReasonIsGivenAndTheLogHasIt() {
  Desk desk;
  const QString identity = madeChild(3).value(Field::IdDocumentNumber);
  auto* number = desk.edit<NumberEdit>("id_document_number");
  QVERIFY(number->isMasked());
  QVERIFY(!number->text().contains(identity.mid(6, 8)));
  desk.reveal("id_document_number", QStringLiteral("核对户口本"));
  QVERIFY(!number->isMasked());
  QCOMPARE(QString(number->text()).remove(QLatin1Char(' ')), identity);
  QVERIFY(number->isReadOnly());
  const QStringList log = desk.log();
  QVERIFY(log.contains(QStringLiteral("unmask student:1 id_document_number 核对户口本")));
}

void RecordPageTest::withoutAReasonNothingIsShown() {
  Desk desk;
  desk.edit("id_document_number")->setFocus();
  QTest::keyClick(desk.edit("id_document_number"), Qt::Key_F2);
  QCOMPARE(desk.person.dialogs.asked.size(), 1); // asked, and the person gave up
  QVERIFY(desk.edit<NumberEdit>("id_document_number")->isMasked());
  desk.reveal("id_document_number", QStringLiteral("   "));
  QVERIFY(desk.edit<NumberEdit>("id_document_number")->isMasked());
  auto* header = desk.page->findChild<NumberEdit*>(QStringLiteral("studentNumber"));
  QVERIFY(header->isMasked());
  header->setFocus();
  QTest::keyClick(header, Qt::Key_F2);
  QCOMPARE(desk.person.dialogs.asked.size(), 3);
  QVERIFY(header->isMasked());
  for (const QString& line : desk.log())
    QVERIFY(!line.startsWith(QLatin1String("unmask")));
}

void RecordPageTest::keyDataCannotBeEdited() {
  Desk desk;
  for (const char* field : {"name", "sex", "birth_date", "id_document_type", "id_document_number"}) {
    desk.reveal(field, QStringLiteral("核对"));
    desk.replace(field, QStringLiteral("1"));
    QVERIFY2(!desk.page->hasUnsaved(), field);
    QVERIFY2(desk.edit(field)->toolTip().contains(QLatin1String("K01")), field);
  }
  QCOMPARE(desk.edit("name")->text(), madeChild(3).value(Field::Name));
}

void RecordPageTest::readingIsLoggedWithThePage() {
  Desk desk;                                        // opens the record: one reading
  desk.page->open({});                              // a visit without an argument reads nothing
  desk.page->open(QVariant::fromValue(desk.child)); // the same child again is read again
  QCOMPARE(desk.log().count(QStringLiteral("read student:1 record page")), 2);
}

void RecordPageTest::choicesAndDatesAreUnderstoodAsTyped() {
  Desk desk;
  auto* ethnic = desk.edit<ChoiceBox>("ethnic_group");
  ethnic->setFocus();
  ethnic->selectAll();
  typeInto(ethnic, QStringLiteral("huiz"));
  QTest::keyClick(ethnic, Qt::Key_Return);
  QCOMPARE(ethnic->text(), QStringLiteral("回族"));
  desk.replace("entry_month", QStringLiteral("2024.10"));
  desk.replace("school_distance", QStringLiteral("3.60"));
  QCOMPARE(desk.page->draft().changes(), 3);
  desk.page->save();
  QCOMPARE(desk.stored(Field::EthnicGroup), QStringLiteral("03"));
  QCOMPARE(desk.stored(Field::EntryMonth), QStringLiteral("2024-10"));
  QCOMPARE(desk.stored(Field::SchoolDistance), QStringLiteral("3.6"));
  QCOMPARE(desk.acts().size(), 2); // one act for all of them
}

void RecordPageTest::typingTheOldValueBackIsNoChange() {
  Desk desk;
  const QString place = desk.edit("household_place")->text();
  QVERIFY(place.contains(QStringLiteral("邢台市"))); // a name is shown, a code is stored
  desk.replace("talents", QStringLiteral("围棋"));
  QVERIFY(desk.page->hasUnsaved());
  desk.edit("talents")->selectAll();
  QTest::keyClick(desk.edit("talents"), Qt::Key_Delete);
  QVERIFY(!desk.page->hasUnsaved());
  QTest::keyClick(desk.edit("household_place"), Qt::Key_End);
  typeInto(desk.edit("household_place"), QStringLiteral("x"));
  QVERIFY(desk.page->hasUnsaved());
  QTest::keyClick(desk.edit("household_place"), Qt::Key_Backspace);
  QVERIFY(!desk.page->hasUnsaved());
}

void RecordPageTest::whatIsTypedIsNotLostWhenSomebodyElseChangesTheRecord() {
  Desk desk;
  desk.replace("talents", QStringLiteral("围棋"));
  Correction other;
  other.student = desk.child;
  other.revision = desk.page->draft().row().revision;
  other.values.insert(Field::PostalCode, QStringLiteral("054001"));
  XUEJI_OK(correct(desk.person.session().office(), other));
  desk.page->save();
  QVERIFY(desk.page->hasUnsaved());
  QCOMPARE(desk.stored(Field::Talents), QString());
  QCOMPARE(desk.edit("postal_code")->text(), QStringLiteral("054001"));
  QCOMPARE(desk.edit("talents")->text(), QStringLiteral("围棋"));
  QVERIFY(!desk.page->findChild<QLabel*>(QStringLiteral("saveProblem"))->text().isEmpty());
  desk.page->save();
  QCOMPARE(desk.stored(Field::Talents), QStringLiteral("围棋"));
  QCOMPARE(desk.stored(Field::PostalCode), QStringLiteral("054001"));
}

void RecordPageTest::leavingAsksWhatShallBecomeOfTheChanges() {
  Desk desk;
  QVERIFY(desk.page->leave());
  QVERIFY(desk.person.dialogs.asked.isEmpty());
  desk.replace("talents", QStringLiteral("围棋"));
  QVERIFY(!desk.page->leave()); // the person gives up leaving
  QVERIFY(desk.page->hasUnsaved());
  desk.person.dialogs.answers = {0};
  QVERIFY(desk.page->leave());
  QCOMPARE(desk.stored(Field::Talents), QStringLiteral("围棋"));
  desk.replace("talents", QStringLiteral("书法"));
  desk.person.dialogs.answers = {1};
  QVERIFY(desk.page->leave());
  QCOMPARE(desk.stored(Field::Talents), QStringLiteral("围棋"));
  QCOMPARE(desk.edit("talents")->text(), QStringLiteral("围棋"));
}

void RecordPageTest::escapeDiscardsAfterTheQuestion() {
  Desk desk;
  QVERIFY(!desk.page->escape());
  desk.replace("talents", QStringLiteral("围棋"));
  QVERIFY(desk.page->escape()); // "go on editing"
  QVERIFY(desk.page->hasUnsaved());
  desk.person.dialogs.answers = {0};
  QVERIFY(desk.page->escape());
  QVERIFY(!desk.page->hasUnsaved());
  QVERIFY(desk.edit("talents")->text().isEmpty());
}

void RecordPageTest::anIssuedNumberStandsInTheHistory() {
  Desk desk;
  const QString number = QLatin1Char('G') + madeChild(3).value(Field::IdDocumentNumber);
  desk.page->findChild<QPushButton*>(QStringLiteral("issueNumber"))->click();
  auto* field = desk.page->findChild<NumberEdit*>(QStringLiteral("newNumber"));
  QVERIFY(field->isVisible());
  auto* awaited = desk.page->findChild<QLabel*>(QStringLiteral("numberAwaited"));
  QVERIFY(awaited->isVisible());
  QCOMPARE(awaited->text(), QStringLiteral("校内临时编号，待国家系统下发学籍号"));
  typeInto(field, number);
  QTest::keyClick(field, Qt::Key_Return);
  QTRY_VERIFY(!awaited->isVisible());
  QCOMPARE(desk.person.session().store().tables().students().byId(desk.child).value()->studentNumber, number);
  QVERIFY(!field->isVisible());
  QTRY_COMPARE(desk.page->findChildren<QWidget*>(QStringLiteral("numberEntry")).size(), 2);
  desk.page->undo();
  QVERIFY(desk.person.session().store().tables().students().byId(desk.child).value()->studentNumber.startsWith(u'L'));
}

void RecordPageTest::aWrongNumberIsRefusedWithItsRule() {
  Desk desk;
  desk.page->findChild<QPushButton*>(QStringLiteral("issueNumber"))->click();
  auto* field = desk.page->findChild<NumberEdit*>(QStringLiteral("newNumber"));
  typeInto(field, QStringLiteral("G13220120180101001"));
  QTest::keyClick(field, Qt::Key_Return);
  QVERIFY(field->isVisible());
  auto* panel = desk.page->findChild<QWidget*>(QStringLiteral("numberPanel"));
  QVERIFY(!panel->findChildren<FindingLabel*>().isEmpty());
  QVERIFY(desk.page->escape());
  QVERIFY(!panel->isVisible());
}

void RecordPageTest::aPaperSeenClosesAnOpenPoint() {
  Desk desk;
  const auto open = [&] { return desk.page->findChildren<QPushButton*>(QStringLiteral("paperSeen")); };
  const auto before = open().size();
  QVERIFY(before > 0);
  desk.person.dialogs.texts = {QStringLiteral("2024-17，社区卫生服务中心")};
  open().first()->click();
  QTRY_COMPARE(open().size(), before - 1);
}

void RecordPageTest::whoMayOnlyReadCanChangeNothing() {
  Desk desk(QStringLiteral("李老师"), Role::Helper);
  QVERIFY(desk.edit("talents")->isReadOnly());
  desk.replace("talents", QStringLiteral("围棋"));
  QVERIFY(!desk.page->hasUnsaved());
  QVERIFY(!desk.page->findChild<QPushButton*>(QStringLiteral("issueNumber"))->isEnabled());
  QVERIFY(desk.page->findChildren<QPushButton*>(QStringLiteral("voidAct")).isEmpty());
  QVERIFY(desk.page->findChildren<QPushButton*>(QStringLiteral("paperSeen")).isEmpty());
}

void RecordPageTest::aNurseCorrectsHealthAndSeesNoAid() {
  Desk desk(QStringLiteral("许医生"), Role::Nurse);
  QVERIFY(!desk.edit("health")->isReadOnly());
  QVERIFY(desk.edit("name")->isReadOnly());
  for (const char* hidden : {"aid_requested", "talents", "household_kind"})
    QVERIFY2(!desk.edit(hidden)->isVisible(), hidden);
  QVERIFY(desk.edit("health")->isVisible());
  QVERIFY(!desk.page->findChild<QPushButton*>(QStringLiteral("issueNumber"))->isEnabled());
  QVERIFY(desk.page->findChildren<QPushButton*>(QStringLiteral("paperSeen")).isEmpty());
  // The identity number stays masked, and no reason is asked for in vain.
  QSignalSpy failed(desk.page.get(), &Page::failed);
  const auto asked = desk.person.dialogs.asked.size();
  desk.reveal("id_document_number", QStringLiteral("核对"));
  QCOMPARE(failed.size(), 1);
  QCOMPARE(desk.person.dialogs.asked.size(), asked);
  QVERIFY(desk.edit("id_document_number")->text().contains(QLatin1Char('*')));
  desk.replace("health", QStringLiteral("30"));
  QTest::keyClick(desk.edit("health"), Qt::Key_Return);
  desk.page->save();
  QCOMPARE(desk.stored(Field::Health), QStringLiteral("30"));
}

void RecordPageTest::everyControlHasNames() {
  Desk desk;
  int controls = 0;
  for (auto* line : desk.page->findChildren<QLineEdit*>()) {
    QVERIFY2(!line->objectName().isEmpty() && !line->accessibleName().isEmpty(), qPrintable(line->objectName()));
    ++controls;
  }
  for (auto* button : desk.page->findChildren<QPushButton*>())
    QVERIFY2(!button->objectName().isEmpty() && !button->accessibleName().isEmpty(), qPrintable(button->text()));
  QVERIFY(controls > 70); // the items of the form
}

void RecordPageTest::savingCanBeUndoneFromTheLineThatFades() {
  Desk desk;
  std::function<void()> undo;
  connect(desk.page.get(), &Page::said, this, [&](const QString&, const std::function<void()>& act) { undo = act; });
  desk.replace("talents", QStringLiteral("围棋"));
  desk.page->save();
  QVERIFY(undo);
  undo();
  QCOMPARE(desk.stored(Field::Talents), QString());
}

void RecordPageTest::undoingFromTheLineAfterAnotherRecordWasOpenedIsOfTheFirst() {
  Desk desk;
  std::function<void()> undo;
  connect(desk.page.get(), &Page::said, this, [&](const QString&, const std::function<void()>& act) { undo = act; });
  const QString phone = desk.stored(Field::Phone);
  const auto found = [&](const QString& number) { return desk.person.session().search().search(number, 5).size(); };
  desk.reveal("phone", QStringLiteral("家长来电"));
  desk.replace("phone", QStringLiteral("13700000001"));
  desk.page->save();
  QVERIFY(undo);
  QCOMPARE(found(QStringLiteral("13700000001")), 1);
  Enrolment wish;
  wish.record = madeChild(4);
  wish.entryYear = 2024;
  const auto other = enrol(desk.person.session().office(), wish);
  XUEJI_OK(other);
  desk.page->open(QVariant::fromValue(other->student));
  desk.replace("talents", QStringLiteral("围棋"));
  undo();
  // The first is as it was, also for who searches; the second is in sight, with what was typed.
  QCOMPARE(desk.stored(Field::Phone), phone);
  QCOMPARE(found(QStringLiteral("13700000001")), 0);
  QCOMPARE(found(phone), 1);
  QCOMPARE(desk.page->student(), other->student);
  QCOMPARE(desk.page->draft().value(Field::Talents), QStringLiteral("围棋"));
}

QTEST_MAIN(RecordPageTest)
#include "record_page_test.moc"
#include "store/accounts.h"
#include "store/tables.h"
