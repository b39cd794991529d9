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
