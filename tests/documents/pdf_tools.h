#pragma once

#include "documents/paper.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace xueji {

/// What a foreign program says of a PDF.
inline QString saidBy(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForFinished(120000) || process.exitCode() != 0)
    return QStringLiteral("<%1 failed>").arg(program);
  return QString::fromUtf8(process.readAllStandardOutput());
}

inline QString withoutSpaces(QString text) {
  return text.remove(QRegularExpression(QStringLiteral("\\s+")));
}

/// Text of one page in the order drawn, as pdftotext takes it out; line breaks and spaces left aside.
inline QString extracted(const QString& pdf, int page) {
  const QString number = QString::number(page + 1);
  return withoutSpaces(saidBy(QStringLiteral(XUEJI_PDFTOTEXT),
                              {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                               QStringLiteral("-f"), number, QStringLiteral("-l"), number, pdf, QStringLiteral("-")}));
}

inline QString drawn(const Paper& paper, int page) {
  return withoutSpaces(paper.textsOfPage(page).join(QString()));
}

/// All characters of a text in the order of their numbers: for pages whose reading order an extractor may settle
/// differently.
inline QList<uint> sorted(const QString& text) {
  QList<uint> characters = text.toUcs4();
  std::sort(characters.begin(), characters.end());
  return characters;
}

} // namespace xueji
