#pragma once

#include "domain/progress.h"
#include "domain/student_query.h"
#include "domain/student_row.h"
#include "exchange/sheet_writer.h"
#include "register/leaving.h"
#include "store/witness.h"

namespace xueji {

/// The list of students as a table of display texts: what the list page, the xlsx/CSV export and the printed roster
/// use.
struct RosterList {
  QString title;           ///< 2024级 学生名册 ...
  QList<Field> fields;     ///< columns
  QList<QStringList> rows; ///< display texts, in the order asked for
  int boys = 0;
  int girls = 0;
  int boarders = 0;
};

/// The display text of an item, numbers and phones masked unless `full` (P06).
QString shownValue(const FieldCatalogue& fields, Field field, const QString& canonical, bool full);

/// Of a child enrolled ahead, 自 2026-09-01 起; empty from the first day of its enrolment on.
QString markOfAhead(const StudentRow& row, const QDate& today);

/// Columns of a full export: the 72 items with the student number, in form order, names not codes.
QList<Field> exportFields(const FieldCatalogue& fields);

/// Masks identity and student numbers, phones unless `full` (which the log then says, with the purpose). Holds what the
/// person may see.
Result<RosterList> rosterList(Office& office, const StudentQuery& query, const QList<Field>& fields, bool full,
                              const Progress& progress = {});

/// Writes xlsx or csv by the ending of `path`: the columns that the person may export, numbers in full where a purpose
/// is given. The export is logged with receiver and purpose. Errors: RoleForbids, WitnessNeeded (more than 50 children
/// in full and no token), WitnessSpent, Cancelled, those of the file.
Result<int> exportRoster(Office& office, const StudentQuery& query, const QString& path, const QString& purpose,
                         const Progress& progress = {}, WitnessToken* witness = nullptr);

/// Rows of a list, numbers masked, are to go into the clipboard: right and log (P02). Error: RoleForbids.
Result<void> logCopied(Office& office, int rows, const QList<Field>& fields);

} // namespace xueji
