#pragma once

#include "documents/print_wish.h"
#include "domain/progress.h"
#include "domain/school_system.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace xueji {

/// What a paper is made of: window and command line ask for just this.
enum class PaperNeeds {
  Child, ///< one paper for each child
  Cohort ///< one for a cohort, or for one stage of it
};

/// Of whom one paper is.
struct PaperSubject {
  qint64 student = 0;         ///< Child
  int entryYear = 0;          ///< Cohort
  std::optional<Stage> stage; ///< Cohort; none: every stage entered that year

  bool operator==(const PaperSubject&) const = default;
};

/// A text on a paper with what it is, to tell where a character stands.
struct PaperText {
  QString whose; ///< name of the child; empty: of the paper itself
  QString item;  ///< 姓名 ...
  QString text;
};

/// A paper whose content was read and that is not printed yet: nothing is logged so far.
struct PaperDraft {
  QString title;          ///< also the name of its file, without ending
  QString object;         ///< as the log names it: student:17
  qint64 children = 1;    ///< told of on it
  QList<PaperText> texts; ///< of children
  /// Makes it a paper; in the thread of the fonts, the register is not asked any more.
  std::function<std::unique_ptr<Paper>(const PaperFrame&, std::shared_ptr<PaperFonts>)> draw;
};

/// A kind of paper. The one place that a new one is added to is paperDefinitions().
struct PaperDefinition {
  QString id;   ///< its word on the command line: dossier
  QString name; ///< 学籍卡
  QString english;
  PaperNeeds needs = PaperNeeds::Child;
  /// Reads the content as it stands today, masked unless `full`; what the person may not see or print is left out.
  /// Logs nothing. Errors: StudentNotFound, RoleForbids, NothingToDo (a list of nobody), Cancelled.
  Result<PaperDraft> (*read)(Office& office, const PaperSubject& subject, bool full, const Progress& progress);
};

/// Every kind of paper of the register, in the order in which they are offered. (The recovery sheet is made of no
/// register: recovery_sheet.h.)
const QList<PaperDefinition>& paperDefinitions();
const PaperDefinition* paperDefinition(QStringView id); ///< null when there is none

/// Which papers, of whom.
struct PaperOrder {
  const PaperDefinition* paper = nullptr;
  QList<PaperSubject> subjects; ///< in the order of print

  bool isEmpty() const { return !paper || subjects.isEmpty(); }
  /// Of everybody on a list, not of single children.
  bool isList() const;
};

/// An order of all that there is of a paper: each child, each cohort with somebody in it, newest first.
Result<PaperOrder> orderOfAll(Office& office, const PaperDefinition& paper);

/// Whether papers may be made so, as far as can be told before they are read. Errors: NothingToDo (nobody), those of
/// mayPrint().
Result<void> mayMake(const Office& office, const PaperOrder& order, const PrintWish& wish);

/// The content of each, in order. Errors: those of mayMake() and PaperDefinition::read.
Result<QList<PaperDraft>> readPapers(Office& office, const PaperOrder& order, const PrintWish& wish,
                                     const Progress& progress = {});

/// A character that no installed font can draw, and where it stands.
struct GlyphLack {
  qsizetype draft = 0;
  QString whose; ///< as of PaperText; empty: of the paper itself or its edges
  QString item;
  QString character;

  /// 王小明 姓名 U+3FFFD
  QString told() const;
};

/// Of the papers and of what stands at their edges; of one item each character once. To be asked before anything is
/// logged. Error: Cancelled.
Result<QList<GlyphLack>> missingGlyphs(const Office& office, const QList<PaperDraft>& drafts, const PrintWish& wish,
                                       const Progress& progress = {});
/// How a person is told of them, the first of many.
QString toldOf(const QList<GlyphLack>& lacks);

/// The drafts that may be made with these lacks, by what the wish says of them (Lacking).
QList<PaperDraft> withoutLacking(const QList<PaperDraft>& drafts, const QList<GlyphLack>& lacks, Lacking lacking);

/// What stands at the edges of these papers; logs the print. Errors: those of paperFrame().
Result<PaperFrame> frameOf(Office& office, const PaperOrder& order, const QList<PaperDraft>& drafts,
                           const PrintWish& wish);

using Papers = std::vector<std::unique_ptr<Paper>>;

/// The drafts as papers with one frame; what `lacks` says of one is named at its edge.
Papers drawn(const QList<PaperDraft>& drafts, const PaperFrame& frame, std::shared_ptr<PaperFonts> fonts = nullptr,
             const QList<GlyphLack>& lacks = {});

/// All of it: read, framed and logged, drawn. Of papers that are saved each character is looked for in the fonts before
/// anything is logged; from the log row on it is not stopped any more. Errors: those of readPapers() and frameOf(),
/// GlyphMissing (args: toldOf() the characters; also where all papers would be left out).
Result<Papers> makePapers(Office& office, const PaperOrder& order, const PrintWish& wish,
                          std::shared_ptr<PaperFonts> fonts = nullptr, const Progress& progress = {});

/// For writePdf() and the printer.
QList<const Paper*> pointersTo(const Papers& papers);

} // namespace xueji
