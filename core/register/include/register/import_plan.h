#pragma once

#include "domain/finding.h"
#include "domain/school_system.h"
#include "domain/student_record.h"
#include "domain/wish.h"
#include "register/column_mapping.h"

#include <QDate>
#include <algorithm>

namespace xueji {

/// Kind of the paper that a first grade is placed with (rule C06).
inline const QString kDrawProtocol = QStringLiteral("draw_protocol");

struct ImportOptions {
  int entryYear = 0;        ///< 入学年份, e.g. 2024
  QDate effective;          ///< null: 1 September of the entry year
  bool makeClasses = false; ///< classes that the roster names and the school does not have are made with it
  std::optional<SeenPaper> drawProtocol = {}; ///< 均衡分班抽签记录: a first grade is placed with it
  bool operator==(const ImportOptions&) const = default;
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
    MovesUp,   ///< in the register at an earlier stage of this school: goes on under its number
    Places,    ///< in the register as it stands here, but in no class yet
    Refused,   ///< a finding of severity refuse or proof stands against it
    Unchanged, ///< the register already has exactly this
    Differs,   ///< the register has this child with other data: a finding, never an overwrite
  };
  int sheetRow = 0;
  StudentRecord record;
  Verdict verdict = Verdict::Enrol;
  qint64 student = 0; ///< of the register: who moves up, is placed, is unchanged or differs
  qint64 classId = 0; ///< into which class; negative: the n-th of ImportPlan::newClasses; 0: none
  QDate placedFrom;   ///< of a row that only places
  Findings met;       ///< what papers met, of a row of a child that is in the register already
};

struct ImportSummary {
  int rows = 0;
  int enrol = 0; ///< would be (or were) enrolled
  int refused = 0;
  int movesUp = 0;
  int places = 0;
  int unchanged = 0;
  int differs = 0;
  int repaired = 0;                                      ///< rows with at least one repair
  int taken() const { return enrol + movesUp + places; } ///< rows that an import would write
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
  /// A class that rows name and the school does not have.
  struct NewClass {
    Stage stage = Stage::Primary;
    int cohort = 0;
    int number = 0; ///< 0: by its name
    QString name;
    int children = 0; ///< rows that name it
  };
  QList<NewClass> newClasses;
  int awaitingDraw = 0; ///< children of a first grade whose class waits for the protocol of the draw
  QString titleOf(const NewClass& made, const SchoolSystem& system) const; ///< 一年级(3)班
  qint64 lastAct = 0; ///< newest act of the register when the plan was made

  ImportSummary summary() const;
  /// Nothing is refused, no row and no column.
  bool allGood() const {
    return std::none_of(findings.begin(), findings.end(),
                        [](const ImportFinding& found) { return found.finding.severity != Severity::Warn; });
  }
};

} // namespace xueji
