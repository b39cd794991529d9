#pragma once

#include "domain/error.h"
#include "domain/field_catalogue.h"
#include "domain/student_record.h"

#include <QMap>

namespace xueji {

/// One column of a sheet that leaves the register.
struct LayoutColumn {
  QString header;
  Field field = Field::Name;
  QString format = {};                 ///< of days and months, as QDate writes them; empty: as people read it
  QMap<QString, QString> instead = {}; ///< code -> what the sheet calls a value that it does not know
};

/// The columns of a sheet in their order. Those that others prescribe are files of resources/layouts, one each, read by
/// their names; a new one is a new file.
struct ExportLayout {
  QString id;   ///< name of the file
  QString name; ///< Chinese
  QList<LayoutColumn> columns;
};

/// Of the program's resources, by id. Error: Internal (file and line of one that is malformed).
Result<QList<ExportLayout>> exportLayouts(const FieldCatalogue& fields);

/// A text of a column; `changed` receives "label: our name -> theirs" where the sheet calls it otherwise.
QString textOf(const LayoutColumn& column, const QString& canonical, const FieldCatalogue& fields, QString& changed);

} // namespace xueji
