#include "tour.h"

#include "register/registry.h"
#include "register/student_list.h"
#include "scripted_dialogs.h"
#include "store/accounts.h"
#include "ui/commands.h"
#include "ui/office/recovery_step.h"
#include "ui/pages.h"
#include "ui/widgets/choice_box.h"
#include "ui/window/main_window.h"
#include "ui/words/error_words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimeZone>
#include <QTimer>
#include <QTranslator>
#include <functional>

namespace xueji {

namespace {

constexpr QSize kScreen(1366, 768);
constexpr int kPatienceMs = 60000;  ///< for a step on a slow machine
constexpr int kTypingPauseMs = 700; ///< longer than any page waits for the next letter
const QString kRegistrar = QStringLiteral("张敏");
const QString kAuditor = QStringLiteral("沈静");
const QString kRosterName = QStringLiteral("2024年一年级新生名册.xlsx");

/// The days of the sample school: its pictures are those of autumn 2024, whenever they are made.
class SchoolDays final : public Clock {
public:
  SchoolDays() { m_since.start(); }
  QDateTime now() const override {
    return QDateTime(QDate(2024, 9, 2), QTime(1, 30), QTimeZone::utc()).addMSecs(m_since.elapsed());
  }

private:
  QElapsedTimer m_since;
};

/// A password for this once, kept nowhere.
QString freshPassword(RandomSource& random) {
  QString password = QStringLiteral("Tour-");
  for (int i = 0; i < 16; ++i)
    password += QString::number(random.below(16), 16);
  return password;
}

class Tour {
public:
  Tour(QApplication& application, const QString& folder, const QString& workplace, const RuleBook& rules)
      : m_application(application), m_folder(folder), m_workplace(workplace), m_fields(FieldCatalogue::load()),
        m_preferences(workplace + QStringLiteral("/preferences.ini")), m_password(freshPassword(m_random)),
        m_window(
            {rules, m_fields, m_clock, m_registry, m_random, m_dialogs, m_preferences, allPages(), allCommands()}) {}

  bool run();
  int pictures() const { return m_pictures; }

private:
  bool firstRun();
  bool import();
  bool chooseColumn();
  bool numbers();
  bool students();
  bool record();
  bool papers();
  bool menus();
  bool pictureOf(const QString& name, const std::function<void()>& open);
  bool office();
  bool gates();
  bool otherLooks();

  void settle() const;
  void rest(int milliseconds) const; ///< lets timers and jobs of the window run
  bool until(const std::function<bool()>& condition) const;
  bool picture(const QString& name, int scale = 1);
  template <class Widget>
  Widget* part(const char* name) const;
  bool click(const char* name);
  bool write(const char* name, const QString& text);
  bool unlock(const QString& user);
  bool show(const char* place, const QVariant& argument = {});
  /// Remembers where the tour stopped.
  bool stop(const QString& where) {
    QTextStream(stderr) << QStringLiteral("tour: ") << where << Qt::endl;
    return false;
  }

  QApplication& m_application;
  QString m_folder;
  QString m_workplace;
  SchoolDays m_clock;
  SystemRandomSource m_random;
  ScriptedDialogs m_dialogs;
  const Registry m_registry = ledgerRegistry();
  FieldCatalogue m_fields;
  Preferences m_preferences;
  QString m_password;
  MainWindow m_window;
  qint64 m_student = 0;
  int m_pictures = 0;
};

void Tour::settle() const {
  rest(0);
  rest(0);
}

void Tour::rest(int milliseconds) const {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
  loop.exec();
}

bool Tour::until(const std::function<bool()>& condition) const {
  QElapsedTimer since;
  since.start();
  while (!condition()) {
    if (since.hasExpired(kPatienceMs))
      return false;
    rest(20);
  }
  settle();
  return true;
}

bool Tour::picture(const QString& name, int scale) {
  rest(kTypingPauseMs);
  QPixmap image(m_window.size() * scale);
  image.setDevicePixelRatio(scale);
  m_window.render(&image);
  const QString number = QStringLiteral("%1").arg(++m_pictures, 2, 10, QLatin1Char('0'));
  const QString file =
      m_folder + QStringLiteral("/pictures/") + number + QLatin1Char('-') + name + QStringLiteral(".png");
  return image.save(file) || stop(file);
}

template <class Widget>
Widget* Tour::part(const char* name) const {
  const auto found = m_window.findChildren<Widget*>(QString::fromLatin1(name));
  for (Widget* one : found)
    if (one->isVisible())
      return one;
  return nullptr;
}

bool Tour::click(const char* name) {
  until([this, name] { return part<QAbstractButton>(name) != nullptr; });
  auto* button = part<QAbstractButton>(name);
  if (button == nullptr || !until([button] { return button->isEnabled(); }))
    return stop(QStringLiteral("button ") + QString::fromLatin1(name));
  button->click();
  settle();
  return true;
}

bool Tour::write(const char* name, const QString& text) {
  until([this, name] { return part<QLineEdit>(name) != nullptr; }); // a page just made is laid out by an event
  auto* line = part<QLineEdit>(name);
  if (line == nullptr)
    return stop(QStringLiteral("field ") + QString::fromLatin1(name));
  line->setFocus();
  line->setText(text);
  emit line->textEdited(text);
  settle();
  return true;
}

bool Tour::show(const char* place, const QVariant& argument) {
  const bool there = m_window.frame() != nullptr && m_window.frame()->open(QString::fromLatin1(place), argument);
  settle();
  return there || stop(QString::fromLatin1(place));
}

bool Tour::firstRun() {
  m_window.begin();
  m_window.resize(kScreen);
  m_window.show();
  if (!write("placeFolder", m_workplace) || !write("placeName", QStringLiteral("示范小学")))
    return false;
  if (!picture("first-run-place") || !click("stepNext"))
    return false;
  if (!write("schoolCode", QStringLiteral("2113009998")) || !write("schoolName", QStringLiteral("示范市示范小学")))
    return false;
  auto* region = part<ChoiceBox>("schoolRegion");
  if (region == nullptr)
    return stop(QStringLiteral("schoolRegion"));
  region->setValue(QStringLiteral("130502"));
  if (!picture("first-run-school") || !click("stepNext"))
    return false;
  if (!write("accountName", kRegistrar) || !write("accountPassword", m_password) || !write("accountRepeat", m_password))
    return false;
  if (!picture("first-run-account") || !click("stepNext"))
    return false;
  if (!until([this] { return part<QLineEdit>("recoveryAnswer") != nullptr; }))
    return stop(QStringLiteral("recovery sheet"));
  const auto* recovery = m_window.findChild<RecoveryStep*>();
  if (!write("recoveryAnswer", recovery->group(recovery->askedGroup())))
    return false;
  if (!picture("first-run-recovery-sheet") || !click("stepNext") || !picture("first-run-ready"))
    return false;
  return click("startOpen") && until([this] { return m_window.frame() != nullptr; }) && picture("home-empty") &&
         show(place::kStudents) && picture("students-empty");
}

bool Tour::import() {
  const QString roster = m_workplace + QLatin1Char('/') + kRosterName;
  if (!QFile::copy(QStringLiteral(":/demo/demo_grade1.xlsx"), roster))
    return stop(roster);
  if (!show(place::kImport) || !picture("import-empty"))
    return false;
  m_dialogs.paths = {roster};
  if (!click("chooseFile"))
    return false;
  if (auto* year = part<QSpinBox>("entryYear"))
    year->setValue(2024);
  if (!until(
          [this] { return part<QAbstractButton>("chooseFile") && part<QAbstractButton>("importNext")->isEnabled(); }))
    return stop(QStringLiteral("reading the roster"));
  if (!picture("import-file") || !click("importNext"))
    return false;
  if (!until([this] { return part<QTableView>("columns") != nullptr; }))
    return stop(QStringLiteral("columns"));
  if (!picture("import-columns") || !chooseColumn() || !click("importNext") || !picture("import-findings"))
    return false;
  if (!click("enterPapers") || !write("proofNumber", QStringLiteral("证字12号")) || !picture("import-papers") ||
      !write("proofNumber", {}) || !click("importBack"))
    return false;
  if (!click("onlyGood") || !picture("import-only-good-rows") || !click("importNext"))
    return false;
  if (!until([this] { return part<QWidget>("resultStep") != nullptr; }))
    return stop(QStringLiteral("result"));
  return picture("import-result") && click("toastClose") && click("importNext") && picture("import-earlier-imports");
}

/// A column's item is typed and its choices shown; nothing is changed.
bool Tour::chooseColumn() {
  auto* table = part<QTableView>("columns");
  table->setFocus();
  table->edit(table->currentIndex());
  settle();
  if (!write("columnItem", QStringLiteral("dh")))
    return false;
  const bool taken = picture("import-columns-choice");
  for (int times = 0; times < 2 && part<QLineEdit>("columnItem") != nullptr; ++times) {
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(part<QLineEdit>("columnItem"), &escape);
    settle();
  }
  return taken;
}

/// The national system's list of some of the children: one of another name, one of another school.
bool Tour::numbers() {
  constexpr int kChildren = 6;
  const auto children = StudentList(m_window.session()->office()).page({}, 0, kChildren);
  if (!children)
    return stop(QStringLiteral("no students"));
  const QString list = m_workplace + QStringLiteral("/国家系统学籍号.csv");
  QFile file(list);
  if (!file.open(QIODevice::WriteOnly))
    return stop(list);
  QTextStream out(&file);
  out << "姓名,身份证件号,学籍号\n";
  for (qsizetype at = 0; at < children->size(); ++at) {
    const QString identity = children->at(at).record.value(Field::IdDocumentNumber);
    const QString name = children->at(at).record.value(Field::Name);
    out << (at == 1 ? QStringLiteral("王改名") : name) << ",'" << identity << ",G" << identity << "\n";
  }
  out << "李外校,'132203201801010017,G132203201801010017\n";
  out.flush();
  file.close();
  m_dialogs.paths = {list};
  if (!show(place::kNumbers) || !picture("numbers-empty") || !click("chooseNumbers"))
    return false;
  if (!until([this] {
        return part<QTableView>("numbers") != nullptr && part<QTableView>("numbers")->model()->rowCount() > 0;
      }))
    return stop(QStringLiteral("numbers"));
  return picture("numbers");
}

bool Tour::students() {
  if (!show(place::kHome) || !picture("home") || !show(place::kStudents) || !picture("students"))
    return false;
  constexpr int kSomewhereInTheMiddle = 42;
  const auto page = StudentList(m_window.session()->office()).page({}, kSomewhereInTheMiddle, 1);
  if (!page || page->isEmpty())
    return stop(QStringLiteral("no student"));
  m_student = page->first().id;
  if (!write("filterText", page->first().initials.left(2)) || !picture("students-filtered") || !write("filterText", {}))
    return false;
  if (!write("search", page->first().initials.left(2)))
    return false;
  const bool taken = picture("search");
  QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
  QApplication::sendEvent(part<QLineEdit>("search"), &escape);
  return taken;
}

bool Tour::record() {
  if (!show(place::kRecord, m_student) || !picture("record"))
    return false;
  // An impossible value shows what a finding beside its field looks like; it is discarded.
  if (!write("edit_postal_code", QStringLiteral("12")) || !picture("record-changed"))
    return false;
  m_dialogs.answers = {0};
  return click("discard");
}

bool Tour::papers() {
  if (!show(place::kPapers, QVariant::fromValue(QList<qint64>{m_student})))
    return false;
  auto* cohorts = part<QComboBox>("addCohort");
  if (cohorts == nullptr || cohorts->count() < 2)
    return stop(QStringLiteral("addCohort"));
  emit cohorts->activated(1);
  if (auto* purpose = part<QComboBox>("purpose"))
    purpose->setCurrentIndex(0);
  if (!picture("papers-dossier") || !click("paper_roster") || !picture("papers-roster"))
    return false;
  return click("paper_dossier");
}

bool Tour::office() {
  auto added = m_window.session()->store().accounts().add(kAuditor, Role::Auditor, SecretBytes::fromUtf8(m_password));
  if (!added)
    return stop(sentenceFor(added.error()));
  for (const char* section : {"school", "accounts", "backup", "window"})
    if (!show(place::kOffice, QString::fromLatin1(section)) ||
        !picture(QStringLiteral("office-") + QString::fromLatin1(section)))
      return false;
  return true;
}

/// A menu or dialog waits in an event loop of its own: its picture is taken from within, then it is closed.
bool Tour::pictureOf(const QString& name, const std::function<void()>& open) {
  bool saved = false;
  QTimer::singleShot(kTypingPauseMs, &m_window, [&] {
    QWidget* top = QApplication::activePopupWidget();
    if (top == nullptr)
      top = QApplication::activeModalWidget();
    if (top == nullptr)
      return;
    const QString number = QStringLiteral("%1").arg(++m_pictures, 2, 10, QLatin1Char('0'));
    saved = top->grab().save(m_folder + QStringLiteral("/pictures/") + number + QLatin1Char('-') + name +
                             QStringLiteral(".png"));
    top->close();
  });
  open();
  return saved || stop(name);
}

bool Tour::menus() {
  return pictureOf(QStringLiteral("menu"), [this] { part<QAbstractButton>("menu")->click(); }) &&
         pictureOf(QStringLiteral("keys"), [this] { m_window.frame()->showKeys(); });
}

bool Tour::unlock(const QString& user) {
  if (!write("unlockUser", user) || !write("unlockPassword", m_password) || !click("unlockOpen"))
    return false;
  return until([this] { return m_window.frame() != nullptr; }) || stop(QStringLiteral("unlock"));
}

bool Tour::gates() {
  m_window.lock();
  if (!picture("unlock") || !click("unlockRestore") || !picture("restore") || !click("restoreBack"))
    return false;
  if (!write("unlockPassword", QStringLiteral("wrong")) || !click("unlockOpen"))
    return false;
  if (!until(
          [this] { return part<QAbstractButton>("unlockOpen") && part<QAbstractButton>("unlockOpen")->isEnabled(); }))
    return stop(QStringLiteral("unlock refused"));
  if (!picture("unlock-wrong-password") || !unlock(kAuditor))
    return false;
  return show(place::kOffice, QStringLiteral("log")) && picture("office-log");
}

bool Tour::otherLooks() {
  m_window.lock();
  if (!unlock(kRegistrar) || !picture("home-double", 2) || !show(place::kRecord, m_student) ||
      !picture("record-double", 2))
    return false;
  m_window.lock();
  applyTheme(m_application, Scheme::Dark);
  const bool done =
      unlock(kRegistrar) && picture("home-dark") && show(place::kRecord, m_student) && picture("record-dark");
  m_window.lock();
  applyTheme(m_application, Scheme::Light);
  return done;
}

bool Tour::run() {
  return firstRun() && import() && students() && numbers() && record() && papers() && office() && menus() && gates() &&
         otherLooks();
}

} // namespace

int runTour(QApplication& application, const QString& folder) {
  QTextStream err(stderr);
  QTranslator translator;
  if (!translator.load(QStringLiteral(":/i18n/xueji_zh_CN.qm"))) {
    err << "tour: no Chinese translation" << Qt::endl;
    return 1;
  }
  application.installTranslator(&translator);
  applyTheme(application, Scheme::Light);
  const QString place = QDir(folder).absolutePath();
  QTemporaryDir workplace(place + QStringLiteral("/tour-XXXXXX"));
  QDir pictures(place + QStringLiteral("/pictures")); // of an earlier tour, under other numbers
  for (const QString& old : pictures.entryList({QStringLiteral("[0-9][0-9]-*.png")}, QDir::Files))
    pictures.remove(old);
  if (!QDir().mkpath(place + QStringLiteral("/pictures")) || !workplace.isValid()) {
    err << sentenceFor({ErrorCode::NotWritable, {place}}) << Qt::endl;
    return 1;
  }
  const auto rules = RuleBook::load();
  if (!rules) {
    err << sentenceFor(rules.error()) << Qt::endl;
    return 1;
  }
  Tour tour(application, place, workplace.path(), *rules);
  const bool done = tour.run();
  QTextStream(stdout) << QCoreApplication::translate("xueji::Tour", "%1 pictures left in %2")
                             .arg(tour.pictures())
                             .arg(place + QStringLiteral("/pictures"))
                      << Qt::endl;
  return done ? 0 : 1;
}

} // namespace xueji
