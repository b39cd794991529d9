// xuejictl: the register without a window.

#include "documents/paper_definition.h"
#include "domain/code_table.h"
#include "domain/school_profile.h"
#include "invocation.h"
#include "platform/process.h"
#include "rules/rule_book.h"
#include "store/private_copy.h"
#include "ui/words/error_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QTextStream>
#include <QTranslator>
#include <memory>

using namespace xueji;

namespace {

QString words(const char* text) {
  return QCoreApplication::translate("xuejictl", text);
}

Language languageOf(const QStringList& arguments) {
  const auto at = arguments.indexOf(QStringLiteral("--lang"));
  const bool english =
      (at >= 0 && arguments.value(at + 1) == QStringLiteral("en")) || arguments.contains(QStringLiteral("--lang=en"));
  return english ? Language::English : Language::Chinese;
}

/// Kinds of school that have stages of ours, with their codes.
QStringList schoolKinds() {
  const CodeTables codes = CodeTables::load();
  QStringList kinds;
  if (const CodeTable* table = codes.table(QStringLiteral("school_kind")))
    for (const CodeTable::Entry& entry : table->entries())
      if (!stagesOfSchoolKind(entry.code).isEmpty())
        kinds << entry.code + QLatin1Char(' ') + entry.name;
  return kinds;
}

/// What can be drawn, with the words of the command line.
QStringList drawnPapers() {
  QStringList papers;
  for (const PaperDefinition& paper : paperDefinitions())
    papers << paper.id + QLatin1Char(' ') + paper.name;
  return papers;
}

/// Kinds of paper that meet a finding, with their keys.
QStringList paperKinds() {
  QStringList kinds;
  const auto book = RuleBook::load();
  if (!book)
    return kinds;
  for (const Rule& rule : book->rules()) {
    QStringList named = rule.proofs;
    for (const RuleSentence& sentence : rule.sentences)
      named << sentence.proofs;
    for (const QString& kind : std::as_const(named))
      kinds << kind + QLatin1Char(' ') + book->proofName(kind, Language::Chinese);
  }
  kinds.sort();
  kinds.removeDuplicates();
  return kinds;
}

void sayHelp(QTextStream& out) {
  out << QCoreApplication::translate("xuejictl", "Usage: xuejictl COMMAND ... [--json] [--lang zh|en]") << "\n\n";
  for (const Command& command : commands()) {
    QStringList line{command.name.join(QLatin1Char(' ')), command.arguments};
    for (const OptionSpec& option : command.options) {
      const QString text =
          QStringLiteral("--") + option.name + (option.value.isEmpty() ? QString() : ' ' + option.value);
      line << (option.required ? text : QLatin1Char('[') + text + QLatin1Char(']')) +
                  (option.repeatable ? QStringLiteral("...") : QString());
    }
    out << "  " << line.join(QLatin1Char(' ')) << "\n      " << words(command.meaning.toUtf8().constData()) << '\n';
  }
  out << '\n'
      << QCoreApplication::translate("xuejictl", "KIND of a school: %1.").arg(schoolKinds().join(QStringLiteral("、")))
      << '\n'
      << QCoreApplication::translate("xuejictl", "PAPER to draw: %1.").arg(drawnPapers().join(QStringLiteral("、")))
      << '\n'
      << QCoreApplication::translate("xuejictl", "KIND of a paper: %1.").arg(paperKinds().join(QStringLiteral("、")))
      << '\n'
      << QCoreApplication::translate(
             "xuejictl", "REG is the folder of the register. The password is read from XUEJI_PASSWORD or from "
                         "standard input; that of a new account from XUEJI_NEW_PASSWORD, that of a second person "
                         "(--witness NAME) from XUEJI_WITNESS_PASSWORD, or from the next line.")
      << '\n'
      << QCoreApplication::translate(
             "xuejictl", "CHILD is a student number, an identity number, or the record that find names (student:17).")
      << '\n'
      << QCoreApplication::translate(
             "xuejictl", "Exit codes: 0 done; 1 refused by a rule or a failed check; 2 wrong use; 3 cannot open; 4 "
                         "input unreadable.")
      << '\n';
}

/// What libraries want to tell a developer is no business of the person's standard error, and might name a file.
void keepQuiet(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtFatalMsg)
    QTextStream(stderr) << text << Qt::endl;
}

std::unique_ptr<QCoreApplication> application(int& argc, char** argv) {
  QStringList words;
  for (int i = 1; i < argc; ++i)
    words << QString::fromLocal8Bit(argv[i]);
  const Command* command = findCommand(words);
  if (!command || !command->draws)
    return std::make_unique<QCoreApplication>(argc, argv);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
  hardenProcess();
  PrivateCopy::removeLeft();
  qInstallMessageHandler(keepQuiet);
  const std::unique_ptr<QCoreApplication> app = application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("xuejictl"));
  QCoreApplication::setApplicationVersion(QStringLiteral(XUEJI_VERSION));
  const QStringList arguments = QCoreApplication::arguments().mid(1);
  const Language language = languageOf(arguments);
  QTranslator translator;
  if (language == Language::Chinese && translator.load(QStringLiteral(":/i18n/xueji_zh_CN.qm")))
    QCoreApplication::installTranslator(&translator);

  QTextStream out(stdout);
  if (arguments.isEmpty() || arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
    sayHelp(out);
    return arguments.isEmpty() ? static_cast<int>(ExitCode::WrongUse) : 0;
  }
  if (arguments.first() == QStringLiteral("--version")) {
    out << "xuejictl " << QCoreApplication::applicationVersion() << '\n';
    return 0;
  }
  if (const auto at = arguments.indexOf(QStringLiteral("--lang"));
      at >= 0 && arguments.value(at + 1) != QLatin1String("zh") && arguments.value(at + 1) != QLatin1String("en"))
    return static_cast<int>(
        Console(false, language).fail({ErrorCode::ValueInvalid, {QStringLiteral("--lang"), arguments.value(at + 1)}}));
  const Console console(arguments.contains(QStringLiteral("--json")), language);
  const Command* command = findCommand(arguments);
  if (!command)
    return static_cast<int>(
        console.fail({ErrorCode::WrongUse,
                      {QCoreApplication::translate("xuejictl", "there is no command %1").arg(arguments.first())}}));
  const auto invocation = readInvocation(*command, arguments);
  if (!invocation)
    return static_cast<int>(console.fail(invocation.error()));
  return static_cast<int>(command->run(*invocation, console));
}
