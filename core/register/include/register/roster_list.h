#pragma once

#include "domain/progress.h"
#include "domain/student_query.h"
#include "domain/student_row.h"
#include "exchange/sheet_writer.h"
#include "register/export_layout.h"
#include "register/leaving.h"
#include "store/witness.h"

namespace xueji {

/// The list of students as a table of display texts: what the list page, the xlsx/CSV export and the printed roster
/// use.
struct RosterList {
  QString title;            ///< 2024级 学生名册 ...
  QList<Field> fields;      ///< columns
  QList<QStringList> rows;  ///< display texts, in the order asked for; a 学籍号 only of the national system
  QStringList localNumbers; ///< of each row the 校内临时编号; empty where the child has a 学籍号
  int boys = 0;
  int girls = 0;
  int boarders = 0;
};

/// The display text of an item, numbers and phones masked unless `full` (P06).
QString shownValue(const FieldCatalogue& fields, Field field, const QString& canonical, bool full);

/// The same of a child's record, where a number that was made here says that it is a 校内临时编号.
QString shownItem(const FieldCatalogue& fields, const StudentRow& row, Field field, bool full);

/// Of a child enrolled ahead, 自 2026-09-01 起; empty from the first day of its enrolment on.
QString markOfAhead(const StudentRow& row, const QDate& today);

/// Columns of a full export: the 72 items with the student number, in form order, names not codes.
QList<Field> exportFields(const FieldCatalogue& fields);

/// Masks identity and student numbers, phones unless `full` (which the log then says, with the purpose). Holds what the
/// person may see.
Result<RosterList> rosterList(Office& office, const StudentQuery& query, const QList<Field>& fields, bool full,
                              const Progress& progress = {});

struct Exported {
  int rows = 0;
  QMap<QString, int> changed; ///< "户口性质：居民户口→非农业" -> in how many cells a prescribed sheet says it otherwise
  QStringList left; ///< headers of columns that the person may not export: empty in a prescribed sheet
};
/// Writes xlsx or csv by the ending of `path`: the columns that the person may export, numbers in full where a purpose
/// is given. A 校内临时编号 stands in a column of its own, which the import passes over, not under 学籍号. A prescribed
/// layout needs a purpose: masked numbers are of no use there. The export is logged with receiver and purpose. Errors:
/// RoleForbids, WrongUse (no purpose), WitnessNeeded (more than 50 children in full and no token), WitnessSpent,
/// Cancelled, those of the file.
Result<Exported> exportRoster(Office& office, const StudentQuery& query, const QString& path, const QString& purpose,
                              const ExportLayout* layout = nullptr, const Progress& progress = {},
                              WitnessToken* witness = nullptr);

/// Rows of a list, numbers masked, are to go into the clipboard: right and log (P02). Error: RoleForbids.
Result<void> logCopied(Office& office, int rows, const QList<Field>& fields);

} // namespace xueji
