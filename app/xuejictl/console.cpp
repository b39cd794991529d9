#include "app/xuejictl/console.h"

#include "ui/words/error_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace xueji {
namespace {

/// The terminal shows nothing of what is typed while this lives.
class NoEcho {
public:
  NoEcho() : m_terminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0) {
    if (!m_terminal)
      return;
    termios quiet = m_before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~NoEcho() {
    if (m_terminal)
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  bool isTerminal() const { return m_terminal; }

private:
  termios m_before{};
  bool m_terminal;
};

} // namespace

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
  const NoEcho quiet;
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
