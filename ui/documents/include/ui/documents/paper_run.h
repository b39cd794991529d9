#pragma once

#include "ui/documents/paper_choice.h"
#include "ui/shell/session.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace xueji {

/// Papers on their way out: to a printer, into one PDF, into one PDF each. Collecting, logging and writing run as jobs
/// of the session; each print is numbered and logged.
class PaperRun : public QObject {
  Q_OBJECT

public:
  PaperRun(Session& session, std::shared_ptr<PaperFonts> fonts, QWidget* window);

  bool isRunning() const { return m_running; }
  Job* job() const { return m_job; } ///< the one that runs or waits now
  /// Whether the choice may be saved as PDF; says why not.
  bool maySave(const PaperChoice& choice);
  QString problem() const { return m_problem; } ///< of the last wish, in words

  void print(const PaperChoice& choice);
  void writeOne(const PaperChoice& choice, const QString& path);
  void writeEach(const PaperChoice& choice, const QString& folder);

signals:
  void changed();
  void said(const QString& sentence);

private:
  /// Runs `work` as a job, again with a second person where one is needed: Result<Made>(Office&, const Progress&,
  /// WitnessToken*). `done` gets what it made, only when it went well.
  template <class Work, class Done>
  void run(const PaperChoice& choice, Work work, Done done, QueuePlace place = QueuePlace::Last);
  static QString whatItDoes(const PaperChoice& choice);
  // Sentences stand outside of templates: the translation tool names those by another context.
  static QString savedAs(const QString& file);
  static QString writtenTo(int files, const QString& folder);
  static QString leftOut(qsizetype papers);
  static QString nothingWritten();
  /// What is to leave: read, looked through, framed and logged, unless no font has some characters of it and the
  /// person was not asked yet.
  struct Collected {
    QList<PaperDraft> drafts;
    QList<GlyphLack> lacks;
    std::optional<PaperFrame> frame; ///< none: nothing was logged
    Papers drawn(std::shared_ptr<PaperFonts> fonts) const;
  };
  static Result<Collected> collect(Office& office, const PaperChoice& choice, PrintWish wish, const Progress& progress);
  /// The same, and `write` puts the pages into files unless a person must be asked first.
  template <class Write>
  static Result<Collected> collectAndWrite(Office& office, const PaperChoice& choice, PrintWish wish,
                                           const Progress& progress, Write write);
  /// Asks what becomes of the lacking papers and calls `again` with the answer.
  template <class Again>
  void askLacking(const Collected& collected, Again again);
  void print(const PaperChoice& choice, Lacking lacking);
  void writeOne(const PaperChoice& choice, const QString& path, Lacking lacking);
  void writeEach(const PaperChoice& choice, const QString& folder, Lacking lacking);
  void send(const Papers& papers);
  /// Nothing: the person rather does not print.
  std::optional<Lacking> lackingWish(const Collected& collected);

  Session& m_session;
  std::shared_ptr<PaperFonts> m_fonts;
  QPointer<QWidget> m_window;
  QPointer<Job> m_job;
  bool m_running = false;
  QString m_problem;
};

} // namespace xueji
