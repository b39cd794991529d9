#pragma once

#include "ui/shell/dialogs.h"

#include <QPair>

namespace xueji {

/// Answers laid down beforehand, for tests and the tour. What was asked is kept in order; where no answer is left, the
/// person "gives up".
class ScriptedDialogs final : public Dialogs {
public:
  QList<int> answers;                       ///< for ask()
  QStringList texts;                        ///< for askText()
  QList<QPair<QString, QString>> witnesses; ///< for askWitness(): name and password
  QList<QDate> days;                        ///< for askDay()
  QStringList paths;                        ///< for openFile(), saveFile(), folder()
  bool prints = true;                       ///< for print()
  QStringList asked;                        ///< titles, in order
  int pagesPrinted = 0;

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

private:
  QString nextPath(const QString& title);
};

} // namespace xueji
