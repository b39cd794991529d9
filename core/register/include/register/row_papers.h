#pragma once

#include "domain/field_catalogue.h"
#include "domain/finding.h"
#include "domain/wish.h"
#include "exchange/sheet.h"
#include "rules/rule_book.h"

namespace xueji {

/// A paper that was seen for a row of a roster.
struct RowPaper {
  QString sheet = {};    ///< empty: the only one
  int row = 0;           ///< sheet row, the first line is 1; 0: by identity number
  QString identity = {}; ///< canonical
  SeenPaper paper = {};
  QDate validTo = {}; ///< null: for good; kept in the paper's note
  int line = 0;       ///< of the papers file; 0: typed
  bool operator==(const RowPaper&) const = default;
};

/// Whether the paper is of this row: by sheet and row (the only sheet need not be named) and, or else, by the child.
bool isPaperOf(const RowPaper& paper, const QString& sheet, bool isOnlySheet, int row, const QString& identity);

/// A line of a papers file that cannot be used; nothing is imported while there is one.
struct PaperFault {
  int line = 0;
  Finding finding;
  bool operator==(const PaperFault&) const = default;
};

struct RowPapers {
  QList<RowPaper> papers;
  QList<PaperFault> faults;
  bool operator==(const RowPapers&) const = default;
};

/// A list of papers for a roster: a table (csv, xlsx ...) with the columns 工作表 (sheet), 行 (row) or 身份证件号
/// (identity number), 规则 (code of the rule or finding), 材料 (kind of paper), 编号 (number), 出具单位 (issuer), 级别
/// (level), 出具日期 (date), 有效期至 (valid to); headers Chinese or English, in any order. A code whose rule takes one
/// kind of paper stands for the kind. What a paper lacks is said of its row when the row is judged.
/// Errors: NoRows, HeaderMissing (what the list cannot do without).
Result<RowPapers> readRowPapers(const SheetFile& file, const RuleBook& rules, const FieldCatalogue& fields);

} // namespace xueji
