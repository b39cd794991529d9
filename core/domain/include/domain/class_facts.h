#pragma once

#include "domain/chains.h"
#include "domain/school_system.h"

namespace xueji {

// The facts of a class (班级), who is in which, and how a stage ended.

enum class ClassKind {
  Ordinary,   ///< 普通班
  Multigrade, ///< 复式班: several cohorts, so none of its own
  Special,    ///< 特教班: by kind of disability, not by cohort
};
QString toKey(ClassKind kind); ///< "ordinary", "multigrade", "special" as stored
QString chineseName(ClassKind kind);
std::optional<ClassKind> classKindFromKey(const QString& key);
QList<ClassKind> allClassKinds();

/// 班级: what never changes of it. Its name follows from cohort, number and school year.
struct ClassFact {
  Stage stage = Stage::Primary;
  int cohort = 0; ///< 入学年级; 0 where the kind has none
  int number = 0; ///< 1 or more; 0 where the class goes by a name of its own
  ClassKind kind = ClassKind::Ordinary;

  static const Fact& fact();
  QStringList values() const;
  static ClassFact of(const FactRow& row);
  bool operator==(const ClassFact&) const = default;
};

/// 班级状态: open from its first day until it is closed.
struct ClassStateFact {
  bool open = true;

  static const Fact& fact();
  QStringList values() const;
  static ClassStateFact of(const FactRow& row);
};

/// What may change of a class: its own name (empty: 3班 by its number), head teacher, places (0: not said).
struct ClassProfileFact {
  QString name = {};
  QString headTeacher = {};
  int capacity = 0;

  static const Fact& fact();
  QStringList values() const;
  static ClassProfileFact of(const FactRow& row);
  bool operator==(const ClassProfileFact&) const = default;
};

/// 所在班级: a child is in one class at a time, or in none (待分班).
struct PlacementFact {
  qint64 classId = 0; ///< 0: in none from this day on

  static const Fact& fact();
  QStringList values() const { return {QString::number(classId)}; }
  static PlacementFact of(const FactRow& row) { return {row.values.value(0).toLongLong()}; }
  /// In which class the child is on a day; 0: in none.
  static qint64 on(const Chains& chains, const QString& day, Known known = {});
};

enum class StageResult { Graduated, Completed, LeftEarly }; ///< 毕业, 结业, 肄业
QString toKey(StageResult result);                          ///< "graduated", "completed", "left_early"
QString chineseName(StageResult result);
std::optional<StageResult> stageResultFromKey(const QString& key);

/// 学段结果: how a stage ended, with its certificate.
struct OutcomeFact {
  Stage stage = Stage::Primary;
  StageResult result = StageResult::Graduated;
  QString certificate = {}; ///< its number
  QString issued = {};      ///< yyyy-MM-dd or empty

  static const Fact& fact();
  QStringList values() const;
  static OutcomeFact of(const FactRow& row);
};

} // namespace xueji
