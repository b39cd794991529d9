#include "ui/words/repair_words.h"

#include <QCoreApplication>
#include <QHash>

namespace xueji {

namespace {

/// The words stand here as one context for the translators.
struct RepairWords {
  Q_DECLARE_TR_FUNCTIONS(xueji::RepairWords)
public:
  static QString of(const QString& kind);
};

QString RepairWords::of(const QString& kind) {
  static const QHash<QString, const char*> sentences{
      {QStringLiteral("spaces"), QT_TR_NOOP("Blanks inside were taken out.")},
      {QStringLiteral("width"), QT_TR_NOOP("Full-width characters were made half-width.")},
      {QStringLiteral("case"), QT_TR_NOOP("A small x was made a capital X.")},
      {QStringLiteral("letters"), QT_TR_NOOP("A look-alike letter was made a Latin X.")},
      {QStringLiteral("dots"), QT_TR_NOOP("The dot in the name was made the interpunct ·.")},
      {QStringLiteral("date_serial"), QT_TR_NOOP("A spreadsheet's day number was read as a date.")},
      {QStringLiteral("private_use"), QT_TR_NOOP("A private code of an old font was made the character it means.")},
      {QStringLiteral("invisible"), QT_TR_NOOP("Characters that nobody sees were taken out.")},
      {QStringLiteral("control"), QT_TR_NOOP("Control characters were made blanks.")},
      {QStringLiteral("wrapped"), QT_TR_NOOP("The spreadsheet's mark for text was taken off.")},
      {QStringLiteral("boolean"), QT_TR_NOOP("TRUE or FALSE was read as yes or no.")},
      {QStringLiteral("merged"), QT_TR_NOOP("The value stands in merged cells and was taken for every row of them.")},
      {QStringLiteral("nearest"), QT_TR_NOOP("The code table has no such entry; the nearest one was taken.")},
      {QStringLiteral("relation"), QT_TR_NOOP("The relation was taken from the head of the column.")},
      {QStringLiteral("leading_zero"), QT_TR_NOOP("The zero lost at the beginning was put back.")},
  };
  const auto sentence = sentences.constFind(kind);
  return sentence == sentences.constEnd() ? tr("Put right (%1).").arg(kind) : tr(*sentence);
}

} // namespace

QString sentenceForRepair(const QString& kind) {
  return RepairWords::of(kind);
}

} // namespace xueji
