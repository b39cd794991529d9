#pragma once

#include "domain/finding.h"
#include "domain/student_record.h"
#include "register/column_mapping.h"

#include <QDate>
#include <algorithm>

namespace xueji {

struct ImportOptions {
  int entryYear = 0; ///< 入学年份, e.g. 2024
  QDate effective;   ///< null: 1 September of the entry year
};

struct ImportFinding {
  int row = 0;    ///< sheet row, the first line is 1
  QString column; ///< header as in the file; empty for the whole row
  Finding finding;
};

struct ImportRepair {
  int row = 0;
  QString column;
  QString kind; ///< "width", "case", "spaces", "dots" ... (field_parser.h)
};

struct ImportRow {
  enum class Verdict {
    Enrol,     ///< new, nothing against it
    Refused,   ///< a finding of severity refuse or proof stands against it
    Unchanged, ///< the register already has exactly this
    Differs,   ///< the register has this child with other data: a finding, never an overwrite
  };
  int sheetRow = 0;
  StudentRecord record;
  Verdict verdict = Verdict::Enrol;
};

struct ImportSummary {
  int rows = 0;
  int enrol = 0; ///< would be (or were) enrolled
  int refused = 0;
  int unchanged = 0;
  int differs = 0;
  int repaired = 0; ///< rows with at least one repair
};

/// What a dry run knows: every row judged, nothing written. Made by planImport(), carried out by commitImport().
struct ImportPlan {
  QString fileName;    ///< without folder
  QByteArray fileHash; ///< SHA-256
  QString encoding;    ///< of a CSV; empty otherwise
  bool encodingCertain = true;
  ImportOptions options; ///< effective date filled in
  Sheet sheet;           ///< the sheet as read, for the marked copy
  ColumnMapping columns;
  QList<ImportRow> rows;
  QList<ImportFinding> findings; ///< ordered by row, then column
  QList<ImportRepair> repairs;
  qint64 lastAct = 0; ///< newest act of the register when the plan was made

  ImportSummary summary() const;
  /// Nothing is refused, no row and no column.
  bool allGood() const {
    return std::none_of(findings.begin(), findings.end(),
                        [](const ImportFinding& found) { return found.finding.severity != Severity::Warn; });
  }
};

} // namespace xueji
