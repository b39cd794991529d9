#include "ui/words/notice_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>

namespace xueji {

namespace {

constexpr qsizetype kMostObjects = 8; ///< of one check, in a sentence

/// The words stand here as one context for the translators.
struct NoticeWords {
  Q_DECLARE_TR_FUNCTIONS(xueji::NoticeWords)
public:
  static QString of(const QString& check);
  static QString list(const QList<MigrationFinding>& findings);
};

QString NoticeWords::of(const QString& check) {
  static const QHash<QString, const char*> words{
      {QStringLiteral("integrity"), QT_TR_NOOP("seals of all pages")},
      {QStringLiteral("foreign_keys"), QT_TR_NOOP("references")},
      {QStringLiteral("log_chain"), QT_TR_NOOP("chain of the log")},
      {QStringLiteral("log_head"), QT_TR_NOOP("head of the log beside the keys")},
      {QStringLiteral("schema"), QT_TR_NOOP("tables and triggers")},
      {QStringLiteral("accounts"), QT_TR_NOOP("accounts against the log")},
      {QStringLiteral("settings"), QT_TR_NOOP("settings against the log")},
      {QStringLiteral("seals"), QT_TR_NOOP("acts and facts against their seals")},
      {QStringLiteral("present_rows"), QT_TR_NOOP("present records against the facts")},
      {QStringLiteral("counts"), QT_TR_NOOP("counts of batches")},
      {QStringLiteral("class_text"), QT_TR_NOOP("classes whose number could not be read from their text")},
      {QStringLiteral("class_items"), QT_TR_NOOP("records whose items could not be read")},
  };
  const auto word = words.constFind(check);
  return word == words.constEnd() ? check : tr(*word);
}

QString NoticeWords::list(const QList<MigrationFinding>& findings) {
  QMap<QString, QStringList> objects;
  for (const MigrationFinding& finding : findings)
    objects[finding.check] << finding.object;
  QStringList parts;
  for (auto check = objects.cbegin(); check != objects.cend(); ++check) {
    QStringList named = check->mid(0, kMostObjects);
    if (check->size() > kMostObjects)
      named << tr("and %1 more").arg(check->size() - kMostObjects);
    parts << tr("%1 (%2)").arg(of(check.key()), named.join(QStringLiteral(", ")));
  }
  return parts.join(QStringLiteral("; "));
}

} // namespace

QString wordForCheck(const QString& check) {
  return NoticeWords::of(check);
}

QString sentenceFor(const MigrationNotice& notice) {
  QStringList sentences{NoticeWords::tr("On %1 this register was brought from format %2 to format %3.")
                            .arg(notice.made.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                            .arg(notice.from)
                            .arg(notice.to)};
  if (!notice.found.isEmpty())
    sentences << NoticeWords::tr(
                     "Even before that, these did not fit: %1. The new format was made from what was there; "
                     "the old register lies among the backups.")
                     .arg(NoticeWords::list(notice.found));
  if (!notice.notes.isEmpty())
    sentences << NoticeWords::tr("Please look at: %1.").arg(NoticeWords::list(notice.notes));
  return sentences.join(QLatin1Char(' '));
}

} // namespace xueji
