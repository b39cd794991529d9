#pragma once

#include "console.h"
#include "domain/error.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace xueji {

/// One option of a command.
struct OptionSpec {
  QString name;         ///< without dashes
  QString value;        ///< name of its value in the usage line; empty: a switch
  QString meaning = {}; ///< English source, translated for the help
  bool required = false;
  bool repeatable = false; ///< may be given several times
  bool mayBeBlank = false; ///< an empty value means something: it empties what was
};

/// An option; without `value` a switch.
OptionSpec option(const char* name, const char* value = "", bool required = false);
/// --user, which every command on a register needs.
OptionSpec userOption();
/// --witness, the second person.
OptionSpec witnessOption();
/// --force, of every command that writes files: writes over what stands there.
OptionSpec forceOption();
inline constexpr QLatin1StringView kForce("force");
OptionSpec severalTimes(OptionSpec spec);
OptionSpec orBlank(OptionSpec spec);

/// What was asked on the command line, checked against the command's options.
struct Invocation {
  QStringList words;                  ///< after the command's own name
  QHash<QString, QStringList> values; ///< never blank unless the option may be
  QSet<QString> switches;

  QString value(const QString& option) const { return values.value(option).value(0); }
  QStringList all(const QString& option) const { return values.value(option); }
  bool has(const QString& option) const { return switches.contains(option) || values.contains(option); }
};

/// A command of xuejictl.
struct Command {
  QStringList name;  ///< {"user", "add"}
  QString arguments; ///< "REG FILE"
  QString meaning;
  int fewestWords = 1;
  int mostWords = 1;         ///< -1: any number
  QList<OptionSpec> options; ///< beside --json, --lang, --help
  ExitCode (*run)(const Invocation&, const Console&);
  /// Papers are drawn with the fonts of a graphical application, which needs no display; the rest starts faster
  /// without.
  bool draws = false;
};

/// Every command, in the order of the help.
const QList<Command>& commands();
const Command* findCommand(const QStringList& words);

/// Reads the words after the command's name. Error: WrongUse (args: what is wrong).
Result<Invocation> readInvocation(const Command& command, const QStringList& arguments);

} // namespace xueji
