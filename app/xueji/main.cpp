#include "domain/clock.h"
#include "domain/random_source.h"
#include "platform/process.h"
#include "register/registry.h"
#include "rules/rule_book.h"
#include "store/private_copy.h"
#include "ui/commands.h"
#include "ui/pages.h"
#include "ui/shell/dialogs.h"
#include "ui/window/main_window.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QTranslator>

using namespace xueji;

namespace {

/// English is the language of the sources; only Chinese needs a file.
/// `library` holds Qt's own words: buttons, file and print dialogs, the menu of a text line.
void installTranslators(QApplication& application, QTranslator& library, QTranslator& own, Language language) {
  if (language != Language::Chinese)
    return;
  const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
  if (library.load(QStringLiteral("qtbase_zh_CN"), folder) || library.load(QStringLiteral("qt_zh_CN"), folder))
    application.installTranslator(&library);
  if (own.load(QStringLiteral(":/i18n/xueji_zh_CN.qm")))
    application.installTranslator(&own);
}

} // namespace

int main(int argc, char** argv) {
  hardenProcess();
  PrivateCopy::removeLeft();
  QApplication application(argc, argv);
  application.setApplicationName(QStringLiteral("xueji"));
  application.setApplicationVersion(QStringLiteral(XUEJI_VERSION));
  application.setDesktopFileName(QStringLiteral("xueji"));

  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("register"), QStringLiteral("folder NAME.xueji to open"),
                               QStringLiteral("[REGISTER]"));
  parser.process(application);

  Preferences preferences;
  QTranslator library;
  QTranslator own;
  installTranslators(application, library, own, preferences.language());
  applyTheme(application, preferences.scheme());

  const auto rules = RuleBook::load();
  if (!rules) {
    QMessageBox::critical(nullptr, QStringLiteral("xueji"), sentenceFor(rules.error()));
    return 1;
  }
  const FieldCatalogue fields = FieldCatalogue::load();
  const SystemClock clock;
  SystemRandomSource random;
  SystemDialogs dialogs;
  const Registry registry = ledgerRegistry();
  MainWindow window({*rules, fields, clock, registry, random, dialogs, preferences, allPages(), allCommands()});
  window.begin(parser.positionalArguments().value(0));
  window.show();
  return application.exec();
}
