#pragma once

#include "domain/ledger_facts.h"
#include "domain/student_row.h"
#include "store/backup.h"
#include "store/ledger.h"
#include "store/register_store.h"
#include "support/test_register.h"

#include <QSqlDatabase>

namespace xueji::test {

/// A child with made-up numbers; region 132203 was given up long before such a child was born.
StudentRow plainChild(int number);
/// A child in which every item says something.
StudentRow fullChild();

/// Acts of the subjects with what each plans, in one transaction with its log row, as an office writes them; no rule is
/// asked. Answers the subjects.
Result<QList<qint64>> writeActs(RegisterStore& store, const QList<QPair<Act, Planned>>& acts,
                                std::optional<Batch> batch = {});
/// The act and rows of an enrolment of this child, with its number as one made here.
QPair<Act, Planned> enrolmentOf(RegisterStore& store, const StudentRow& row);
Result<qint64> enrolIn(RegisterStore& store, const StudentRow& row);
/// One act of a child with these rows.
Result<QList<qint64>> changeIn(RegisterStore& store, qint64 student, const QDate& day, const QString& kind,
                               const Planned& planned);
Planned statusFrom(const QDate& day, StudentStatus status);
Planned itemFrom(const QDate& day, const QString& item, const QString& value);

/// A new register in a temporary folder, its store alone: what is written is asked of no rule.
class TestStore {
public:
  TestStore();

  QString folder() const { return m_place.filePath(QStringLiteral("school.xueji")); }
  QString path(const QString& name) const { return m_place.filePath(name); }
  Result<std::unique_ptr<RegisterStore>> open(Access access = Access::Write);
  void reopen();
  qint64 enrol(const StudentRow& row);

  FixedClock clock;
  std::unique_ptr<RegisterStore> store;
  QString recovery;

private:
  QTemporaryDir m_place;
};

/// Every row of every table as text, in a fixed order: two equal registers give equal dumps.
QStringList dump(const QSqlDatabase& database, const QStringList& without = {});
/// What verify() finds: "check object".
QStringList faultsOf(RegisterStore& store);

} // namespace xueji::test
