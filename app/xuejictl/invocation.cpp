#include "invocation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>

namespace xueji {

namespace {

/// Of every command.
const QList<OptionSpec>& commonOptions() {
  static const QList<OptionSpec> common{{QStringLiteral("json"), {}},
                                        {QStringLiteral("lang"), QStringLiteral("zh|en")}};
  return common;
}

/// Why the parser refused, in the program's own words.
QString faultOf(const QCommandLineParser& parser, const QList<OptionSpec>& options, const QStringList& arguments) {
  if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
    return QCoreApplication::translate("xuejictl", "this command has no option --%1").arg(unknown.first());
  for (const QString& argument : arguments) {
    const QString name = argument.section(u'=', 0, 0).mid(argument.startsWith(QLatin1String("--")) ? 2 : 1);
    const auto spec =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec& one) { return one.name == name; });
    if (!argument.startsWith(u'-') || spec == options.end())
      continue;
    if (spec->value.isEmpty() && argument.contains(u'='))
      return QCoreApplication::translate("xuejictl", "--%1 takes no value").arg(name);
    if (!spec->value.isEmpty() && !argument.contains(u'=') && &argument == &arguments.last())
      return QCoreApplication::translate("xuejictl", "--%1 lacks its value %2").arg(name, spec->value);
  }
  return parser.errorText();
}

/// Values of one option. A blank one would silently mean that it was not given.
Result<QStringList> valuesOf(const OptionSpec& option, const QStringList& given) {
  for (const QString& value : given)
    if (value.trimmed().isEmpty() && !option.mayBeBlank)
      return fail(
          ErrorCode::WrongUse,
          {QCoreApplication::translate("xuejictl", "--%1 is empty; it needs %2").arg(option.name, option.value)});
  if (given.size() > 1 && !option.repeatable)
    return fail(ErrorCode::WrongUse,
                {QCoreApplication::translate("xuejictl", "--%1 is given more than once").arg(option.name)});
  return given;
}

} // namespace

OptionSpec option(const char* name, const char* value, bool required) {
  return {QString::fromLatin1(name), QString::fromLatin1(value), {}, required};
}

OptionSpec userOption() {
  return option("user", "NAME", true);
}

OptionSpec witnessOption() {
  return option("witness", "NAME");
}

OptionSpec forceOption() {
  return option(kForce.data());
}

OptionSpec severalTimes(OptionSpec spec) {
  spec.repeatable = true;
  return spec;
}

OptionSpec orBlank(OptionSpec spec) {
  spec.mayBeBlank = true;
  return spec;
}

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
  const QList<OptionSpec> options = commonOptions() + command.options;
  for (const OptionSpec& option : options)
    parser.addOption(QCommandLineOption(option.name, option.meaning, option.value));
  const QStringList rest = arguments.mid(command.name.size());
  if (!parser.parse(QStringList{QStringLiteral("xuejictl")} + rest))
    return fail(ErrorCode::WrongUse, {faultOf(parser, options, rest)});

  Invocation invocation;
  invocation.words = parser.positionalArguments();
  for (const OptionSpec& option : command.options) {
    if (!parser.isSet(option.name)) {
      if (option.required)
        return fail(ErrorCode::WrongUse,
                    {QCoreApplication::translate("xuejictl", "--%1 %2 is missing").arg(option.name, option.value)});
      continue;
    }
    if (option.value.isEmpty()) {
      invocation.switches.insert(option.name);
      continue;
    }
    const auto values = valuesOf(option, parser.values(option.name));
    if (!values)
      return std::unexpected(values.error());
    invocation.values.insert(option.name, *values);
  }
  const auto count = invocation.words.size();
  if (count < command.fewestWords || (command.mostWords >= 0 && count > command.mostWords))
    return fail(ErrorCode::WrongUse, {command.name.join(QLatin1Char(' ')) + QLatin1Char(' ') + command.arguments});
  return invocation;
}

} // namespace xueji
