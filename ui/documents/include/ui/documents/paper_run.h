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
  /// `mayLackGlyphs`: the person agreed to write by hand what no font has.
  void print(const PaperChoice& choice, bool mayLackGlyphs);
  void send(const Papers& papers);
  /// False when characters are missing and the person rather does not print.
  bool mayLack(const QStringList& missing);

  Session& m_session;
  std::shared_ptr<PaperFonts> m_fonts;
  QPointer<QWidget> m_window;
  QPointer<Job> m_job;
  bool m_running = false;
  QString m_problem;
};

} // namespace xueji
