#pragma once

#include "domain/chains.h"
#include "domain/class_book.h"
#include "domain/error.h"

#include <QVariant>

namespace xueji {

class StoreSession;

/// One class as it stands today.
struct ClassRow {
  qint64 id = 0;
  qint64 revision = 0;
  bool standing = true; ///< false: its making was declared void
  ClassFact is;
  QString opened;
  QString closed; ///< first day on which it is closed; empty while nothing closes it
  QString name;   ///< as lists show it: 3班, or the name it goes by
  QString headTeacher;
  int capacity = 0;
};

/// What is true today of each class: a cache of the dated facts like StudentTable, written by Ledger only and compared
/// by verify(). Whoever signs in may read it: a class is nobody's data.
class ClassTable {
public:
  explicit ClassTable(StoreSession& session) : m_session(session) {}

  Result<void> write(const ClassRow& row);
  Result<qint64> lastId();
  /// How many children are in each class today, in school or suspended (a suspended child keeps its place: C05).
  Result<QHash<qint64, int>> children();
  /// All classes with their dated facts.
  Result<ClassBook> book();
  /// Changes whenever a class does.
  Result<QPair<qint64, qint64>> stamp();

private:
  StoreSession& m_session;
};

/// The present row of a class, computed from its chains: as at the later of `day` and its first day; of a voided one as
/// known before the void. Error: Internal (a class without a row that made it).
Result<ClassRow> presentClass(const Chains& chains, qint64 id, const QDate& day, qint64 revision);

namespace detail {
/// Columns of table class in the order in which `classValues` has them.
QStringList classColumnNames();
QVariantList classValues(const ClassRow& row);
} // namespace detail

} // namespace xueji
