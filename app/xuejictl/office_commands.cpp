#include "commands.h"
#include "desk.h"
#include "domain/code_table.h"
#include "domain/region_table.h"
#include "domain/school_code.h"
#include "register/registry.h"
#include "store/accounts.h"
#include "store/backup.h"
#include "ui/words/notice_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace xueji {
namespace {

Error invalid(const char* option, const Invocation& invocation) {
  const QString name = QString::fromLatin1(option);
  return {ErrorCode::ValueInvalid, {QStringLiteral("--") + name, invocation.value(name)}};
}

Result<SchoolProfile> schoolOf(const Invocation& invocation) {
  const auto code = SchoolCode::parse(invocation.value(QStringLiteral("school-code")));
  const CodeTables codes = CodeTables::load();
  const CodeTable* categories = codes.table(QStringLiteral("school_category"));
  if (!code || !categories || !categories->byCode(code->toString().left(2)) ||
      stagesOfCategory(code->toString().left(2)).isEmpty())
    return std::unexpected(invalid("school-code", invocation));
  const QString region = invocation.value(QStringLiteral("region"));
  if (!RegionTable::load().everIssued(region))
    return std::unexpected(invalid("region", invocation));
  if (region.left(2) != code->toString().mid(2, 2)) // N18: digits 3 and 4 are the province
    return std::unexpected(invalid("region", invocation));
  const QString name = invocation.value(QStringLiteral("school-name")).trimmed();
  if (name.isEmpty())
    return std::unexpected(invalid("school-name", invocation));
  SchoolProfile school = SchoolProfile::fromSchoolCode(code->toString(), name, region);
  if (invocation.has(QStringLiteral("kind"))) {
    school.kind = invocation.value(QStringLiteral("kind"));
    const QList<Stage> stages = stagesOfSchoolKind(school.kind);
    if (stages.isEmpty())
      return std::unexpected(invalid("kind", invocation));
    school.system = SchoolSystem(stages);
  }
  if (invocation.has(QStringLiteral("stages"))) {
    QList<Stage> stages;
    for (const QString& key : invocation.value(QStringLiteral("stages")).split(QLatin1Char(','))) {
      const auto stage = stageFromKey(key.trimmed());
      if (!stage)
        return std::unexpected(invalid("stages", invocation));
      if (!stages.contains(*stage))
        stages << *stage;
    }
    std::sort(stages.begin(), stages.end());
    school.system = SchoolSystem(stages);
  }
  return school;
}

void putNotice(const MigrationNotice& notice, const Console& console) {
  const auto listed = [](const QList<MigrationFinding>& findings) {
    QJsonArray list;
    for (const MigrationFinding& finding : findings)
      list << QString(finding.check + QLatin1Char(' ') + finding.object);
    return list;
  };
  console.put({{QStringLiteral("notice"), QStringLiteral("migrated")},
               {QStringLiteral("from"), notice.from},
               {QStringLiteral("to"), notice.to},
               {QStringLiteral("made"), notice.made.toString(Qt::ISODateWithMs)},
               {QStringLiteral("found"), listed(notice.found)},
               {QStringLiteral("notes"), listed(notice.notes)}},
              QStringLiteral("! ") + sentenceFor(notice));
}

ExitCode runCreate(const Invocation& invocation, const Console& console) {
  auto school = schoolOf(invocation);
  if (!school)
    return console.fail(school.error());
  const SystemClock clock;
  NewRegister wish;
  wish.folder = invocation.words.first();
  wish.school = *school;
  wish.userName = invocation.value(QStringLiteral("user"));
  wish.password = readPassword("XUEJI_PASSWORD", QCoreApplication::translate("xuejictl", "Password: "));
  auto created = RegisterStore::create(wish, clock, ledgerRegistry());
  if (!created)
    return console.fail(created.error());
  console.put({{QStringLiteral("register"), created->store->folder()},
               {QStringLiteral("school_code"), wish.school.code},
               {QStringLiteral("school_name"), wish.school.name},
               {QStringLiteral("user"), wish.userName},
               {QStringLiteral("role"), toKey(created->store->user().role)},
               {QStringLiteral("recovery"), created->recoverySecret}},
              QCoreApplication::translate(
                  "xuejictl", "The register %1 was made. Recovery secret, shown this once; write it down and lock it "
                              "away:\n  %2")
                  .arg(created->store->folder(), created->recoverySecret));
  return ExitCode::Done;
}

ExitCode runUserAdd(const Invocation& invocation, const Console& console) {
  const auto role = roleFromKey(invocation.value(QStringLiteral("role")));
  if (!role)
    return console.fail(invalid("role", invocation));
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const QString name = invocation.words.at(1);
  const SecretBytes password =
      readPassword("XUEJI_NEW_PASSWORD", QCoreApplication::translate("xuejictl", "Password of the new account: "));
  if (auto added = desk.office().store().accounts().add(name, *role, password); !added)
    return console.fail(added.error());
  console.put({{QStringLiteral("user"), name}, {QStringLiteral("role"), toKey(*role)}},
              QCoreApplication::translate("xuejictl", "The account %1 (%2) was added.").arg(name, chineseName(*role)));
  return ExitCode::Done;
}

ExitCode runBackup(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  // One level is made; a whole path that is missing is more likely a drive that is not connected.
  const QString folder = invocation.value(QStringLiteral("to"));
  if (!folder.isEmpty() && !QFileInfo::exists(folder))
    QDir().mkdir(folder);
  const auto proof = backUp(desk.office().store(), folder);
  if (!proof)
    return console.fail(proof.error());
  const qint64 bytes = QFileInfo(proof->path + QStringLiteral("/register.db")).size();
  console.put({{QStringLiteral("backup"), proof->path},
               {QStringLiteral("bytes"), bytes},
               {QStringLiteral("students"), proof->students},
               {QStringLiteral("log_rows"), proof->logRows},
               {QStringLiteral("log_code"), proof->logCode},
               {QStringLiteral("proven"), true}},
              QCoreApplication::translate("xuejictl", "Backup %1: reopened, checked, %2 students counted.")
                  .arg(proof->path)
                  .arg(proof->students));
  return ExitCode::Done;
}

ExitCode runRestore(const Invocation& invocation, const Console& console) {
  const SystemClock clock;
  const QString folder = invocation.words.at(1);
  const SecretBytes password = readPassword("XUEJI_PASSWORD", QCoreApplication::translate("xuejictl", "Password: "));
  const auto aside = restore(invocation.words.first(), folder, invocation.value(QStringLiteral("user")), password,
                             clock, ledgerRegistry());
  if (!aside)
    return console.fail(aside.error());
  console.put({{QStringLiteral("register"), QFileInfo(folder).absoluteFilePath()},
               {QStringLiteral("moved_aside"), aside->isEmpty() ? QJsonValue() : QJsonValue(*aside)}},
              aside->isEmpty() ? QCoreApplication::translate("xuejictl", "%1 was restored.").arg(folder)
                               : QCoreApplication::translate("xuejictl", "%1 was restored; what stood there is now %2.")
                                     .arg(folder, *aside));
  return ExitCode::Done;
}

ExitCode runConfirmClock(const Invocation& invocation, const Console& console) {
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  RegisterStore& store = desk.office().store();
  if (auto needed = store.accounts().mayConfirmClock(); !needed)
    return console.fail(needed.error());
  auto token = witnessOf(invocation, desk.office(), kWitnessClock);
  if (!token)
    return console.fail(token.error());
  WitnessToken& witness = **token;
  if (auto confirmed = store.accounts().confirmClock(witness); !confirmed)
    return console.fail(confirmed.error());
  console.put(
      {{QStringLiteral("witness"), witness.name()}, {QStringLiteral("confirmed"), true}},
      QCoreApplication::translate("xuejictl", "%1 confirmed the clock; acts are taken again.").arg(witness.name()));
  return ExitCode::Done;
}

ExitCode runVerify(const Invocation& invocation, const Console& console) {
  Desk desk;
  // Nothing is written into a backup, so looking through it leaves no line in a log.
  const Access access = isBackup(invocation.words.first()) ? Access::Read : Access::Write;
  if (auto opened = desk.open(invocation, access); !opened)
    return console.fail(opened.error());
  const auto report = verify(desk.office().store());
  if (!report)
    return console.fail(report.error());
  for (const QString& check : report->checks) {
    QStringList objects;
    for (const VerifyFault& fault : report->faults)
      if (fault.check == check)
        objects << fault.object;
    const bool ok = objects.isEmpty();
    console.put(
        {{QStringLiteral("check"), check},
         {QStringLiteral("ok"), ok},
         {QStringLiteral("detail"), objects.join(QLatin1Char(' '))}},
        QStringLiteral("%1 %2 %3")
            .arg(ok ? QStringLiteral("✓") : QStringLiteral("✗"), wordForCheck(check), objects.join(QLatin1Char(' '))));
  }
  for (const MigrationNotice& notice : report->notices)
    putNotice(notice, console);
  QString judged = QCoreApplication::translate("xuejictl", "%1 students, %2 acts, %3 lines of log (code %4).")
                       .arg(QString::number(report->students), QString::number(report->acts),
                            QString::number(report->logRows), report->logCode);
  if (report->schema != desk.office().registry().newestSchema())
    judged += QLatin1Char('\n') + QCoreApplication::translate(
                                      "xuejictl", "Judged as it stands, in the older format %1; nothing was written.")
                                      .arg(report->schema);
  console.put({{QStringLiteral("summary"), true},
               {QStringLiteral("ok"), report->passed()},
               {QStringLiteral("students"), report->students},
               {QStringLiteral("acts"), report->acts},
               {QStringLiteral("log_rows"), report->logRows},
               {QStringLiteral("log_code"), report->logCode},
               {QStringLiteral("schema"), report->schema}},
              judged);
  return report->passed() ? ExitCode::Done : ExitCode::Refused;
}

} // namespace

QList<Command> officeCommands() {
  return {
      {{"create"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl",
                         "Makes a register; the first account is a registrar. Prints the recovery secret once."),
       1,
       1,
       {option("school-code", "CODE", true), option("school-name", "NAME", true), option("region", "CODE6", true),
        option("kind", "KIND"), option("stages", "primary,junior,senior"), userOption()},
       runCreate},
      {{"user", "add"},
       "REG NAME",
       QT_TRANSLATE_NOOP("xuejictl", "Adds a named account (its password from XUEJI_NEW_PASSWORD)."),
       2,
       2,
       {option("role", "registrar|principal|helper|nurse|aid_officer|auditor", true), userOption()},
       runUserAdd},
      {{"backup"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Makes a backup, reopens it, checks and counts it."),
       1,
       1,
       {option("to", "DIR"), userOption()},
       runBackup},
      {{"restore"},
       "BACKUP REG",
       QT_TRANSLATE_NOOP("xuejictl", "Puts a backup in the register's place; the present register is moved aside."),
       2,
       2,
       {userOption()},
       runRestore},
      {{"confirm-clock"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl",
                         "A second person confirms that the clock is right although the log is ahead of it."),
       1,
       1,
       {option("witness", "NAME", true), userOption()},
       runConfirmClock},
      {{"verify"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl",
                         "Checks pages, log, accounts, settings, and every act and record against its seal."),
       1,
       1,
       {userOption()},
       runVerify},
  };
}

} // namespace xueji
