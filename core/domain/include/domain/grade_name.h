#pragma once

#include "domain/school_system.h"

#include <QDate>
#include <QString>
#include <optional>

namespace xueji {

/// 一年级 ... 六年级, 七年级 ... 九年级, 高一 ... 高三 for grades 1..12; empty for others.
QString gradeName(int grade);
/// Short form for tight columns and classes: 一 ... 九, 高一 ...
QString shortGradeName(int grade);
/// The grade a text names: 一年级, 1年级, 七年级, 初一, 初中一年级, 高一, 高中三年级, 12 ... With a pattern of 5-4,
/// 初一 is grade 6 (four junior years).
std::optional<int> gradeFromName(const QString& typed, SchoolPattern pattern = SchoolPattern::SixThree);

/// Grade of a cohort on a day: cohort 2024 of primary school is in grade 1 from 2024-09-01 to 2025-08-31.
/// None before the entry and after the last year.
std::optional<int> gradeOn(const QDate& day, const SchoolSystem& system, Stage stage, int entryYear);
/// Its name, such as 一年级; 未入学 before and 已毕业 after.
QString gradeNameOn(const QDate& day, const SchoolSystem& system, Stage stage, int entryYear);

/// 2024级
QString cohortName(int entryYear);

/// A class (班级): its cohort and number never change, its grade name does. number is 1 or more.
struct ClassName {
  Stage stage = Stage::Primary;
  int entryYear = 0;
  int number = 0;

  QString stable() const; ///< 2024级3班
  /// 一年级(3)班 as of a day; the stable name when the cohort is in no grade then.
  QString onDay(const QDate& day, const SchoolSystem& system) const;
  bool operator==(const ClassName&) const = default;
};

/// What a roster's class text says: 2024级3班, 24级3班, 2027届3班, 初中2024级3班, 一年级(3)班, 一(3)班, 103班, 2403班,
/// 3班, 三班, 03, 一年级实验班, 实验班. Parts not said are empty.
struct TypedClassName {
  std::optional<Stage> stage;
  std::optional<int> entryYear;   ///< of 级
  std::optional<int> leavingYear; ///< of 届: the summer in which the stage ends
  std::optional<int> grade;
  int number = 0; ///< 0: it goes by a name
  QString name = {};
  bool operator==(const TypedClassName&) const = default;
};
/// Nothing where the text names neither number nor name of a class: 待定, 未分班, N/A, 1,2班, 一年级, 3.5, a date.
/// With a pattern of 5-4, 初一 is grade 6.
std::optional<TypedClassName> classFromName(const QString& typed, SchoolPattern pattern = SchoolPattern::SixThree);

/// Whether a class may go by this name: it ends in 班, says neither number nor grade of an ordinary class, is no word
/// for "none yet" and holds letters, and digits behind one, only.
bool isClassName(const QString& name);

/// Natural order of grade and class names: grade, then class number (二班 before 十班 before 十一班); what cannot be
/// read comes last, by text. <0, 0, >0.
int compareClassNames(const QString& a, const QString& b);

} // namespace xueji
