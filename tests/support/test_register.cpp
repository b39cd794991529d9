#include "support/test_register.h"

#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "register/roster_list.h"
#include "store/accounts.h"
#include "store/backup.h"
#include "store/tables.h"
#include "support/made_child.h"

#include <QFile>
#include <QTextStream>
#include <QTimeZone>

namespace xueji::test {

SecretBytes password() {
  return SecretBytes::fromUtf8(QString::fromLatin1(kPassword));
}

const RuleBook& ruleBook() {
  static const RuleBook book = [] {
    auto loaded = RuleBook::load();
    if (!loaded)
      qFatal("rule book: %s", qPrintable(textOf(loaded.error())));
    return *loaded;
  }();
  return book;
}

const Registry& registry() {
  static const Registry standard = ledgerRegistry();
  return standard;
}

const FieldCatalogue& catalogue() {
  static const FieldCatalogue fields = FieldCatalogue::load();
  return fields;
}

NewRegister sampleSchool(const QString& folder) {
  NewRegister wish;
  wish.folder = folder;
  wish.school =
      SchoolProfile::fromSchoolCode(QString::fromLatin1(kSchool), QStringLiteral("示范小学"), QStringLiteral("130502"));
  wish.userName = QString::fromUtf8(kRegistrar);
  wish.password = password();
  wish.cost = KeyCost::floor();
  return wish;
}

Result<void> createRegister(const QString& folder, const Clock& clock, const Registry& registry) {
  auto created = RegisterStore::create(sampleSchool(folder), clock, registry);
  if (!created)
    return std::unexpected(created.error());
  return {};
}

TestRegister::TestRegister(const Registry& registry) : m_registry(registry) {
  if (auto created = createRegister(folder(), clock, m_registry); !created)
    qFatal("no register: %s", qPrintable(textOf(created.error())));
  signIn();
}

void TestRegister::signIn(const QString& user) {
  m_office.reset();
  auto store = RegisterStore::open(folder(), user, password(), clock, m_registry);
  if (!store)
    qFatal("cannot sign in: %s", qPrintable(textOf(store.error())));
  m_office = std::make_unique<Office>(std::move(*store), ruleBook(), catalogue(), clock, random);
}

void TestRegister::turnTo(const QDate& day) {
  const QString present = store().user().name;
  signOut();
  clock.setNow(QDateTime(day, QTime(2, 0), QTimeZone::utc()));
  signIn(present);
}

void TestRegister::addUser(const char* name, Role role) {
  if (auto added = store().accounts().add(QString::fromUtf8(name), role, password(), KeyCost::floor()); !added)
    qFatal("no user: %s", qPrintable(textOf(added.error())));
}

QByteArray TestRegister::exported() {
  const QString file = path(QStringLiteral("export.csv"));
  QFile::remove(file);
  StudentQuery everybody;
  if (store().tables().students().count(everybody).value_or(0) > kMostWithoutWitness) {
    // More than one person alone may take out (P05): the same cells, not as a file.
    const auto list = rosterList(office(), everybody, exportFields(catalogue()), true);
    if (!list)
      qFatal("no list: %s", qPrintable(textOf(list.error())));
    QByteArray cells;
    for (const QStringList& row : list->rows)
      cells += row.join(QLatin1Char('\t')).toUtf8() + '\n';
    return cells;
  }
  if (auto rows = exportRoster(office(), everybody, file, QStringLiteral("核对")); !rows)
    qFatal("no export: %s", qPrintable(textOf(rows.error())));
  QFile opened(file);
  return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

QStringList TestRegister::logLines() {
  const QString auditor = QString::fromUtf8(kAuditor);
  auto known = store().tables().users().byName(auditor);
  if (!known || !*known)
    addUser(kAuditor, Role::Auditor);
  auto reading = RegisterStore::open(folder(), auditor, password(), clock, m_registry, Access::Read);
  if (!reading)
    qFatal("no auditor: %s", qPrintable(textOf(reading.error())));
  const auto rows = (*reading)->tables().log().page({}, 0, 100000);
  if (!rows)
    qFatal("no log: %s", qPrintable(textOf(rows.error())));
  QStringList lines;
  for (auto row = rows->crbegin(); row != rows->crend(); ++row)
    lines << QStringList{toKey(row->action), row->object, SealNote::without(row->detail)}
                 .join(QLatin1Char(' '))
                 .trimmed();
  return lines;
}

QString TestRegister::damage() {
  const auto report = verify(store());
  if (!report)
    return textOf(report.error());
  QStringList faults;
  for (const VerifyFault& fault : report->faults)
    faults << fault.check + QLatin1Char(' ') + fault.object;
  return faults.join(QStringLiteral("; "));
}

qint64 TestRegister::enrolChild(int number) {
  Enrolment wish;
  wish.record = madeChild(number);
  wish.entryYear = 2024;
  Findings why;
  const auto enrolled = enrol(office(), wish, &why);
  if (!enrolled)
    qFatal("child %d: %s %s", number, qPrintable(textOf(enrolled.error())), qPrintable(codesOf(why)));
  return enrolled->student;
}

void TestRegister::enrolAll(const QList<StudentRecord>& children, int entryYear) {
  const auto before = store().tables().ledger().snapshot({});
  if (!before)
    qFatal("no snapshot: %s", qPrintable(textOf(before.error())));
  QList<Judged> judged;
  QSet<QString> taken;
  for (const StudentRecord& child : children) {
    Enrolment enrolment;
    enrolment.record = child;
    enrolment.entryYear = entryYear;
    const auto wish = enrolmentWish(office(), enrolment, &taken);
    const auto planned = wish ? planOn(office(), *wish, *before) : std::unexpected(wish.error());
    if (!planned)
      qFatal("no plan: %s", qPrintable(textOf(planned.error())));
    judged << Judged{*wish, *before, *planned, {}, {}, true};
  }
  if (auto done = performAll(office(), Batch(), std::move(judged)); !done)
    qFatal("not enrolled: %s", qPrintable(textOf(done.error())));
}

StudentRow TestRegister::row(qint64 student) {
  const auto row = store().tables().students().byId(student);
  return row && *row ? **row : StudentRow{};
}

void TestRegister::setPastTheRules(qint64 student, Field field, const QString& value) {
  Correction correction;
  correction.student = student;
  correction.values = {{field, value}};
  const Wish wish = correctionWish(office(), correction);
  const auto before = store().tables().ledger().snapshot(wish.subject);
  if (!before)
    qFatal("no snapshot: %s", qPrintable(textOf(before.error())));
  const auto planned = planOn(office(), wish, *before);
  if (!planned)
    qFatal("no plan: %s", qPrintable(textOf(planned.error())));
  if (auto done = performAll(office(), std::nullopt, {Judged{wish, *before, *planned, {}, {}}}); !done)
    qFatal("not written: %s", qPrintable(textOf(done.error())));
}

QMap<QString, QPair<QString, QString>> TestRegister::changes(qint64 id) {
  QMap<QString, QPair<QString, QString>> changed;
  const auto act = store().tables().acts().byId(id);
  if (!act || !*act)
    return changed;
  const auto rows = store().tables().facts().chains((*act)->subject);
  if (rows)
    for (const ActChange& change : changesOf(m_registry, *rows, **store().classes(), id))
      changed.insert(change.item.isEmpty() ? change.name : change.item, {change.before, change.after});
  return changed;
}

Chains TestRegister::chains(qint64 student) {
  return store().tables().facts().chains(Subject::student(student)).value_or(Chains());
}

QList<NumberEntry> TestRegister::numbers(qint64 student) {
  return numbersOf(chains(student));
}

Result<ImportPlan> TestRegister::plan(const QString& path, int entryYear) {
  auto file = readSheetFile(path);
  if (!file)
    return std::unexpected(file.error());
  ImportOptions options;
  options.entryYear = entryYear;
  return planImport(office(), *file, path, options);
}

ImportResult TestRegister::import(const QString& path, bool onlyGood) {
  const auto planned = plan(path);
  if (!planned)
    qFatal("no plan: %s", qPrintable(textOf(planned.error())));
  const auto result = commitImport(office(), *planned, onlyGood);
  if (!result)
    qFatal("no import: %s", qPrintable(textOf(result.error())));
  return *result;
}

QString TestRegister::writeCsv(const QString& name, const QList<QStringList>& lines) const {
  QFile file(path(name));
  if (!file.open(QIODevice::WriteOnly))
    qFatal("cannot write %s", qPrintable(file.fileName()));
  QTextStream out(&file);
  for (const QStringList& line : lines) {
    QStringList quoted;
    for (QString cell : line)
      quoted << QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    out << quoted.join(QLatin1Char(',')) << "\r\n";
  }
  return file.fileName();
}

QList<QStringList> sampleLines() {
  const auto file = readSheetFile(QStringLiteral(XUEJI_TEST_DATA "/rosters/demo_grade1.csv"));
  if (!file)
    qFatal("no sample roster");
  QList<QStringList> lines;
  for (const QList<Cell>& row : file->sheets.first().rows) {
    QStringList line;
    for (const Cell& cell : row)
      line << cell.text;
    lines << line;
  }
  return lines;
}

QList<QStringList> linesOf(const QList<StudentRecord>& children) {
  QList<QStringList> lines{QStringList()};
  QList<Field> fields;
  for (const FieldDefinition& definition : catalogue().all())
    if (definition.formNumber > 0 && definition.kind != FieldKind::Photo) {
      lines.first() << definition.headers.first();
      fields << definition.field;
    }
  for (const StudentRecord& child : children) {
    QStringList line;
    for (const Field field : fields)
      line << catalogue().display(field, child.value(field));
    lines << line;
  }
  return lines;
}

QString textOf(const Error& error) {
  return QStringLiteral("error %1: %2").arg(static_cast<int>(error.code)).arg(error.args.join(QStringLiteral(", ")));
}

QString codesOf(const Findings& findings, bool warnings) {
  QStringList codes;
  for (const Finding& finding : findings)
    if (warnings || finding.severity != Severity::Warn)
      codes << finding.code;
  codes.sort();
  return codes.join(QLatin1Char(' '));
}

} // namespace xueji::test
