// The small widgets under a person's hands: everything by key events.

#include "domain/field_catalogue.h"
#include "rules/rule_book.h"
#include "typing.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/finding_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/nav_bar.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/save_bar.h"
#include "ui/widgets/search_box.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/witness_dialog.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace xueji;
using xueji::test::typeText;

class TestWidgets : public QObject {
  Q_OBJECT

private:
  const FieldCatalogue m_fields = FieldCatalogue::load();
  const CodeTable& nations() const { return *m_fields.codes().table(QStringLiteral("ethnic_group")); }

private slots:
  void initTestCase() { applyTheme(*qobject_cast<QApplication*>(QApplication::instance()), Scheme::Light); }

  void typingFindsAChoice_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("initials") << "hz"
                              << "01";
    QTest::newRow("code") << "03"
                          << "03";
    QTest::newRow("code without zero") << "3"
                                       << "03";
    QTest::newRow("name") << "满族"
                          << "11";
    QTest::newRow("beginning of the name") << "满"
                                           << "11";
    QTest::newRow("pinyin") << "manzu"
                            << "11";
    QTest::newRow("full width") << "０３"
                                << "03";
  }

  void typingFindsAChoice() {
    QFETCH(QString, typed);
    QFETCH(QString, code);
    ChoiceBox box;
    box.setTable(nations());
    box.show();
    QSignalSpy changed(&box, &ChoiceBox::valueChanged);
    box.setFocus();
    typeText(&box, typed);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), code);
    QCOMPARE(box.text(), nations().byCode(code)->name);
    QCOMPARE(changed.count(), 1);
    QVERIFY(box.isKnown());
  }

  void theArrowsChooseFromTheList() {
    ChoiceBox box;
    box.setTable(nations());
    box.show();
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_Down);
    QVERIFY(box.window()->findChild<QListView*>(QStringLiteral("choices"))->isVisible());
    QTest::keyClick(&box, Qt::Key_Down);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), nations().entries()[1].code);
    QVERIFY(!box.window()->findChild<QListView*>(QStringLiteral("choices"))->isVisible());
  }

  void escapeBringsTheOldChoiceBack() {
    ChoiceBox box;
    box.setTable(nations());
    box.setValue(QStringLiteral("03"));
    box.show();
    box.setFocus();
    box.selectAll();
    typeText(&box, QStringLiteral("hz"));
    QTest::keyClick(&box, Qt::Key_Escape);
    QCOMPARE(box.value(), QStringLiteral("03"));
    QCOMPARE(box.text(), nations().byCode(QStringLiteral("03"))->name);
  }

  void whatIsNoChoiceIsKeptAsTyped() {
    ChoiceBox box;
    box.setTable(nations());
    box.show();
    box.setFocus();
    typeText(&box, QStringLiteral("xyzzy"));
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), QStringLiteral("xyzzy"));
    QVERIFY(!box.isKnown());
  }

  void aDateIsTakenInTheUsualWays_data() {
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"20180831", "2018-8-31", "2018.8.31", "2018/8/31", "2018年8月31日", "２０１８０８３１"})
      QTest::newRow(typed) << QString::fromUtf8(typed);
  }

  void aDateIsTakenInTheUsualWays() {
    QFETCH(QString, typed);
    DateEdit edit;
    QSignalSpy changed(&edit, &DateEdit::valueChanged);
    typeText(&edit, typed);
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.text(), QStringLiteral("2018-08-31"));
    QCOMPARE(edit.value(), QStringLiteral("2018-08-31"));
    QCOMPARE(changed.last().first().toString(), QStringLiteral("2018-08-31"));
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.value(), QStringLiteral("2018-09-01"));
    QTest::keyClick(&edit, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(edit.value(), QStringLiteral("2018-08-01"));
  }

  void aDateThatCannotBeIsKeptAsTyped() {
    DateEdit edit;
    typeText(&edit, QStringLiteral("2018-02-30"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(edit.value(), QStringLiteral("2018-02-30"));
    QVERIFY(!edit.date());
  }

  void aMaskedNumberShowsNoBirthDateAndTakesNoKeys() {
    NumberEdit edit(NumberEdit::Kind::IdentityNumber);
    edit.setValue(QStringLiteral("132201201808310017"));
    edit.setMasked(true);
    QVERIFY(!edit.text().contains(QStringLiteral("2018")));
    QVERIFY(edit.text().startsWith(QStringLiteral("13*")));
    typeText(&edit, QStringLiteral("5"));
    QCOMPARE(edit.value(), QStringLiteral("132201201808310017"));
    edit.setMasked(false);
    QCOMPARE(edit.text(), QStringLiteral("132201 20180831 001 7"));
  }

  void theGuardedEyeOnlyAsks() {
    NumberEdit edit(NumberEdit::Kind::IdentityNumber);
    edit.setValue(QStringLiteral("132201201808310017"));
    edit.setGuarded(true);
    edit.setMasked(true);
    QSignalSpy asked(&edit, &NumberEdit::revealWanted);
    QVERIFY(!edit.actions().isEmpty());
    edit.actions().first()->trigger();
    QCOMPARE(asked.count(), 1);
    QVERIFY(edit.isMasked());
  }

  void aTypedNumberLosesBlanksAndWidth() {
    NumberEdit edit(NumberEdit::Kind::IdentityNumber);
    typeText(&edit, QStringLiteral("１３2201 20180831 001x"));
    QCOMPARE(edit.value(), QStringLiteral("13220120180831001X"));
  }

  void theSearchBoxOpensWhatIsChosenAndGivesTheFocusBack() {
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* before = new QLineEdit(&window);
    auto* box = new SearchBox(&window);
    layout->addWidget(before);
    layout->addWidget(box);
    box->setSource([](const QString& typed) {
      return QList<SearchEntry>{{typed + "1", 0, 1, {}, "user", 1}, {typed + "2", 0, 1, {}, "user", 2}};
    });
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    box->activate();
    QSignalSpy chosen(box, &SearchBox::chosen);
    typeText(box, QStringLiteral("zxm"));
    QCOMPARE(box->resultCount(), 2);
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toInt(), 2);
    QVERIFY(box->text().isEmpty());
    before->setFocus();
    box->activate();
    typeText(box, QStringLiteral("zxm"));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(before->hasFocus());
    QCOMPARE(chosen.count(), 1);
  }

  void nothingFoundIsSaidAndCannotBeChosen() {
    QWidget window;
    auto* box = new SearchBox(&window);
    box->setSource([](const QString&) { return QList<SearchEntry>(); });
    window.show();
    QSignalSpy chosen(box, &SearchBox::chosen);
    typeText(box, QStringLiteral("q"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
  }

  void capsLockIsSeenByWhatItTypes() {
    PasswordEdit edit;
    QSignalSpy seen(&edit, &PasswordEdit::capsLockSeen);
    QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_A, QStringLiteral("A"), Qt::NoModifier);
    QCOMPARE(seen.last().first().toBool(), true);
    QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
    QCOMPARE(seen.last().first().toBool(), false);
    QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_A, QStringLiteral("a"), Qt::NoModifier);
    QCOMPARE(seen.last().first().toBool(), false);
    QVERIFY(edit.take().equals(SecretBytes::fromUtf8(QStringLiteral("AAa"))));
    QVERIFY(edit.text().isEmpty());
  }

  void undoOfAMessageActsOnce() {
    Toast toast;
    int undone = 0;
    toast.say(QStringLiteral("Imported"), [&undone] { ++undone; });
    auto* button = toast.findChild<QPushButton*>(QStringLiteral("toastUndo"));
    QVERIFY(!button->isHidden());
    button->click();
    button->click();
    QCOMPARE(undone, 1);
    QVERIFY(toast.isHidden());
    toast.say(QStringLiteral("Saved"));
    QVERIFY(button->isHidden());
    QCOMPARE(toast.text(), QStringLiteral("Saved"));
  }

  void theSaveBarStandsOnlyWhereSomethingChanged() {
    SaveBar bar;
    QVERIFY(bar.isHidden());
    bar.setChanges(2);
    QVERIFY(!bar.isHidden());
    bar.setSaveEnabled(false);
    QSignalSpy saved(&bar, &SaveBar::saveWanted);
    bar.findChild<QPushButton*>(QStringLiteral("save"))->click();
    QCOMPARE(saved.count(), 0);
    bar.setChanges(0);
    QVERIFY(bar.isHidden());
  }

  void aWitnessGivesNameAndPassword() {
    WitnessDialog dialog(QStringLiteral("51 children"), QString());
    dialog.show();
    auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("witnessName"));
    auto* password = dialog.findChild<QLineEdit*>(QStringLiteral("witnessPassword"));
    auto* agree = dialog.findChild<QPushButton*>(QStringLiteral("witnessAgree"));
    QVERIFY(!agree->isEnabled());
    name->setText(QStringLiteral(" 李娜 "));
    QVERIFY(!agree->isEnabled());
    password->setText(QStringLiteral("Linden-42"));
    QVERIFY(agree->isEnabled());
    agree->click();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.name(), QStringLiteral("李娜"));
    QVERIFY(dialog.takePassword().equals(SecretBytes::fromUtf8(QStringLiteral("Linden-42"))));
    QVERIFY(password->text().isEmpty());
  }

  void aFindingShowsItsArticleOnF1() {
    const auto rules = RuleBook::load();
    QVERIFY(rules.has_value());
    Finding finding;
    finding.rule = QStringLiteral("N02");
    finding.code = QStringLiteral("N02");
    finding.severity = Severity::Refuse;
    FindingLabel label(finding, *rules, Language::Chinese);
    label.show();
    auto* citation = label.findChild<QLabel*>(QStringLiteral("citation"));
    QVERIFY(citation->isHidden());
    QTest::keyClick(&label, Qt::Key_F1);
    QVERIFY(!citation->isHidden());
    QVERIFY(!citation->text().isEmpty());
    QCOMPARE(label.toolTip(), citation->text());
    QSignalSpy wanted(&label, &FindingLabel::remedyWanted);
    label.offerRemedy();
    emit label.findChild<QLabel*>(QStringLiteral("remedy"))->linkActivated(QStringLiteral("remedy"));
    QCOMPARE(wanted.count(), 1);
  }

  void thePlacesHaveKeysAndNarrowToIcons() {
    NavBar bar;
    bar.add(QStringLiteral("home"), QStringLiteral("首页"), QStringLiteral("home"));
    bar.add(QStringLiteral("students"), QStringLiteral("学生"), QStringLiteral("students"));
    const auto buttons = bar.findChildren<QToolButton*>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[1]->shortcut(), QKeySequence(Qt::ALT | Qt::Key_2));
    QSignalSpy chosen(&bar, &NavBar::chosen);
    buttons[1]->click();
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("students"));
    const int wide = bar.width();
    bar.setNarrow(true);
    QVERIFY(bar.width() < wide);
    QCOMPARE(buttons[0]->accessibleName(), QStringLiteral("首页"));
  }

  void everyTextColourIsLegible_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
  }

  // WCAG 2.1, 1.4.3: 4.5 : 1.
  void everyTextColourIsLegible() {
    QFETCH(bool, dark);
    const QPalette palette = paletteOf(dark ? Scheme::Dark : Scheme::Light);
    const Tones tones = tonesOf(palette);
    for (const QColor& ground : {palette.color(QPalette::Window), palette.color(QPalette::Base)})
      for (const QColor& ink :
           {palette.color(QPalette::WindowText), tones.accent, tones.faint, tones.refuse, tones.proof, tones.good})
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + " on " + ground.name()));
    QVERIFY(contrast(tones.onAccent, tones.accent) >= 4.5);
    QVERIFY(contrast(tones.refuse, tones.refuseSoft) >= 4.5);
    QVERIFY(contrast(tones.proof, tones.proofSoft) >= 4.5);
    QVERIFY(contrast(tones.good, tones.goodSoft) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::WindowText), tones.accentSoft) >= 4.5);
  }

  void everyIconDrawsSomethingInThePalettesColour() {
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(names.size() >= 30);
    const QColor ink = QApplication::palette().color(QPalette::WindowText);
    for (const QString& name : names) {
      const QImage image = icon(name.chopped(4)).pixmap(32, 32).toImage();
      bool drawn = false;
      for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
          drawn = drawn ||
                  (image.pixelColor(x, y).alpha() > 200 && std::abs(image.pixelColor(x, y).red() - ink.red()) < 24);
      QVERIFY2(drawn, qPrintable(name));
    }
    QVERIFY(icon(QStringLiteral("no such icon")).isNull());
  }
};

QTEST_MAIN(TestWidgets)
#include "widgets_test.moc"
