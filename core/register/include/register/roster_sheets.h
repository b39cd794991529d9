#pragma once

#include "exchange/sheet.h"
#include "register/import_plan.h"

namespace xueji {

/// A sheet of a file, looked at for a roster.
struct SheetLook {
  ColumnReading reading;
  bool isShown = true;
  bool isRoster() const { return reading.isRoster(); }
};
/// Every sheet in the order of the file.
QList<SheetLook> lookAt(const SheetFile& file, const FieldCatalogue& fields, const ColumnWishes& wishes = {});

/// Indexes of the sheets that are taken: those of `names`, else the only roster that is shown, or with `all` every
/// roster that is. Where no sheet is a roster, the only one that is one but for its columns.
/// Errors: SheetUnknown (name, names of the rosters), SheetsUndecided (names), else the fault of the first sheet that
/// is shown.
Result<QList<qsizetype>> chosenSheets(const SheetFile& file, const QList<SheetLook>& looks, const QStringList& names,
                                      bool all);

/// The name of the only roster that is shown; nothing where there are several or none: a person chooses.
QStringList onlyRoster(const SheetFile& file, const QList<SheetLook>& looks);

/// Why the chosen sheets cannot be read yet, none when they can: their faults, ColumnUnknown for a wish that names no
/// column of them. Of several the fault tells the sheet.
std::optional<Error> faultOfColumns(const SheetFile& file, const QList<SheetLook>& looks,
                                    const QList<qsizetype>& chosen, const ColumnWishes& wishes);

/// The sheets that are not taken and why.
QList<PassedSheet> passedOver(const SheetFile& file, const QList<SheetLook>& looks, const QList<qsizetype>& chosen);

} // namespace xueji
