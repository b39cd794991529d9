#include "domain/school_system.h"

#include <QJsonArray>
#include <algorithm>

namespace xueji {

QString toKey(Stage stage) {
  switch (stage) {
  case Stage::Primary:
    return QStringLiteral("primary");
  case Stage::Junior:
    return QStringLiteral("junior");
  case Stage::Senior:
    return QStringLiteral("senior");
  }
  return {};
}

QString chineseName(Stage stage) {
  switch (stage) {
  case Stage::Primary:
    return QStringLiteral("小学");
  case Stage::Junior:
    return QStringLiteral("初中");
  case Stage::Senior:
    return QStringLiteral("高中");
  }
  return {};
}

std::optional<Stage> stageFromKey(const QString& key) {
  for (const Stage stage : {Stage::Primary, Stage::Junior, Stage::Senior}) {
    if (toKey(stage) == key) {
      return stage;
    }
  }
  return std::nullopt;
}

QString toKey(SchoolPattern pattern) {
  return pattern == SchoolPattern::FiveFour ? QStringLiteral("5-4") : QStringLiteral("6-3");
}

std::optional<SchoolPattern> schoolPatternFromKey(const QString& key) {
  for (const SchoolPattern pattern : {SchoolPattern::SixThree, SchoolPattern::FiveFour}) {
    if (toKey(pattern) == key) {
      return pattern;
    }
  }
  return std::nullopt;
}

QList<Stage> stagesOfSchoolKind(const QString& schoolKind) {
  static const QList<Stage> kAll{Stage::Primary, Stage::Junior, Stage::Senior};
  static const QHash<QString, QList<Stage>> kStages = {
      {QStringLiteral("211"), {Stage::Primary}},
      {QStringLiteral("218"), {Stage::Primary}},
      {QStringLiteral("219"), {Stage::Primary}},
      {QStringLiteral("311"), {Stage::Junior}},
      {QStringLiteral("312"), {Stage::Primary, Stage::Junior}},
      {QStringLiteral("319"), {Stage::Junior}},
      {QStringLiteral("321"), {Stage::Junior}},
      {QStringLiteral("329"), {Stage::Junior}},
      {QStringLiteral("341"), {Stage::Junior, Stage::Senior}},
      {QStringLiteral("342"), {Stage::Senior}},
      {QStringLiteral("345"), {Stage::Primary, Stage::Junior, Stage::Senior}},
      {QStringLiteral("349"), {Stage::Senior}},
      {QStringLiteral("371"), kAll}, // junior for the most part, but not only
      {QStringLiteral("511"), kAll},
      {QStringLiteral("512"), kAll},
      {QStringLiteral("513"), kAll},
      {QStringLiteral("514"), kAll},
      {QStringLiteral("519"), kAll},
  };
  return kStages.value(schoolKind);
}

QString usualSchoolKindOfCategory(const QString& category) {
  static const QHash<QString, QString> kKinds = {
      {QStringLiteral("21"), QStringLiteral("211")}, {QStringLiteral("31"), QStringLiteral("311")},
      {QStringLiteral("32"), QStringLiteral("321")}, {QStringLiteral("34"), QStringLiteral("342")},
      {QStringLiteral("37"), QStringLiteral("371")}, {QStringLiteral("51"), QStringLiteral("514")},
  };
  return kKinds.value(category);
}

QList<Stage> stagesOfCategory(const QString& category) {
  return stagesOfSchoolKind(usualSchoolKindOfCategory(category));
}

SchoolSystem::SchoolSystem(QList<Stage> stages, SchoolPattern pattern)
    : m_stages(std::move(stages)), m_pattern(pattern) {
  std::sort(m_stages.begin(), m_stages.end());
  m_stages.erase(std::unique(m_stages.begin(), m_stages.end()), m_stages.end());
}

void SchoolSystem::setPattern(Stage stage, int fromEntryYear, SchoolPattern pattern) {
  m_changes.removeIf([&](const Change& c) { return c.stage == stage && c.fromEntryYear == fromEntryYear; });
  m_changes.append({stage, fromEntryYear, pattern});
  std::sort(m_changes.begin(), m_changes.end(), [](const Change& a, const Change& b) {
    return a.stage != b.stage ? a.stage < b.stage : a.fromEntryYear < b.fromEntryYear;
  });
}

SchoolPattern SchoolSystem::pattern(Stage stage, int entryYear) const {
  SchoolPattern pattern = m_pattern;
  for (const Change& change : m_changes) {
    if (change.stage == stage && change.fromEntryYear <= entryYear) {
      pattern = change.pattern;
    }
  }
  return pattern;
}

int SchoolSystem::years(Stage stage, int entryYear) const {
  const bool fiveFour = pattern(stage, entryYear) == SchoolPattern::FiveFour;
  switch (stage) {
  case Stage::Primary:
    return fiveFour ? 5 : 6;
  case Stage::Junior:
    return fiveFour ? 4 : 3;
  case Stage::Senior:
    return 3;
  }
  return 0;
}

int SchoolSystem::lastGrade(Stage stage, int entryYear) const {
  switch (stage) {
  case Stage::Primary:
    return years(stage, entryYear);
  case Stage::Junior:
    return 9;
  case Stage::Senior:
    return 12;
  }
  return 0;
}

int SchoolSystem::firstGrade(Stage stage, int entryYear) const {
  return lastGrade(stage, entryYear) - years(stage, entryYear) + 1;
}

std::optional<int> SchoolSystem::gradeIn(int schoolYear, Stage stage, int entryYear) const {
  const int passed = schoolYear - entryYear;
  if (passed < 0 || passed >= years(stage, entryYear)) {
    return std::nullopt;
  }
  return firstGrade(stage, entryYear) + passed;
}

std::optional<SchoolSystem::Cohort> SchoolSystem::cohortOfGrade(int grade, int schoolYear) const {
  for (const Stage stage : m_stages) {
    for (int entryYear = schoolYear; entryYear > schoolYear - 6; --entryYear) {
      if (gradeIn(schoolYear, stage, entryYear) == grade) {
        return Cohort{stage, entryYear};
      }
    }
  }
  return std::nullopt;
}

QJsonObject SchoolSystem::toJson() const {
  QJsonArray stages;
  for (const Stage stage : m_stages) {
    stages.append(toKey(stage));
  }
  QJsonArray changes;
  for (const Change& change : m_changes) {
    changes.append(QJsonObject{{QStringLiteral("stage"), toKey(change.stage)},
                               {QStringLiteral("from"), change.fromEntryYear},
                               {QStringLiteral("pattern"), toKey(change.pattern)}});
  }
  return {{QStringLiteral("stages"), stages},
          {QStringLiteral("pattern"), toKey(m_pattern)},
          {QStringLiteral("changes"), changes}};
}

std::optional<SchoolSystem> SchoolSystem::fromJson(const QJsonObject& object) {
  QList<Stage> stages;
  for (const QJsonValue& value : object.value(QStringLiteral("stages")).toArray()) {
    const auto stage = stageFromKey(value.toString());
    if (!stage) {
      return std::nullopt;
    }
    stages.append(*stage);
  }
  const auto pattern = schoolPatternFromKey(object.value(QStringLiteral("pattern")).toString());
  if (!pattern) {
    return std::nullopt;
  }
  SchoolSystem system(stages, *pattern);
  for (const QJsonValue& value : object.value(QStringLiteral("changes")).toArray()) {
    const QJsonObject change = value.toObject();
    const auto stage = stageFromKey(change.value(QStringLiteral("stage")).toString());
    const auto changed = schoolPatternFromKey(change.value(QStringLiteral("pattern")).toString());
    const int from = change.value(QStringLiteral("from")).toInt();
    if (!stage || !changed || from <= 0) {
      return std::nullopt;
    }
    system.setPattern(*stage, from, *changed);
  }
  return system;
}

} // namespace xueji
