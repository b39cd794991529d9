#include "commands.h"
#include "desk.h"
#include "domain/json_keys.h"
#include "domain/ledger_facts.h"
#include "register/acts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace xueji {
namespace {

/// The settings in the option's file; nothing where the option is not given.
Result<std::optional<QJsonObject>> settingsOf(const Invocation& invocation, const QString& option) {
  if (!invocation.has(option))
    return std::optional<QJsonObject>();
  const QString path = invocation.value(option);
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorCode::PathMissing, {path});
  const QByteArray text = file.readAll();
  const QJsonDocument document = QJsonDocument::fromJson(text);
  if (!document.isObject())
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("--") + option, path});
  if (const QString twice = repeatedKey(text); !twice.isEmpty())
    return fail(ErrorCode::WrongUse,
                {QCoreApplication::translate("xuejictl", "%1 names %2 twice; leave one of them").arg(path, twice)});
  return std::optional<QJsonObject>(document.object());
}

QString lineOf(const QJsonObject& settings) {
  return settings.isEmpty() ? QStringLiteral("-")
                            : QString::fromUtf8(QJsonDocument(settings).toJson(QJsonDocument::Compact));
}

/// Every dated row of settings, the earliest first.
void saySettings(const Office& office, const Console& console) {
  const Chains& school = office.store().schoolChains();
  const QString fact = SchoolRulesFact::fact().key;
  const FactRow* present = school.at(fact, office.clock().today().toString(Qt::ISODate));
  const QList<FactRow> rows = school.seen(fact);
  for (const FactRow& row : rows) {
    const SchoolRulesFact settings = SchoolRulesFact::of(row);
    const bool holds = present && present->id == row.id;
    console.put({{QStringLiteral("from"), row.from},
                 {QStringLiteral("in_force"), holds},
                 {QStringLiteral("county"), settings.county},
                 {QStringLiteral("school"), settings.school}},
                QCoreApplication::translate("xuejictl", "From %1: county %2, school %3")
                    .arg(row.from, lineOf(settings.county), lineOf(settings.school)));
  }
  if (rows.isEmpty())
    console.put({{QStringLiteral("from"), QString()},
                 {QStringLiteral("in_force"), true},
                 {QStringLiteral("county"), QJsonObject()},
                 {QStringLiteral("school"), QJsonObject()}},
                QCoreApplication::translate("xuejictl", "County and school have changed nothing of the rules."));
}

ExitCode runRules(const Invocation& invocation, const Console& console) {
  const QString effective = QStringLiteral("effective");
  const auto county = settingsOf(invocation, QStringLiteral("county"));
  const auto school = settingsOf(invocation, QStringLiteral("school"));
  for (const auto* settings : {&county, &school})
    if (!*settings) {
      const ExitCode code = console.fail(settings->error());
      return settings->error().code == ErrorCode::PathMissing ? ExitCode::Unreadable : code;
    }
  QDate day;
  if (invocation.has(effective)) {
    day = QDate::fromString(invocation.value(effective), Qt::ISODate);
    if (!day.isValid())
      return console.fail({ErrorCode::ValueInvalid, {QStringLiteral("--effective"), invocation.value(effective)}});
  }
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  if (*county || *school)
    if (auto set = setRules(desk.office(), *county, *school, day); !set)
      return console.fail(set.error());
  saySettings(desk.office(), console);
  return ExitCode::Done;
}

} // namespace

QList<Command> rulesCommands() {
  return {
      {{"rules"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Shows, or sets from a day on, what county and school change of the rules."),
       1,
       1,
       {option("county", "FILE.json"), option("school", "FILE.json"), option("effective", "DATE"), userOption()},
       runRules},
  };
}

} // namespace xueji
