#include "documents/pdf_file.h"

#include "pdf_text_map.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>

namespace xueji {

namespace {

constexpr int kResolution = 1200; // dots per inch: a hairline of 0.1 mm is 4.7 of them

QString drawnText(const PageRecord& record) {
  QString text;
  for (const DrawnRun& run : record.runs)
    text += QString::fromUcs4(run.characters.constData(), run.characters.size());
  return text;
}

QPageLayout layoutOf(const Paper& paper) {
  return QPageLayout(QPageSize(QPageSize::A4), paper.isLandscape() ? QPageLayout::Landscape : QPageLayout::Portrait,
                     QMarginsF(), QPageLayout::Millimeter);
}

/// The pages as Qt writes them, and what was drawn on each.
Result<QByteArray> drawAll(const QList<const Paper*>& papers, const Progress& progress, QList<PageRecord>& records) {
  qint64 total = 0;
  for (const Paper* paper : papers)
    total += paper->pageCount();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setResolution(kResolution);
  writer.setPageLayout(layoutOf(*papers.first()));
  writer.setCreator(QStringLiteral("Xueji"));
  QPainter painter;
  for (const Paper* paper : papers) {
    for (int page = 0; page < paper->pageCount(); ++page) {
      if (!goesOn(progress, records.size(), total))
        return fail(ErrorCode::Cancelled);
      if (!records.isEmpty()) {
        writer.setPageLayout(layoutOf(*paper));
        writer.newPage();
      } else if (!painter.begin(&writer)) {
        return fail(ErrorCode::Internal, {QStringLiteral("pdf_file: begin")});
      }
      painter.setWindow(0, 0, writer.width(), writer.height());
      painter.setViewport(0, 0, writer.width(), writer.height());
      PageRecord record;
      paper->paintPage(painter, page, &record);
      if (!record.missing.isEmpty() && !paper->namesLacking())
        return fail(ErrorCode::GlyphMissing, {record.missing.join(QLatin1Char(' '))});
      records.append(record);
    }
  }
  painter.end();
  return bytes;
}

Result<void> save(const QString& path, const QByteArray& bytes) {
  const QFileInfo target(path);
  if (!target.absoluteDir().exists())
    return fail(ErrorCode::PathMissing, {target.absolutePath()});
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly))
    return fail(ErrorCode::NotWritable, {path});
  if (file.write(bytes) != bytes.size() || !file.commit())
    return fail(ErrorCode::WriteFailed, {path});
  return {};
}

} // namespace

Result<QByteArray> pdfBytes(const QList<const Paper*>& papers, const Progress& progress) {
  if (papers.isEmpty())
    return fail(ErrorCode::NothingToDo);
  // Drawing, pairing and reading back take about as long each: told as three parts.
  const auto part = [&progress](int which) -> Progress {
    return [&progress, which](qint64 done, qint64 total) { return goesOn(progress, which * total + done, 3 * total); };
  };
  QList<PageRecord> records;
  const Result<QByteArray> drawn = drawAll(papers, part(0), records);
  if (!drawn)
    return drawn;
  Result<QByteArray> right = withRightText(*drawn, records, part(1));
  if (!right)
    return right;
  const Result<QStringList> read = textOfPdf(*right, part(2));
  if (!read)
    return std::unexpected(read.error());
  for (qsizetype i = 0; i < records.size(); ++i) {
    if (i >= read->size() || read->at(i) != drawnText(records.at(i)))
      return fail(ErrorCode::Internal, {QStringLiteral("pdf_file: text of page %1").arg(i + 1)});
  }
  return right;
}

Result<void> writePdf(const QString& path, const QList<const Paper*>& papers, const Progress& progress) {
  const Result<QByteArray> bytes = pdfBytes(papers, progress);
  if (!bytes)
    return std::unexpected(bytes.error());
  return save(path, *bytes);
}

QString fileNameOf(const QString& title) {
  QString name;
  for (const QChar c : title)
    name += c < QLatin1Char(' ') || QStringLiteral("/\\:*?\"<>|").contains(c) ? QLatin1Char('_') : c;
  return name.trimmed();
}

QStringList pdfNames(const QStringList& titles) {
  QStringList names;
  for (const QString& title : titles) {
    QString name = fileNameOf(title) + QStringLiteral(".pdf");
    for (int again = 2; names.contains(name); ++again)
      name = QStringLiteral("%1 (%2).pdf").arg(fileNameOf(title)).arg(again);
    names.append(name);
  }
  return names;
}

Result<QStringList> writePdfs(const QString& folder, const QList<const Paper*>& papers, const Progress& progress) {
  QStringList titles;
  for (const Paper* paper : papers)
    titles.append(paper->title());
  const QStringList names = pdfNames(titles);
  QStringList paths;
  const auto write = [&]() -> Result<void> {
    for (const Paper* paper : papers) {
      if (!goesOn(progress, paths.size(), papers.size()))
        return fail(ErrorCode::Cancelled);
      const QString path = QDir(folder).filePath(names[paths.size()]);
      const Result<void> written = writePdf(path, {paper});
      if (!written)
        return written;
      paths.append(path);
    }
    return {};
  };
  const Result<void> done = write();
  if (done)
    return paths;
  for (const QString& path : paths)
    QFile::remove(path);
  return std::unexpected(done.error());
}

} // namespace xueji
