#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace xueji {

/// 学段
enum class Stage { Primary = 1, Junior = 2, Senior = 3 };
QString toKey(Stage stage);       ///< "primary", "junior", "senior" as stored
QString chineseName(Stage stage); ///< 小学, 初中, 高中
std::optional<Stage> stageFromKey(const QString& key);

/// 学制 of the compulsory stage: six years of primary and three of junior school, or five and four.
enum class SchoolPattern { SixThree, FiveFour };
QString toKey(SchoolPattern pattern); ///< "6-3", "5-4"
std::optional<SchoolPattern> schoolPatternFromKey(const QString& key);

/// What a school kind (GB/T 33782 table 4, code table school_kind) teaches. Special schools (51x) and 专门学校 (371)
/// may teach every stage: the school says which.
QList<Stage> stagesOfSchoolKind(const QString& schoolKind);
/// The usual kind and stages of a school code's category (its first two digits: 21, 31, 34, 37, 51 ...); empty for a
/// category without pupils of ours (11 kindergarten) or unknown.
QString usualSchoolKindOfCategory(const QString& category);
QList<Stage> stagesOfCategory(const QString& category);

/// Which grades a school has: stages, and 6-3 or 5-4, which may change from one cohort to the next.
/// A cohort (入学年级) is the year in which the stage was entered.
class SchoolSystem {
public:
  SchoolSystem() = default;
  explicit SchoolSystem(QList<Stage> stages, SchoolPattern pattern = SchoolPattern::SixThree);

  const QList<Stage>& stages() const { return m_stages; } ///< ascending
  bool has(Stage stage) const { return m_stages.contains(stage); }
  /// From the cohort that enters `stage` in `fromEntryYear` on, `pattern` holds (earlier cohorts keep theirs).
  void setPattern(Stage stage, int fromEntryYear, SchoolPattern pattern);
  SchoolPattern pattern(Stage stage, int entryYear) const;
  int years(Stage stage, int entryYear) const;      ///< length of the stage: 6 or 5, 3 or 4, 3
  int firstGrade(Stage stage, int entryYear) const; ///< 1; 7 or 6; 10
  int lastGrade(Stage stage, int entryYear) const;
  /// Grade (1..12) of a cohort in the school year that begins in `schoolYear`; none before entry and after the last.
  std::optional<int> gradeIn(int schoolYear, Stage stage, int entryYear) const;
  /// The cohort that is in `grade` in that school year; none where this school has no such grade.
  struct Cohort {
    Stage stage;
    int entryYear;
    bool operator==(const Cohort&) const = default;
  };
  std::optional<Cohort> cohortOfGrade(int grade, int schoolYear) const;
  bool operator==(const SchoolSystem&) const = default;

  QJsonObject toJson() const;
  static std::optional<SchoolSystem> fromJson(const QJsonObject& object);

private:
  struct Change {
    Stage stage;
    int fromEntryYear;
    SchoolPattern pattern;
    bool operator==(const Change&) const = default;
  };
  QList<Stage> m_stages;
  SchoolPattern m_pattern = SchoolPattern::SixThree;
  QList<Change> m_changes; ///< by stage and year
};

} // namespace xueji
