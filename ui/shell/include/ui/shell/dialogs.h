#pragma once

#include "seal/secret_bytes.h"

#include <QDate>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <optional>

class QWidget;

namespace xueji {

class Paper;

/// A decision only the person can take.
struct Question {
  QString title;
  QString text;
  QString detail;
  QStringList answers; ///< words of the buttons, in their order
  int preferred = 0;   ///< what Enter does
  int escape = -1;     ///< what Esc and closing do; -1: the last answer
  bool dangerous = false;
};

/// A second person at the same desk.
struct WitnessAnswer {
  QString name;
  SecretBytes password;
};

/// What the window asks of the outside: questions, files, a printer. Passed in, so that tests and the tour answer for
/// the person.
class Dialogs {
public:
  virtual ~Dialogs() = default;
  /// Index of the chosen answer.
  virtual int ask(QWidget* parent, const Question& question) = 0;
  /// A line of text such as a reason; nothing when the person gives up. Never empty.
  virtual std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                         const QStringList& suggestions = {}) = 0;
  /// Name and password of a second person; nothing when they give up. `reason`: what for; `problem`: why the last try
  /// failed, or empty.
  virtual std::optional<WitnessAnswer> askWitness(QWidget* parent, const QString& reason, const QString& problem) = 0;
  /// Another day than `present`, which is shown; nothing when the person gives up. Always a valid day.
  virtual std::optional<QDate> askDay(QWidget* parent, const QString& title, const QString& label,
                                      const QDate& present) = 0;
  /// Empty when the person gives up. `filter` as QFileDialog has it.
  virtual QString openFile(QWidget* parent, const QString& title, const QString& filter) = 0;
  virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested, const QString& filter) = 0;
  virtual QString folder(QWidget* parent, const QString& title, const QString& start = {}) = 0;
  /// Asks for a printer and prints; false when the person gives up or the printer fails to start.
  virtual bool print(QWidget* parent, const QList<const Paper*>& papers) = 0;
  /// Shows a file or folder in the system's own program.
  virtual void showFile(const QString& path) = 0;
};

/// The real ones.
class SystemDialogs final : public Dialogs {
public:
  int ask(QWidget* parent, const Question& question) override;
  std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                 const QStringList& suggestions) override;
  std::optional<WitnessAnswer> askWitness(QWidget* parent, const QString& reason, const QString& problem) override;
  std::optional<QDate> askDay(QWidget* parent, const QString& title, const QString& label,
                              const QDate& present) override;
  QString openFile(QWidget* parent, const QString& title, const QString& filter) override;
  QString saveFile(QWidget* parent, const QString& title, const QString& suggested, const QString& filter) override;
  QString folder(QWidget* parent, const QString& title, const QString& start) override;
  bool print(QWidget* parent, const QList<const Paper*>& papers) override;
  void showFile(const QString& path) override;
};

} // namespace xueji
