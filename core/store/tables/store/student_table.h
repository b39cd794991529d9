#pragma once

#include "domain/error.h"
#include "domain/student_query.h"
#include "domain/student_row.h"
#include "text/order.h"

#include <QHash>
#include <QVariant>
#include <functional>
#include <optional>

namespace xueji {

class StoreSession;

/// What is true today of each child with its family members: a cache of the dated facts (present_row.h), written by
/// Ledger only and compared by verify(). Reading needs Capability::ReadRecords (RoleForbids). Errors of every method
/// besides those named: RegisterDamaged, DiskFull, NotWritable, Internal.
class StudentTable {
public:
  explicit StudentTable(StoreSession& session) : m_session(session) {}

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
  /// or former) and phone, as far as `reach` goes; then names that contain it.
  Result<QList<StudentRow>> find(const QString& text, int limit, TextReach reach = {});
  /// One item of everybody not voided, as it stands today.
  Result<QHash<qint64, QString>> column(Field field);
  /// Those of the ids that have a present row, in the order of people's names.
  Result<QList<qint64>> inOrder(const QList<qint64>& ids);
  Result<QList<int>> entryYears(); ///< descending; of everybody not voided

private:
  friend class Ledger;
  friend class PresentCheck;
  /// Writes the present row; `fresh`: the child has none yet.
  Result<void> write(const StudentRow& row, bool fresh);
  Result<bool> writeChanges(qint64 id, const QVariantList& values);
  /// Sort keys and folded texts of everybody, made anew.
  Result<void> rewriteDerived();
  Result<qint64> lastId();
  StoreSession& m_session;
};

namespace detail {

/// Columns of table student in the order in which `columnValues` has them.
QStringList studentColumnNames();
/// Of those, the ones that depend on ICU's version (sort key and folded texts).
QStringList derivedColumnNames();
/// What the present row says, column by column, as it is stored.
QVariantList columnValues(const StudentRow& row, const ChineseOrder& order);
/// Columns of one family member in the order of kMemberColumns; empty where nothing is said of the person.
QVariantList memberValues(const StudentRecord& record, int position);

} // namespace detail

} // namespace xueji
