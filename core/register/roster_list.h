#pragma once

#include "domain/progress.h"
#include "exchange/sheet_writer.h"
#include "register/office.h"

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

/// Columns of a full export: the 72 items with the student number, in form order, names not codes.
QList<Field> exportFields(const FieldCatalogue& fields);

/// Masks identity and student numbers, phones unless `full` (which the log then says, with the purpose).
Result<RosterList> rosterList(Office& office, const StudentQuery& query, const QList<Field>& fields, bool full,
                              const Progress& progress = {});

/// Writes xlsx or csv by the ending of `path`. The export is logged with receiver and purpose.
Result<int> exportRoster(Office& office, const StudentQuery& query, const QString& path, const QString& purpose,
                         const Progress& progress = {});

} // namespace xueji
