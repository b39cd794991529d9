#include "console.h"

#include "platform/console.h"
#include "ui/words/error_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

namespace xueji {

void Console::put(const QJsonObject& object, const QString& line) const {
  QTextStream out(stdout);
  if (m_json)
    out << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
  else if (!line.isEmpty())
    out << line << '\n';
}

namespace {

/// How a second person comes in on the command line, where one is asked for.
QString wayOut(ErrorCode code) {
  if (code != ErrorCode::WitnessNeeded && code != ErrorCode::VoidNeedsWitness)
    return {};
  return QCoreApplication::translate("xuejictl",
                                     "Give --witness NAME; the password comes from XUEJI_WITNESS_PASSWORD or the "
                                     "next line.") +
         QLatin1Char('\n');
}

} // namespace

ExitCode Console::fail(const Error& error) const {
  QTextStream(stderr) << sentenceFor(error) << '\n' << wayOut(error.code);
  return exitCodeOf(error.code);
}

SecretBytes readPassword(const char* variable, const QString& prompt) {
  if (qEnvironmentVariableIsSet(variable)) {
    SecretBytes password = SecretBytes::fromUtf8(qEnvironmentVariable(variable));
    qunsetenv(variable); // no child of ours needs it
    return password;
  }
  const HiddenInput quiet;
  if (quiet.isTerminal())
    QTextStream(stderr) << prompt << Qt::flush;
  std::string typed;
  std::getline(std::cin, typed);
  QString line = QString::fromStdString(typed);
  std::fill(typed.begin(), typed.end(), char(0));
  if (quiet.isTerminal())
    QTextStream(stderr) << '\n' << Qt::flush;
  SecretBytes password = SecretBytes::fromUtf8(line);
  line.fill(QChar(0));
  return password;
}

} // namespace xueji
