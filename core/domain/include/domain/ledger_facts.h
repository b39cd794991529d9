#pragma once

#include "domain/act.h"
#include "domain/chains.h"
#include "domain/school_profile.h"
#include "domain/student_number.h"
#include "domain/wish.h"

namespace xueji {

// The facts of the register: of each its description and, as a struct, what one row says.

/// 学籍: enrolment in a stage at a school.
struct EnrolmentFact {
  QString school; ///< 学校标识码; an earlier school's where the dossier was continued
  Stage stage = Stage::Primary;
  int cohort = 0;     ///< 入学年级
  QString entryMonth; ///< yyyy-MM or empty
  QString entryMode;  ///< code of table entry_mode or empty

  static const Fact& fact();
  QStringList values() const; ///< the entry mode as entryModeIn() has it
  static EnrolmentFact of(const FactRow& row);
};

/// A mode of entry as the stage has it: 其他 is 12 in the compulsory stage and 99 in senior school.
QString entryModeIn(Stage stage, const QString& code);

/// 学籍状态
struct StatusFact {
  StudentStatus status = StudentStatus::InSchool;

  static const Fact& fact();
  QStringList values() const { return {toKey(status)}; }
  static StatusFact of(const FactRow& row);
};

/// 学籍号
struct NumberFact {
  QString value;
  NumberSource source = NumberSource::Local;

  static const Fact& fact();
  QStringList values() const { return {value, toKey(source)}; }
  static NumberFact of(const FactRow& row);
};

/// 姓名
struct NameFact {
  QString value;

  static const Fact& fact();
  QStringList values() const { return {value}; }
};

/// How the name is read.
struct ReadingFact {
  QString full;     ///< "Zhang Xiaoming"
  QString initials; ///< "zxm"
  bool byPerson = false;

  static const Fact& fact();
  QStringList values() const;
  static ReadingFact of(const FactRow& row);
  /// As a person gave it (`typed` not empty), else as it is made from the name.
  static ReadingFact from(const QString& name, const QString& typed);
};

/// 身份证件
struct DocumentFact {
  QString type; ///< code of table id_document
  QString number;

  static const Fact& fact();
  QStringList values() const { return {type, number}; }
};

/// All items of the collection form that are no state.
struct ItemFact {
  ItemValues items;

  static const Fact& fact();
  QStringList values() const { return {canonicalJson(items)}; }
};

/// 证明材料: a paper that was seen, or one seen earlier that was given back or is no longer accepted.
struct PaperFact {
  QString kind;   ///< as the rule book names it, e.g. "deferral_approval"
  QString number; ///< of the paper
  QString issuer;
  QString level;  ///< of the issuer: township, county, prefecture, province, nation
  QString issued; ///< yyyy-MM-dd or empty
  QString note;
  qint64 withdraws = 0; ///< id of the row that this one ends; 0: a paper seen

  static const Fact& fact();
  QStringList values() const;
  static PaperFact of(const FactRow& row);
  static PaperFact of(const SeenPaper& paper);
  SeenPaper seen() const;
  /// The papers of the subject that stand on a day.
  static QList<FactRow> standing(const Chains& chains, const QString& day, Known known = {});
};

/// 学校信息, without stages and system.
struct SchoolProfileFact {
  static const Fact& fact();
};

/// 学段与学制
struct SchoolStagesFact {
  static const Fact& fact();
};

/// 县（区）和学校规则设置: what county and school change of the rule book, from a day on.
struct SchoolRulesFact {
  QJsonObject county; ///< as RuleBook::withSettings() reads it; empty: nothing is changed
  QJsonObject school;

  static const Fact& fact();
  QStringList values() const;
  static SchoolRulesFact of(const FactRow& row);
};

/// What profile and stages together say of the school.
Result<SchoolProfile> schoolOf(const Chains& chains, const QString& day, Known known = {});
/// The rows of a profile: profile, then stages.
QList<PlannedRow> rowsOf(const SchoolProfile& school, const QString& from);

/// Every fact of the register, in the order in which they are written.
QList<Fact> ledgerFacts();

} // namespace xueji
