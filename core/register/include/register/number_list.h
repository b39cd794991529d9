#pragma once

#include "domain/progress.h"
#include "register/import_plan.h"
#include "register/office.h"

namespace xueji {

/// The national system's list of 学籍号: identity number, name, number. Each child of the list is looked for by its
/// identity number; what differs is said and never overwritten.
struct NumberRow {
  enum class Verdict {
    Issued,  ///< the number would be (or was) recorded
    Same,    ///< the record has it
    Refused, ///< a finding stands against it
  };
  int sheet = 0; ///< index into NumberPlan::sheets
  int sheetRow = 0;
  qint64 student = 0; ///< 0: not in the register
  QString name;       ///< as the list has it
  QString before;     ///< present 学籍号 of the record
  QString number;     ///< of the list
  QDate effective;    ///< first day: that of the options, or the later one of the number that it replaces
  Verdict verdict = Verdict::Refused;
};

struct NumberOptions {
  QDate effective;           ///< null: today
  QStringList sheets = {};   ///< as of ImportOptions
  bool allSheets = false;    ///< likewise
  ColumnWishes columns = {}; ///< likewise
  bool operator==(const NumberOptions&) const = default;
};

struct NumberPlan {
  QString fileName;
  QByteArray fileHash; ///< SHA-256
  NumberOptions options;
  QList<ImportSheet> sheets;
  QList<PassedSheet> passedOver;
  QList<NumberRow> rows;
  QList<ImportFinding> findings;
  QList<ImportRepair> repairs;
  qint64 lastAct = 0;

  int count(NumberRow::Verdict verdict) const;
  bool allGood() const { return count(NumberRow::Verdict::Refused) == 0; }
};

/// Reads the list and judges each number; writes nothing. Findings: numbers_child_unknown, numbers_name_differs,
/// numbers_other_number (the record has another number of the system), numbers_later, numbers_incomplete,
/// numbers_twice, those of the cells and of the rules. Errors: RoleForbids, those of chosenSheets() and
/// faultOfColumns(), HeaderMissing, DayTooLate and the like of a single act.
Result<NumberPlan> planNumbers(Office& office, const SheetFile& file, const QString& path, const NumberOptions& options,
                               const Progress& progress = {});

struct NumbersDone {
  qint64 batch = 0; ///< 0 when there was nothing to write
  int issued = 0;
};
/// Records the numbers as one batch in one transaction. With refused rows only where `onlyGood` (RefusedByRules).
Result<NumbersDone> commitNumbers(Office& office, const NumberPlan& plan, bool onlyGood, const Progress& progress = {});

} // namespace xueji
