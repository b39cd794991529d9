#pragma once

#include "domain/finding.h"
#include "domain/school_system.h"
#include "domain/student_record.h"
#include "domain/wish.h"
#include "register/column_mapping.h"
#include "register/row_papers.h"

#include <QDate>
#include <algorithm>

namespace xueji {

/// Kind of the paper that a first grade is placed with (rule C06).
inline const QString kDrawProtocol = QStringLiteral("draw_protocol");

struct ImportOptions {
  int entryYear = 0;        ///< 入学年份, e.g. 2024; 0: each row has its own (a whole school is taken over)
  QDate effective;          ///< null: 1 September of the entry year; of a whole school the day of the list: today
  bool makeClasses = false; ///< classes that the roster names and the school does not have are made with it
  std::optional<SeenPaper> drawProtocol = {}; ///< 均衡分班抽签记录: a first grade is placed with it
  QStringList sheets = {};                    ///< which of several rosters of the file, by name; none: the only one
  bool allSheets = false;                     ///< every roster that is shown
  ColumnWishes columns = {};                  ///< what the person said of columns
  RowPapers papers = {};                      ///< seen for rows
  bool isWholeSchool() const { return entryYear == 0; }
  bool operator==(const ImportOptions&) const = default;
};

struct ImportFinding {
  int row = 0;    ///< sheet row, the first line is 1
  QString column; ///< header as in the file; empty for the whole row
  Finding finding;
  int sheet = 0; ///< index into ImportPlan::sheets
};

struct ImportRepair {
  int row = 0;
  QString column;
  QString kind; ///< "width", "case", "spaces", "dots" ... (field_parser.h)
  int sheet = 0;
};

/// A sheet whose rows are imported.
struct ImportSheet {
  Sheet sheet; ///< as read, for the marked copy
  ColumnMapping columns;
};

/// A sheet of the file from which nothing is taken.
struct PassedSheet {
  enum class Why { Hidden, Empty, NoRoster, NotChosen };
  QString name;
  Why why = Why::NoRoster;
  bool isRoster = false; ///< it has the columns of one
};
QString toKey(PassedSheet::Why why); ///< "hidden" ...

/// A row as it is told: 5, or 一班 5 where the file has several rosters.
QString placeIn(const QList<ImportSheet>& sheets, int sheet, int row);

struct ImportRow {
  enum class Verdict {
    Enrol,     ///< new, nothing against it
    MovesUp,   ///< in the register at an earlier stage of this school: goes on under its number
    Places,    ///< in the register as it stands here, but in no class yet
    Refused,   ///< a finding of severity refuse or proof stands against it
    Unchanged, ///< the register already has exactly this
    Differs,   ///< the register has this child with other data: a finding, never an overwrite
  };
  int sheet = 0; ///< index into ImportPlan::sheets
  int sheetRow = 0;
  StudentRecord record;
  Stage stage = Stage::Primary;
  int cohort = 0;  ///< 入学年份
  QDate effective; ///< first day of its enrolment
  Verdict verdict = Verdict::Enrol;
  qint64 student = 0;      ///< of the register: who moves up, is placed, is unchanged or differs
  qint64 classId = 0;      ///< into which class; negative: the n-th of ImportPlan::newClasses; 0: none
  QDate placedFrom;        ///< of a row that only places
  Findings met;            ///< what papers met
  QList<SeenPaper> papers; ///< that were seen for it
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
  ImportOptions options;     ///< effective date filled in
  QList<ImportSheet> sheets; ///< in the order of the file; at least one
  QList<PassedSheet> passedOver;
  QList<ImportRow> rows;
  QList<ImportFinding> findings; ///< ordered by sheet, row, then column
  QList<ImportRepair> repairs;
  QList<PaperFault> paperFaults; ///< of the list of papers, in the order of its lines; nothing is imported with them
  /// A class that rows name and the school does not have.
  struct NewClass {
    Stage stage = Stage::Primary;
    int cohort = 0;
    int number = 0; ///< 0: by its name
    QString name;
    int children = 0; ///< rows that name it
  };
  QList<NewClass> newClasses;
  int awaitingDraw = 0;                    ///< children of a first grade whose class waits for the protocol of the draw
  QDate opens(const NewClass& made) const; ///< its first day
  QString titleOf(const NewClass& made, const SchoolSystem& system) const; ///< 一年级(3)班
  qint64 lastAct = 0; ///< newest act of the register when the plan was made

  QString placeOf(int sheet, int row) const { return placeIn(sheets, sheet, row); }
  ImportSummary summary() const;
  /// Nothing is refused, no row and no column.
  bool allGood() const {
    return paperFaults.isEmpty() && std::none_of(findings.begin(), findings.end(), [](const ImportFinding& found) {
             return found.finding.severity != Severity::Warn;
           });
  }
};

} // namespace xueji
