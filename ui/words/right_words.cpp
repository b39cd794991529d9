#include "right_words.h"

#include <QCoreApplication>
#include <QHash>

namespace xueji {

namespace {

using Table = QHash<QString, const char*>;

const Table& verbs() {
  static const Table words{
      {QStringLiteral("see"), QT_TRANSLATE_NOOP("xueji::Rights", "see %1")},
      {QStringLiteral("see_whole"), QT_TRANSLATE_NOOP("xueji::Rights", "see %1 unmasked")},
      {QStringLiteral("change"), QT_TRANSLATE_NOOP("xueji::Rights", "change %1")},
      {QStringLiteral("print"), QT_TRANSLATE_NOOP("xueji::Rights", "print %1")},
      {QStringLiteral("export"), QT_TRANSLATE_NOOP("xueji::Rights", "take %1 out of the program")},
      {QStringLiteral("approve"), QT_TRANSLATE_NOOP("xueji::Rights", "approve changes of %1")},
      {QStringLiteral("void"), QT_TRANSLATE_NOOP("xueji::Rights", "void changes of %1")},
      {QStringLiteral("undo"), QT_TRANSLATE_NOOP("xueji::Rights", "undo changes of %1")},
  };
  return words;
}

const Table& groups() {
  static const Table words{
      {QStringLiteral("identity"), QT_TRANSLATE_NOOP("xueji::Rights", "name and identity")},
      {QStringLiteral("number"), QT_TRANSLATE_NOOP("xueji::Rights", "student numbers")},
      {QStringLiteral("origin"), QT_TRANSLATE_NOOP("xueji::Rights", "origin and household")},
      {QStringLiteral("study"), QT_TRANSLATE_NOOP("xueji::Rights", "enrolment and status")},
      {QStringLiteral("class"), QT_TRANSLATE_NOOP("xueji::Rights", "classes")},
      {QStringLiteral("contact"), QT_TRANSLATE_NOOP("xueji::Rights", "addresses and phones")},
      {QStringLiteral("situation"), QT_TRANSLATE_NOOP("xueji::Rights", "the situation of the child")},
      {QStringLiteral("health"), QT_TRANSLATE_NOOP("xueji::Rights", "health and disability")},
      {QStringLiteral("aid"), QT_TRANSLATE_NOOP("xueji::Rights", "financial aid")},
      {QStringLiteral("journey"), QT_TRANSLATE_NOOP("xueji::Rights", "the way to school")},
      {QStringLiteral("family"), QT_TRANSLATE_NOOP("xueji::Rights", "the family")},
      {QStringLiteral("papers"), QT_TRANSLATE_NOOP("xueji::Rights", "papers")},
      {QStringLiteral("school"), QT_TRANSLATE_NOOP("xueji::Rights", "the data of the school")},
      {QStringLiteral("accounts"), QT_TRANSLATE_NOOP("xueji::Rights", "accounts")},
      {QStringLiteral("log"), QT_TRANSLATE_NOOP("xueji::Rights", "the log")},
      {QStringLiteral("backup"), QT_TRANSLATE_NOOP("xueji::Rights", "backups")},
  };
  return words;
}

QString wordOf(const Table& table, const QString& key) {
  const auto word = table.constFind(key);
  return word == table.constEnd() ? key : QCoreApplication::translate("xueji::Rights", *word);
}

} // namespace

QString rightWord(const QString& verbKey, const QString& groupKey) {
  const QString verb = wordOf(verbs(), verbKey);
  const QString group = wordOf(groups(), groupKey);
  return verb.contains(QStringLiteral("%1")) ? verb.arg(group) : verb + QLatin1Char(' ') + group;
}

} // namespace xueji
