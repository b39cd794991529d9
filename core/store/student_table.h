#pragma once

#include "domain/act.h"
#include "domain/error.h"
#include "domain/school_system.h"
#include "domain/student_record.h"

#include <QSet>
#include <functional>
#include <optional>

namespace xueji {

class StoreSession;

/// One child of the register as it stands today.
struct StudentRow {
  qint64 id = 0;
  /// All items. Field::StudentNumber mirrors `studentNumber`.
  StudentRecord record;
  QString studentNumber; ///< present 学籍号
  StudentStatus status = StudentStatus::InSchool;
  int entryYear = 0;
  Stage stage = Stage::Primary;
  QString pinyin;      ///< "Zhang Xiaoming"; made from the name where left empty
  QString initials;    ///< "zxm"; likewise
  QDate enrolledOn;    ///< effective day of the enrolment
  qint64 revision = 0; ///< rises with every change; RecordChanged when it is not the one read
};

enum class StudentSort {
  Name,
  StudentNumber,
  IdentityNumber,
  BirthDate,
  EntryYear,
  Class,
  Status,
  Sex,
  EnrolledOn,
  Id
};

/// Which students, in which order. What is empty does not restrict.
struct StudentQuery {
  /// As typed: name part, pinyin, initials, beginning of a number or phone. Folded by the table.
  QString text;
  QSet<StudentStatus> statuses; ///< empty: everybody except Voided
  QSet<int> entryYears;
  std::optional<Stage> stage;
  QString sex;                          ///< code
  QString ethnicGroup;                  ///< code
  QString className;                    ///< exactly
  std::optional<bool> placed;           ///< in a class, or 待分班
  StudentSort sort = StudentSort::Name; ///< ties by name, then id: always one order
  bool descending = false;
};

/// Students with their family members, their present standing, and the dated rows behind it: insert(), update() and
/// setStatus() also write names, documents, numbers and status as dated rows (number_history.h).
/// Reading needs Capability::ReadRecords, changing ChangeRecords (RoleForbids). Errors of every method besides those
/// named: RegisterDamaged, DiskFull, NotWritable, Internal.
class StudentTable {
public:
  explicit StudentTable(StoreSession& session) : m_session(session) {}

  /// Answers the new id. `row.id` and `row.revision` are not looked at. Valid from enrolledOn.
  Result<qint64> insert(const StudentRow& row);
  /// Writes the whole row; `row.revision` must be the one read. Changed name, document or 学籍号 get a dated row from
  /// `effective` (null: today) unless numbers() has it already. Errors: RecordChanged, StudentNotFound.
  Result<void> update(const StudentRow& row, const QDate& effective = {}, qint64 act = 0);
  /// Present status, from a day on. Voided: the enrolment never was (its dated rows are marked void, its number stays
  /// burnt). Errors: StudentNotFound.
  Result<void> setStatus(qint64 student, StudentStatus status, const QDate& effective, qint64 act = 0);
  /// Takes the latest setStatus() back: the status before it holds again.
  Result<void> revertStatus(qint64 student);

  Result<std::optional<StudentRow>> byId(qint64 id);
  /// Present or former 学籍号, of a voided enrolment only where nobody else has it.
  Result<std::optional<StudentRow>> byStudentNumber(const QString& number);
  /// Present document number; never a voided enrolment.
  Result<std::optional<StudentRow>> byIdentityNumber(const QString& number);
  Result<QList<StudentRow>> allByIdentityNumber(const QString& number); ///< voided ones too
  /// Not voided; canonical values: name, sex code, yyyy-MM-dd.
  Result<QList<StudentRow>> sameNameSexBirth(const QString& name, const QString& sex, const QString& birthDate);

  Result<QList<StudentRow>> page(const StudentQuery& query, int offset, int limit);
  Result<int> count(const StudentQuery& query);
  /// In the order of the query; stops when `each` answers false. Do not change students in `each`.
  Result<void> forEach(const StudentQuery& query, const std::function<bool(const StudentRow&)>& each);
  /// By the indexed folded columns: name, pinyin or initials beginning with the text, document number, 学籍号 (present
  /// or former) and phone; then names that contain it.
  Result<QList<StudentRow>> find(const QString& text, int limit);
  /// The roll as at a day: who was in school or suspended then, from the dated rows. In order of names.
  Result<QList<qint64>> asOf(const QDate& day);
  Result<QList<int>> entryYears(); ///< descending; of everybody not voided

private:
  friend class Verification;
  /// For verify(), which tells nobody what it read: an auditor may run it.
  Result<std::optional<StudentRow>> stored(qint64 id);
  StoreSession& m_session;
};

} // namespace xueji
