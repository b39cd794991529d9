#include "domain/ledger_facts.h"

#include "domain/class_facts.h"

#include "text/folding.h"
#include "text/pinyin.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace xueji {

namespace {

constexpr auto kInteger = FactColumnType::Integer;
constexpr auto kText = FactColumnType::Text;

/// A JSON object of texts, numbers and lists in QJsonDocument's compact form (keys in order).
QString compact(const QJsonObject& object) {
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

const Fact& EnrolmentFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("enrolment"), QStringLiteral("学籍"), FactShape::State, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("school"), kText, QStringLiteral("school_code")},
                    {QStringLiteral("stage")},
                    {QStringLiteral("cohort"), kInteger},
                    {QStringLiteral("entry_month"), kText, QStringLiteral("entry_month")},
                    {QStringLiteral("entry_mode"), kText, QStringLiteral("entry_mode")}};
    FactColumn& stage = fact.columns[1];
    stage.label = QStringLiteral("学段");
    stage.told = [](const QString& key) {
      const auto known = stageFromKey(key);
      return known ? chineseName(*known) : key;
    };
    FactColumn& cohort = fact.columns[2];
    cohort.label = QStringLiteral("入学年级");
    cohort.told = [](const QString& year) { return year + QStringLiteral("级"); };
    fact.foundation = true;
    return fact;
  }();
  return described;
}

QStringList EnrolmentFact::values() const {
  return {school, toKey(stage), QString::number(cohort), entryMonth, entryModeIn(stage, entryMode)};
}

QString entryModeIn(Stage stage, const QString& code) {
  const QString compulsory = QStringLiteral("12");
  const QString senior = QStringLiteral("99");
  return code == compulsory || code == senior ? (stage == Stage::Senior ? senior : compulsory) : code;
}

EnrolmentFact EnrolmentFact::of(const FactRow& row) {
  return {row.values.value(0), stageFromKey(row.values.value(1)).value_or(Stage::Primary), row.values.value(2).toInt(),
          row.values.value(3), row.values.value(4)};
}

const Fact& StatusFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("status"), QStringLiteral("学籍状态"), FactShape::State, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("value")}};
    fact.notBeforeFoundation = true;
    return fact;
  }();
  return described;
}

StatusFact StatusFact::of(const FactRow& row) {
  return {studentStatusFromKey(row.values.value(0)).value_or(StudentStatus::Voided)};
}

const Fact& NumberFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("number"), QStringLiteral("学籍号"), FactShape::State, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("value"), kText, QStringLiteral("student_number")},
                    {QStringLiteral("source"), kText, {}, false, {}, 1, true}};
    fact.lookups = {QStringLiteral("value")};
    return fact;
  }();
  return described;
}

NumberFact NumberFact::of(const FactRow& row) {
  return {row.values.value(0), numberSourceFromKey(row.values.value(1))};
}

const Fact& NameFact::fact() {
  static const Fact described{QStringLiteral("name"),
                              QStringLiteral("姓名"),
                              FactShape::State,
                              SubjectKind::Student,
                              {{QStringLiteral("value"), kText, QStringLiteral("name")}}};
  return described;
}

const Fact& ReadingFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("reading"), QStringLiteral("读音"), FactShape::State, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("full")},
                    {QStringLiteral("initials"), kText, {}, false, {}, 1, true},
                    {QStringLiteral("by_person"), kInteger, {}, false, {}, 1, true}};
    fact.shown = false;
    return fact;
  }();
  return described;
}

QStringList ReadingFact::values() const {
  return {full, initials, byPerson ? QStringLiteral("1") : QStringLiteral("0")};
}

ReadingFact ReadingFact::of(const FactRow& row) {
  return {row.values.value(0), row.values.value(1), row.values.value(2) == QLatin1String("1")};
}

ReadingFact ReadingFact::from(const QString& name, const QString& typed) {
  const Pinyin made = namePinyin(name);
  return {typed.isEmpty() ? made.full : typed, foldForSearch(made.initials), !typed.isEmpty()};
}

const Fact& DocumentFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("document"), QStringLiteral("身份证件"), FactShape::State, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("type"), kText, QStringLiteral("id_document_type")},
                    {QStringLiteral("number"), kText, QStringLiteral("id_document_number")}};
    fact.lookups = {QStringLiteral("number")};
    return fact;
  }();
  return described;
}

const Fact& ItemFact::fact() {
  static const Fact described{QStringLiteral("item"),
                              QStringLiteral("信息项"),
                              FactShape::Items,
                              SubjectKind::Student,
                              {{QStringLiteral("items"), FactColumnType::Items}}};
  return described;
}

const Fact& PaperFact::fact() {
  static const Fact described{QStringLiteral("paper"),
                              QStringLiteral("证明材料"),
                              FactShape::Entry,
                              SubjectKind::Student,
                              {{QStringLiteral("kind")},
                               {QStringLiteral("number")},
                               {QStringLiteral("issuer")},
                               {QStringLiteral("level")},
                               {QStringLiteral("issued")},
                               {QStringLiteral("note")},
                               {QStringLiteral("withdraws"), kInteger, {}, true}}};
  return described;
}

QStringList PaperFact::values() const {
  return {kind, number, issuer, level, issued, note, QString::number(withdraws)};
}

PaperFact PaperFact::of(const FactRow& row) {
  return {row.values.value(0),
          row.values.value(1),
          row.values.value(2),
          row.values.value(3),
          row.values.value(4),
          row.values.value(5),
          row.values.value(6).toLongLong()};
}

PaperFact PaperFact::of(const SeenPaper& paper) {
  return {paper.kind,
          paper.number,
          paper.issuer,
          paper.level,
          paper.issued.isValid() ? paper.issued.toString(Qt::ISODate) : QString(),
          paper.note,
          0};
}

SeenPaper PaperFact::seen() const {
  return {kind, number, issuer, level, QDate::fromString(issued, Qt::ISODate), note};
}

QList<FactRow> PaperFact::standing(const Chains& chains, const QString& day, Known known) {
  QList<FactRow> papers;
  QList<qint64> withdrawn;
  for (const FactRow& row : chains.seen(fact().key, known)) {
    if (row.from > day)
      break;
    if (const qint64 ended = of(row).withdraws; ended != 0)
      withdrawn << ended;
    else
      papers << row;
  }
  papers.removeIf([&](const FactRow& row) { return withdrawn.contains(row.id); });
  return papers;
}

const Fact& SchoolProfileFact::fact() {
  static const Fact described{QStringLiteral("school_profile"),
                              QStringLiteral("学校信息"),
                              FactShape::State,
                              SubjectKind::School,
                              {{QStringLiteral("content")}}};
  return described;
}

const Fact& SchoolStagesFact::fact() {
  static const Fact described{QStringLiteral("school_stages"),
                              QStringLiteral("学段与学制"),
                              FactShape::State,
                              SubjectKind::School,
                              {{QStringLiteral("content")}}};
  return described;
}

const Fact& SchoolRulesFact::fact() {
  static const Fact described{QStringLiteral("school_rules"),
                              QStringLiteral("县（区）和学校规则设置"),
                              FactShape::State,
                              SubjectKind::School,
                              {{QStringLiteral("county")}, {QStringLiteral("school")}}};
  return described;
}

QStringList SchoolRulesFact::values() const {
  const auto text = [](const QJsonObject& settings) { return settings.isEmpty() ? QString() : compact(settings); };
  return {text(county), text(school)};
}

SchoolRulesFact SchoolRulesFact::of(const FactRow& row) {
  const auto settings = [](const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); };
  return {settings(row.values.value(0)), settings(row.values.value(1))};
}

namespace {

/// Under which key SchoolProfile::toJson() keeps stages and system.
const QString kSystemKey = QStringLiteral("system");

} // namespace

Result<SchoolProfile> schoolOf(const Chains& chains, const QString& day, Known known) {
  const FactRow* profile = chains.at(SchoolProfileFact::fact().key, day, known);
  const FactRow* stages = chains.at(SchoolStagesFact::fact().key, day, known);
  if (!profile || !stages)
    return fail(ErrorCode::Internal, {QStringLiteral("school profile")});
  QJsonObject object = QJsonDocument::fromJson(profile->values.value(0).toUtf8()).object();
  object.insert(kSystemKey, QJsonDocument::fromJson(stages->values.value(0).toUtf8()).object());
  const auto read = SchoolProfile::fromJson(object);
  if (!read)
    return fail(ErrorCode::Internal, {QStringLiteral("school profile")});
  return *read;
}

QList<PlannedRow> rowsOf(const SchoolProfile& school, const QString& from) {
  QJsonObject object = school.toJson();
  const QJsonObject system = object.take(kSystemKey).toObject();
  return {{SchoolProfileFact::fact().key, from, {compact(object)}},
          {SchoolStagesFact::fact().key, from, {compact(system)}}};
}

QList<Fact> ledgerFacts() {
  const auto in = [](const char* group, Fact fact) {
    fact.group = QString::fromLatin1(group);
    return fact;
  };
  return {in("study", EnrolmentFact::fact()),      in("study", StatusFact::fact()),
          in("number", NumberFact::fact()),        in("identity", NameFact::fact()),
          in("identity", ReadingFact::fact()),     in("identity", DocumentFact::fact()),
          in("study", ItemFact::fact()),           in("papers", PaperFact::fact()),
          in("school", SchoolProfileFact::fact()), in("school", SchoolStagesFact::fact()),
          in("school", SchoolRulesFact::fact()),   in("class", ClassFact::fact()),
          in("class", ClassStateFact::fact()),     in("class", ClassProfileFact::fact()),
          in("class", PlacementFact::fact()),      in("study", OutcomeFact::fact())};
}

} // namespace xueji
