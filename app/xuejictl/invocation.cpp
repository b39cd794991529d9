#include "app/xuejictl/invocation.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace xueji {

const Command* findCommand(const QStringList& words) {
  const Command* best = nullptr;
  for (const Command& command : commands())
    if (words.mid(0, command.name.size()) == command.name && (!best || command.name.size() > best->name.size()))
      best = &command;
  return best;
}

Result<Invocation> readInvocation(const Command& command, const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
  parser.addOption(QCommandLineOption(QStringLiteral("json")));
  parser.addOption(QCommandLineOption(QStringLiteral("lang"), {}, QStringLiteral("zh|en")));
  for (const OptionSpec& option : command.options)
    parser.addOption(QCommandLineOption(option.name, option.meaning, option.value));
  const QStringList rest = arguments.mid(command.name.size());
  if (!parser.parse(QStringList{QStringLiteral("xuejictl")} + rest))
    return fail(ErrorCode::WrongUse, {parser.errorText()});

  Invocation invocation;
  invocation.words = parser.positionalArguments();
  for (const OptionSpec& option : command.options) {
    if (!parser.isSet(option.name)) {
      if (option.required)
        return fail(ErrorCode::WrongUse, {QStringLiteral("--%1 %2").arg(option.name, option.value)});
      continue;
    }
    if (option.value.isEmpty())
      invocation.switches.insert(option.name);
    else
      invocation.values.insert(option.name, parser.value(option.name));
  }
  const auto count = invocation.words.size();
  if (count < command.fewestWords || (command.mostWords >= 0 && count > command.mostWords))
    return fail(ErrorCode::WrongUse, {command.name.join(QLatin1Char(' ')) + QLatin1Char(' ') + command.arguments});
  return invocation;
}

} // namespace xueji
