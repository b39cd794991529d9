#include "register/roster_sheets.h"

#include <algorithm>

namespace xueji {
namespace {

QStringList rosterNames(const SheetFile& file, const QList<SheetLook>& looks) {
  QStringList names;
  for (qsizetype i = 0; i < looks.size(); ++i)
    if (looks[i].isRoster())
      names << file.sheets[i].name;
  return names;
}

/// Sheets that would be rosters if a person said which columns hold what is missing.
QList<qsizetype> nearlyRosters(const QList<SheetLook>& looks) {
  QList<qsizetype> nearly;
  for (qsizetype i = 0; i < looks.size(); ++i)
    if (looks[i].reading.fault && looks[i].reading.fault->code == ErrorCode::HeaderMissing)
      nearly << i;
  return nearly;
}

PassedSheet passed(const QString& name, const SheetLook& look) {
  PassedSheet sheet{name, PassedSheet::Why::NotChosen, look.isRoster()};
  if (!look.isShown)
    sheet.why = PassedSheet::Why::Hidden;
  else if (!look.isRoster())
    sheet.why = look.reading.fault->code == ErrorCode::NoRows ? PassedSheet::Why::Empty : PassedSheet::Why::NoRoster;
  return sheet;
}

/// Whether the wish names a column of the sheet as the only one could be meant: of several sheets a letter alone does
/// not.
bool names(const ColumnWish& wish, const Sheet& sheet, const ColumnMapping& columns, bool isOnly) {
  if (columns.headers.key(wish.column, -1) >= 0)
    return true;
  for (const int column : columns.headers.keys() + columns.headless)
    if (const QString letters = columnLetters(column);
        wish.column == sheet.name + u'!' + letters || (isOnly && wish.column == letters))
      return true;
  return false;
}

} // namespace

QString toKey(PassedSheet::Why why) {
  switch (why) {
  case PassedSheet::Why::Hidden:
    return QStringLiteral("hidden");
  case PassedSheet::Why::Empty:
    return QStringLiteral("empty");
  case PassedSheet::Why::NoRoster:
    return QStringLiteral("no_roster");
  case PassedSheet::Why::NotChosen:
    break;
  }
  return QStringLiteral("not_chosen");
}

QString placeIn(const QList<ImportSheet>& sheets, int sheet, int row) {
  const QString line = QString::number(row);
  return sheets.size() < 2 ? line : sheets[sheet].sheet.name + QLatin1Char(' ') + line;
}

QList<SheetLook> lookAt(const SheetFile& file, const FieldCatalogue& fields, const ColumnWishes& wishes) {
  QList<SheetLook> looks;
  for (const Sheet& sheet : file.sheets)
    looks << SheetLook{readColumns(sheet, fields, wishes), sheet.shown == Sheet::Shown::Yes};
  return looks;
}

QStringList onlyRoster(const SheetFile& file, const QList<SheetLook>& looks) {
  QStringList shown;
  for (qsizetype i = 0; i < looks.size(); ++i)
    if (looks[i].isRoster() && looks[i].isShown)
      shown << file.sheets[i].name;
  return shown.size() == 1 ? shown : QStringList();
}

Result<QList<qsizetype>> chosenSheets(const SheetFile& file, const QList<SheetLook>& looks, const QStringList& names,
                                      bool all) {
  const QStringList rosters = rosterNames(file, looks);
  const QList<qsizetype> nearly = nearlyRosters(looks);
  for (const QString& name : names)
    if (!rosters.contains(name) &&
        std::none_of(nearly.begin(), nearly.end(), [&](qsizetype i) { return file.sheets[i].name == name; }))
      return fail(ErrorCode::SheetUnknown, {name, rosters.join(QStringLiteral("、"))});
  QList<qsizetype> chosen;
  QStringList shown;
  for (qsizetype i = 0; i < looks.size(); ++i) {
    const bool named = names.contains(file.sheets[i].name);
    // One that is named is taken also where a person must say first which of its columns are which.
    const bool may = looks[i].isRoster() || (named && nearly.contains(i));
    if (!may || (!names.isEmpty() && !named) || (!named && !looks[i].isShown))
      continue;
    chosen << i;
    shown << file.sheets[i].name;
  }
  if (chosen.size() > 1 && names.isEmpty() && !all)
    return fail(ErrorCode::SheetsUndecided, {shown.join(QStringLiteral("、"))});
  if (!chosen.isEmpty())
    return chosen;
  QList<qsizetype> shownNearly = nearly;
  shownNearly.removeIf([&](qsizetype i) { return !looks[i].isShown; });
  if (rosters.isEmpty() && shownNearly.size() == 1)
    return shownNearly;
  for (const SheetLook& look : looks)
    if (look.isShown && !look.isRoster())
      return std::unexpected(*look.reading.fault);
  return fail(ErrorCode::SheetsUndecided, {rosters.join(QStringLiteral("、"))}); // all of them hidden
}

std::optional<Error> faultOfColumns(const SheetFile& file, const QList<SheetLook>& looks,
                                    const QList<qsizetype>& chosen, const ColumnWishes& wishes) {
  for (const ColumnWish& wish : wishes)
    if (!wish.remembered && std::none_of(chosen.begin(), chosen.end(), [&](qsizetype i) {
          return names(wish, file.sheets[i], looks[i].reading.columns, chosen.size() == 1);
        }))
      return Error{ErrorCode::ColumnUnknown, {wish.column}};
  for (const qsizetype i : chosen) {
    std::optional<Error> fault = looks[i].reading.fault;
    if (fault && chosen.size() > 1 && !fault->args.isEmpty())
      fault->args.last().prepend(file.sheets[i].name + u'：');
    if (fault)
      return fault;
  }
  return std::nullopt;
}

QList<PassedSheet> passedOver(const SheetFile& file, const QList<SheetLook>& looks, const QList<qsizetype>& chosen) {
  QList<PassedSheet> passedSheets;
  for (qsizetype i = 0; i < looks.size(); ++i)
    if (!chosen.contains(i))
      passedSheets << passed(file.sheets[i].name, looks[i]);
  return passedSheets;
}

} // namespace xueji
