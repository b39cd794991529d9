#pragma once

#include "register/roster_import.h"
#include "store/witness.h"
#include "ui/shell/session.h"

#include <optional>

namespace xueji {

/// What an import has come to: the file, the plan, the result. Lives as long as the page (until lock), so that one can
/// leave at any step and come back. Long work runs as the session's job; everything is answered by changed().
class ImportDraft : public QObject {
  Q_OBJECT

public:
  enum class Work { None, Reading, Judging, Enrolling, Undoing, Saving };

  explicit ImportDraft(Session& session, QObject* parent = nullptr);

  QString path() const { return m_path; }
  const SheetFile* file() const { return m_file.get(); }
  const QList<SheetLook>& looks() const { return m_looks; } ///< of the file's sheets, with what was said of columns
  QList<qsizetype> chosenSheets() const;                    ///< indexes into them
  /// Why their columns do not do yet; none where they do.
  std::optional<Error> faultOfColumns() const;
  bool mustChooseColumns() const; ///< a person can mend that fault in the list of columns
  const ImportPlan* plan() const { return m_plan.get(); }
  const ImportOptions& options() const { return m_options; }
  const std::optional<ImportResult>& result() const { return m_result; }
  /// What the result comes to, in a few words; of an import that also placed or moved up, all of them.
  QString headline() const;
  bool resultUndone() const { return m_resultUndone; }
  Work work() const { return m_work; }
  QString problem() const { return m_problem; } ///< why the last wish was not fulfilled, in words; empty: it was

  /// Long work: each of these does nothing while another one runs for this draft (work() says which).
  void read(const QString& path);
  /// Another year or day: a plan made for the old ones is dropped.
  void setEntryYear(int year); ///< 0: a whole school
  void setEffective(const QDate& day);
  /// Which of several rosters; a plan made for others is dropped.
  void setSheets(const QStringList& names);
  /// Which item a column of the sheet (index into the file's) is: a code of ColumnsModel::choices(). Sheets that are
  /// chosen with it and have a column of the same header take it for the same.
  void setColumn(qsizetype sheet, int column, const QString& item);
  /// The papers seen for rows. The plan stays until it is judged anew.
  void setPapers(const RowPapers& papers);
  bool papersChanged() const; ///< since the plan was made; a list with faults must be taken away first
  /// What the class column needs (ImportOptions); judges anew.
  void setClasses(bool makeClasses, const std::optional<SeenPaper>& protocol);
  void judge();
  /// What commitImport() means by onlyGood.
  void enrol(bool onlyGood);
  void undo(qint64 batch, std::shared_ptr<WitnessToken> witness = {});
  /// The marked sheet; saved() says that it is there.
  void save(const QString& path);
  void startAnew();
  Job* job() const { return m_job; } ///< that runs or waits for this draft; null when none does

signals:
  void changed();
  void judged();
  void enrolled();
  void undone(qint64 batch);
  void saved(const QString& path);

private:
  /// Runs `work` as a job of the session; `done` gets what it came to, only when it went well. Nothing while another
  /// one runs for this draft.
  template <class Made, class Done>
  void run(Work kind, Made work, Done done);
  Result<void> takeFile(SheetFile file);
  void lookAgain();
  /// What was chosen for one file holds for no other.
  void forgetFile();

  Session& m_session;
  Work m_work = Work::None;
  QPointer<Job> m_job;
  QString m_path;
  QString m_problem;
  ImportOptions m_options;
  std::shared_ptr<const SheetFile> m_file;
  QList<SheetLook> m_looks;
  std::shared_ptr<const ImportPlan> m_plan;
  std::optional<ImportResult> m_result;
  bool m_resultUndone = false;
};

/// The year that enters in the school year to come: from July on the present year, before it the year past.
int usualEntryYear(const QDate& today);

} // namespace xueji
