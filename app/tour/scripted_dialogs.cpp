#include "scripted_dialogs.h"

#include "documents/paper.h"

namespace xueji {

int ScriptedDialogs::ask(QWidget*, const Question& question) {
  asked.append(question.title);
  if (!answers.isEmpty())
    return answers.takeFirst();
  return question.escape >= 0 ? question.escape : int(question.answers.size()) - 1;
}

std::optional<QString> ScriptedDialogs::askText(QWidget*, const QString& title, const QString&, const QStringList&) {
  asked.append(title);
  if (texts.isEmpty())
    return std::nullopt;
  return texts.takeFirst();
}

std::optional<WitnessAnswer> ScriptedDialogs::askWitness(QWidget*, const QString& reason, const QString& problem) {
  asked.append(problem.isEmpty() ? reason : problem);
  if (witnesses.isEmpty())
    return std::nullopt;
  const auto [name, password] = witnesses.takeFirst();
  return WitnessAnswer{name, SecretBytes::fromUtf8(password)};
}

std::optional<QDate> ScriptedDialogs::askDay(QWidget*, const QString& title, const QString&, const QDate&) {
  asked.append(title);
  if (days.isEmpty())
    return std::nullopt;
  return days.takeFirst();
}

QString ScriptedDialogs::openFile(QWidget*, const QString& title, const QString&) {
  return nextPath(title);
}

QString ScriptedDialogs::saveFile(QWidget*, const QString& title, const QString&, const QString&) {
  return nextPath(title);
}

QString ScriptedDialogs::folder(QWidget*, const QString& title, const QString&) {
  return nextPath(title);
}

bool ScriptedDialogs::print(QWidget*, const QList<const Paper*>& papers) {
  if (!prints)
    return false;
  for (const Paper* paper : papers)
    pagesPrinted += paper->pageCount();
  return true;
}

void ScriptedDialogs::showFile(const QString& path) {
  asked.append(path);
}

QString ScriptedDialogs::nextPath(const QString& title) {
  asked.append(title);
  return paths.isEmpty() ? QString() : paths.takeFirst();
}

} // namespace xueji
