#pragma once

#include "store/witness.h"
#include "ui/documents/paper_source.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace xueji {

/// Papers on their way out: to a printer, into one PDF, into one PDF each. Collecting and writing run as the session's
/// job; each print is numbered and logged.
class PaperRun : public QObject {
  Q_OBJECT

public:
  PaperRun(Session& session, std::shared_ptr<PaperFonts> fonts, QWidget* window);

  bool isRunning() const { return m_running; }
  /// Whether the choice may be saved as PDF; says why not.
  bool maySave(const PaperChoice& choice);
  QString problem() const { return m_problem; } ///< of the last wish, in words

  void print(const PaperChoice& choice);
  void writeOne(const PaperChoice& choice, const QString& path);
  void writeEach(const PaperChoice& choice, const QString& folder);
  void cancel() { m_session.jobs().cancel(); }

signals:
  void changed();
  void said(const QString& sentence);

private:
  /// What a job does with the witness, if there is one.
  using Work = std::function<Result<void>(Office&, const Progress&, WitnessToken*)>;
  /// Where a second person is needed, asks for one and works again.
  void run(Work work, std::function<void()> done, std::shared_ptr<WitnessToken> witness = nullptr);
  void end(const Result<void>& outcome, const Work& work, const std::function<void()>& done, bool witnessed);
  /// The same for what is made at once.
  template <class Make>
  auto withWitness(Make make);
  void printRoster(const PaperChoice& choice);
  void printDossiers(const PaperChoice& choice, const DossierBatch& batch);
  void send(const QList<const Paper*>& papers);
  /// False when characters are missing and the person rather does not print.
  bool mayLack(const QStringList& missing);
  void failWith(const Error& error);

  Session& m_session;
  std::shared_ptr<PaperFonts> m_fonts;
  QPointer<QWidget> m_window;
  bool m_running = false;
  QString m_problem;
};

} // namespace xueji
