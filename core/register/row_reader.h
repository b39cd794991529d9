#pragma once

#include "domain/field_parser.h"
#include "register/import_plan.h"
#include "rules/judge.h"

namespace xueji {

/// One row of a sheet turned into a record: what was repaired, what could not be read.
struct ReadRow {
  StudentRecord record;
  QHash<Field, QStringList> repairs;
  QList<QPair<Field, FieldFault>> faults; ///< in column order
  bool blank = true;
};

/// Reads the cells of one row by the mapping. A blood group is passed over: the register keeps no more than it needs.
/// A cell of a kind that the item cannot be is a fault of that kind, and nothing of it is taken. `date1904`: of the
/// sheet.
ReadRow readRow(const QList<Cell>& cells, const ColumnMapping& mapping, const FieldParser& parser, bool date1904);

/// The stage an enrolment belongs to: the grade of the sheet where one stands, else the only stage of the school, else
/// the child's age in the entry year.
Stage stageOf(const StudentRecord& record, int entryYear, const SchoolSystem& system);

} // namespace xueji
