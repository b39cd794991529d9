#include "domain/class_facts.h"

#include <array>

namespace xueji {

namespace {

constexpr auto kInteger = FactColumnType::Integer;
constexpr int kSince = 2; ///< version of the schema

template <typename T>
struct Word {
  T value;
  const char* key;
  const char* chinese;
};

constexpr std::array kClassKinds = {
    Word<ClassKind>{ClassKind::Ordinary, "ordinary", "普通班"},
    Word<ClassKind>{ClassKind::Multigrade, "multigrade", "复式班"},
    Word<ClassKind>{ClassKind::Special, "special", "特教班"},
};

constexpr std::array kStageResults = {
    Word<StageResult>{StageResult::Graduated, "graduated", "毕业"},
    Word<StageResult>{StageResult::Completed, "completed", "结业"},
    Word<StageResult>{StageResult::LeftEarly, "left_early", "肄业"},
};

template <typename Words, typename T>
const auto& wordOf(const Words& words, T value) {
  for (const auto& word : words)
    if (word.value == value)
      return word;
  return words.front();
}

template <typename T, typename Words>
std::optional<T> valueOf(const Words& words, const QString& key) {
  for (const auto& word : words)
    if (key == QLatin1String(word.key))
      return word.value;
  return std::nullopt;
}

const QString kOpen = QStringLiteral("open");
const QString kClosed = QStringLiteral("closed");

} // namespace

QString toKey(ClassKind kind) {
  return QString::fromLatin1(wordOf(kClassKinds, kind).key);
}
QString chineseName(ClassKind kind) {
  return QString::fromUtf8(wordOf(kClassKinds, kind).chinese);
}
std::optional<ClassKind> classKindFromKey(const QString& key) {
  return valueOf<ClassKind>(kClassKinds, key);
}
QList<ClassKind> allClassKinds() {
  QList<ClassKind> kinds;
  for (const auto& word : kClassKinds)
    kinds << word.value;
  return kinds;
}

const Fact& ClassFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("class"), QStringLiteral("班级"), FactShape::State, SubjectKind::Class, {}};
    fact.columns = {{QStringLiteral("stage")},
                    {QStringLiteral("cohort"), kInteger},
                    {QStringLiteral("number"), kInteger},
                    {QStringLiteral("kind")}};
    fact.foundation = true;
    fact.since = kSince;
    return fact;
  }();
  return described;
}

QStringList ClassFact::values() const {
  return {toKey(stage), QString::number(cohort), QString::number(number), toKey(kind)};
}

ClassFact ClassFact::of(const FactRow& row) {
  return {stageFromKey(row.values.value(0)).value_or(Stage::Primary), row.values.value(1).toInt(),
          row.values.value(2).toInt(), classKindFromKey(row.values.value(3)).value_or(ClassKind::Ordinary)};
}

const Fact& ClassStateFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("class_state"), QStringLiteral("班级状态"), FactShape::State, SubjectKind::Class, {}};
    fact.columns = {{QStringLiteral("value")}};
    fact.notBeforeFoundation = true;
    fact.since = kSince;
    return fact;
  }();
  return described;
}

QStringList ClassStateFact::values() const {
  return {open ? kOpen : kClosed};
}

ClassStateFact ClassStateFact::of(const FactRow& row) {
  return {row.values.value(0) == kOpen};
}

const Fact& ClassProfileFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("class_profile"), QStringLiteral("班级信息"), FactShape::State, SubjectKind::Class, {}};
    fact.columns = {{QStringLiteral("name")}, {QStringLiteral("head_teacher")}, {QStringLiteral("capacity"), kInteger}};
    fact.notBeforeFoundation = true;
    fact.since = kSince;
    return fact;
  }();
  return described;
}

QStringList ClassProfileFact::values() const {
  return {name, headTeacher, QString::number(capacity)};
}

ClassProfileFact ClassProfileFact::of(const FactRow& row) {
  return {row.values.value(0), row.values.value(1), row.values.value(2).toInt()};
}

const Fact& PlacementFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("placement"), QStringLiteral("所在班级"), FactShape::State, SubjectKind::Student, {}};
    FactColumn column{QStringLiteral("class"), kInteger, QStringLiteral("class")};
    column.names = SubjectKind::Class;
    fact.columns = {column};
    fact.notBeforeFoundation = true;
    fact.since = kSince;
    fact.lookups = {QStringLiteral("class")};
    return fact;
  }();
  return described;
}

qint64 PlacementFact::on(const Chains& chains, const QString& day, Known known) {
  const FactRow* row = chains.at(fact().key, day, known);
  return row ? of(*row).classId : 0;
}

QString toKey(StageResult result) {
  return QString::fromLatin1(wordOf(kStageResults, result).key);
}
QString chineseName(StageResult result) {
  return QString::fromUtf8(wordOf(kStageResults, result).chinese);
}
std::optional<StageResult> stageResultFromKey(const QString& key) {
  return valueOf<StageResult>(kStageResults, key);
}

const Fact& OutcomeFact::fact() {
  static const Fact described = [] {
    Fact fact{QStringLiteral("outcome"), QStringLiteral("学段结果"), FactShape::Entry, SubjectKind::Student, {}};
    fact.columns = {{QStringLiteral("stage")},
                    {QStringLiteral("result")},
                    {QStringLiteral("certificate")},
                    {QStringLiteral("issued")}};
    fact.columns[0].told = [](const QString& key) {
      const auto stage = stageFromKey(key);
      return stage ? chineseName(*stage) : key;
    };
    fact.columns[1].told = [](const QString& key) {
      const auto result = stageResultFromKey(key);
      return result ? chineseName(*result) : key;
    };
    fact.since = kSince;
    return fact;
  }();
  return described;
}

QStringList OutcomeFact::values() const {
  return {toKey(stage), toKey(result), certificate, issued};
}

OutcomeFact OutcomeFact::of(const FactRow& row) {
  return {stageFromKey(row.values.value(0)).value_or(Stage::Primary),
          stageResultFromKey(row.values.value(1)).value_or(StageResult::Graduated), row.values.value(2),
          row.values.value(3)};
}

} // namespace xueji
