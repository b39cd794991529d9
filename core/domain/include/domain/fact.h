#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace xueji {

/// Whose facts they are.
enum class SubjectKind { Student, School, Class };
QString toKey(SubjectKind kind); ///< "student", "school", "class" as stored
std::optional<SubjectKind> subjectKindFromKey(const QString& key);

struct Subject {
  SubjectKind kind = SubjectKind::Student;
  qint64 id = 0; ///< 0: not yet made; of the school always 1
  bool operator==(const Subject&) const = default;
  static Subject student(qint64 id) { return {SubjectKind::Student, id}; }
  static Subject ofClass(qint64 id) { return {SubjectKind::Class, id}; }
  static Subject school() { return {SubjectKind::School, 1}; }
};
size_t qHash(const Subject& subject, size_t seed = 0);
QString objectOf(const Subject& subject); ///< "student:17", "school": as the log names it

enum class FactShape {
  State, ///< one value at a time; each row holds until the next begins
  Items, ///< many items in one row: {item id: value}; an item holds until a later row names it again
  Entry, ///< happened, or lasts beside others
};

enum class FactColumnType {
  Text,
  Integer, ///< decimal text in memory
  Items,   ///< canonical JSON of item ids and values (canonical_json.h)
};

struct FactColumn {
  QString name;
  FactColumnType type = FactColumnType::Text;
  /// The item of the record that it holds (field_catalogue.h), empty where it is none.
  QString item = {};
  /// It names another row of the same fact, upon which its own row is built.
  bool ownRow = false;
  /// It holds the id of another subject of this kind (0: none), which must stand while a row names it. A negative id
  /// in a planned row is the subject that the wish of this place (-1: the first) of the same call makes.
  std::optional<SubjectKind> names = {};
  int since = 1; ///< version of the schema from which on its fact has it
  /// It says more of the column before it and is never done again without it (the source of a number).
  bool withPrevious = false;
  QString label = {};                        ///< 学段, as timeline and papers say it; empty: by the item or the fact
  QString (*told)(const QString&) = nullptr; ///< the stored value in words; null: as it is stored
};

/// A kind of dated fact: one table, one line of the registry. Everything else (SQL, seal, dump, timeline, verify) is
/// made from this description.
struct Fact {
  QString key;  ///< "status"; its table is fact_status
  QString name; ///< 学籍状态
  FactShape shape = FactShape::State;
  SubjectKind of = SubjectKind::Student;
  QList<FactColumn> columns;
  /// Every later act of the subject builds on an act with such a row (the enrolment).
  bool foundation = false;
  /// Its rows may not begin before the subject's foundation does (status and class; T15 for the rest).
  bool notBeforeFoundation = false;
  bool shown = true;        ///< in the timeline; false where it only follows from an item
  QStringList lookups = {}; ///< columns that are asked for by value: each has an index
  /// Group of rights (rights.h) that its rows belong to, of items the one for those the catalogue does not know.
  QString group = {};
  int since = 1; ///< version of the schema from which on a register keeps it

  QString table() const { return QStringLiteral("fact_") + key; }
  /// Index into columns; -1 where there is none.
  int column(const QString& columnName) const;
};

/// One row of a fact: the effect of an act.
struct FactRow {
  qint64 id = 0; ///< 1, 2, 3 ... in its table without gap; 0 until stored
  qint64 act = 0;
  qint64 voidedBy = 0; ///< 0 while it stands
  qint64 subject = 0;
  QString from;       ///< first day, yyyy-MM-dd; '' = the beginning
  QStringList values; ///< in the order of Fact::columns
};

/// A row that a plan wishes.
struct PlannedRow {
  QString fact; ///< key
  QString from; ///< first day; '' = the beginning
  QStringList values;
};

/// A row that an act marks void.
struct RowMark {
  QString fact;
  qint64 row = 0;
  bool operator==(const RowMark&) const = default;
};

} // namespace xueji
