#include "cell_value.h"
#include "compound_file.h"
#include "formats.h"
#include "text/encoding.h"

#include <QHash>
#include <algorithm>

namespace xueji::detail {

using namespace Qt::StringLiterals;

namespace {

// Record numbers of MS-XLS 2.3.1 (Excel 97 and later; those of Excel 5 where they differ are named).
enum Record : quint16 {
  kFormula = 0x0006,
  kEnd = 0x000A,
  kDateMode = 0x0022,
  kFilePass = 0x002F,
  kContinue = 0x003C,
  kCodePage = 0x0042,
  kColumns = 0x007D,
  kBoundSheet = 0x0085,
  kMulRk = 0x00BD,
  kRichText = 0x00D6,
  kMerged = 0x00E5,
  kStyle = 0x00E0,
  kStrings = 0x00FC,
  kSharedText = 0x00FD,
  kNumber = 0x0203,
  kLabel = 0x0204,
  kBoolOrError = 0x0205,
  kFormulaText = 0x0207,
  kRk = 0x027E,
  kFormat = 0x041E,
  kRow = 0x0208,
  kBegin = 0x0809,
};

/// A record's body together with the bodies of the CONTINUE records after it, read from front to back. A string that
/// goes on in the next record begins there with a new byte that tells its width.
class RecordBody {
public:
  void add(const QByteArray& part) { m_parts.append(part); }
  bool failed() const { return m_failed; }
  quint8 byte() { return ready(1) ? quint8(m_parts.at(m_part).at(m_at++)) : 0; }
  quint16 two() {
    const quint16 low = byte();
    return quint16(low | byte() << 8);
  }
  quint32 four() {
    const quint32 low = two();
    return low | quint32(two()) << 16;
  }
  void skip(quint64 bytes) {
    while (bytes > 0 && ready(1)) {
      const auto step = qsizetype(std::min<quint64>(bytes, quint64(m_parts.at(m_part).size() - m_at)));
      m_at += step;
      bytes -= quint64(step);
    }
  }
  QByteArray rest() { return m_part < m_parts.size() ? m_parts.at(m_part).mid(m_at) : QByteArray(); }
  /// A string of Excel 97 whose length is already read.
  QString text(qsizetype length);

private:
  bool ready(qsizetype bytes) {
    while (m_part < m_parts.size() && m_at + bytes > m_parts.at(m_part).size()) {
      if (m_at < m_parts.at(m_part).size())
        break;
      ++m_part;
      m_at = 0;
    }
    m_failed |= m_part >= m_parts.size() || m_at + bytes > m_parts.at(m_part).size();
    return !m_failed;
  }
  QList<QByteArray> m_parts;
  qsizetype m_part = 0;
  qsizetype m_at = 0;
  bool m_failed = false;
};

QString RecordBody::text(qsizetype length) {
  quint8 flags = byte();
  const quint16 runs = flags & 0x08 ? two() : 0;
  const quint32 guide = flags & 0x04 ? four() : 0;
  QString text;
  while (text.size() < length && !m_failed) {
    if (m_part < m_parts.size() && m_at == m_parts.at(m_part).size()) {
      flags = byte(); // the first of the next record: only the width counts
      continue;
    }
    text += flags & 1 ? QChar(two()) : QChar(byte());
  }
  skip(quint64(runs) * 4);
  skip(guide); // the phonetic guide
  return text;
}

constexpr int kChinese = 936;

/// Names as decodeAs() takes them; of a page that is not known the Chinese one.
QString encodingOfCodePage(int page) {
  switch (page) {
  case 367:
  case 1252:
  case 0x8001:
    return u"windows-1252"_s;
  case 950:
    return u"Big5"_s;
  case 932:
    return u"Shift_JIS"_s;
  case 949:
    return u"windows-949"_s;
  case 1200:
    return u"UTF-16LE"_s;
  case 65001:
    return u"UTF-8"_s;
  default:
    return u"GB18030"_s;
  }
}

class XlsReader {
public:
  XlsReader(QByteArray stream, QString path, const ReadLimits& limits, const Progress& progress)
      : m_stream(std::move(stream)), m_path(std::move(path)), m_limits(limits), m_progress(progress) {}
  Result<SheetFile> read();

private:
  struct Place {
    QString name;
    quint32 offset = 0;
    bool table = true;
    Sheet::Shown shown = Sheet::Shown::Yes;
  };
  std::unexpected<Error> damaged() const { return fail(ErrorCode::FileDamaged, {m_path}); }
  /// The next record with what continues it; false at the end of the stream or of what can be read.
  bool next(quint16& kind, RecordBody& body);
  Result<void> readGlobals();
  void readStrings(RecordBody body);
  Result<void> readSheet(quint32 offset, Sheet& sheet);
  Result<void> readRecord(quint16 kind, const RecordBody& body, SheetFiller& filler);
  Result<void> readLayout(quint16 kind, RecordBody body, SheetFiller& filler);
  Result<void> readCell(quint16 kind, RecordBody body, SheetFiller& filler);
  QString text(RecordBody& body, qsizetype length) const;
  Cell number(double value, quint16 style) const;
  Cell boolOrError(quint8 value, bool error) const;
  static double fromRk(quint32 bits);

  QByteArray m_stream;
  QString m_path;
  const ReadLimits& m_limits;
  const Progress& m_progress;
  qsizetype m_at = 0;
  qsizetype m_sheetBytes = 0; ///< of all sheets so far
  bool m_cut = false;
  bool m_excel5 = false;
  QString m_encoding = encodingOfCodePage(kChinese);
  bool m_date1904 = false;
  QList<Place> m_places;
  QList<QString> m_strings;
  QHash<int, bool> m_formats;
  QList<int> m_styles;
  std::optional<std::pair<int, int>> m_formulaText; ///< where the text that follows a formula belongs
  qint64 m_cells = 0;
};

bool XlsReader::next(quint16& kind, RecordBody& body) {
  body = {};
  if (m_at + 4 > m_stream.size()) {
    m_cut = true;
    return false;
  }
  kind = word(m_stream, m_at);
  do {
    const qsizetype length = word(m_stream, m_at + 2);
    if (m_at + 4 + length > m_stream.size()) {
      m_cut = true;
      return false;
    }
    body.add(m_stream.mid(m_at + 4, length));
    m_at += 4 + length;
  } while (word(m_stream, m_at) == kContinue && m_at + 4 <= m_stream.size());
  return true;
}

/// Text of Excel 97 tells its own width; Excel 5 wrote in the code page of the computer, which its own record names;
/// what is none of that page comes with U+FFFD.
QString XlsReader::text(RecordBody& body, qsizetype length) const {
  return m_excel5 ? decodeAs(body.rest().left(length), m_encoding) : body.text(length);
}

void XlsReader::readStrings(RecordBody body) {
  body.four();
  const quint32 count = body.four();
  for (quint32 n = 0; n < count && !body.failed(); ++n) {
    const qsizetype length = body.two();
    m_strings.append(body.text(length));
  }
  if (body.failed() &&
      !m_strings.isEmpty()) // a string that was cut is none: cells that ask for it find the file damaged
    m_strings.removeLast();
}

Result<void> XlsReader::readGlobals() {
  quint16 kind = 0;
  RecordBody body;
  if (!next(kind, body) || kind != kBegin)
    return damaged();
  const quint16 version = body.two();
  if (version != 0x0600 && version != 0x0500)
    return damaged();
  m_excel5 = version == 0x0500;
  while (next(kind, body) && kind != kEnd) {
    if (kind == kFilePass) {
      return fail(ErrorCode::FileEncrypted, {m_path});
    } else if (kind == kCodePage) {
      m_encoding = encodingOfCodePage(body.two());
    } else if (kind == kDateMode) {
      m_date1904 = body.two() == 1;
    } else if (kind == kBoundSheet) {
      Place place;
      place.offset = body.four();
      const int state = body.byte() & 3;
      place.shown = state == 2 ? Sheet::Shown::Never : state == 1 ? Sheet::Shown::Hidden : Sheet::Shown::Yes;
      place.table = body.byte() == 0;
      const quint8 length = body.byte();
      place.name = text(body, length);
      m_places.append(place);
    } else if (kind == kStrings) {
      readStrings(body);
    } else if (kind == kFormat) {
      const int id = body.two();
      const qsizetype length = m_excel5 ? body.byte() : body.two();
      m_formats.insert(id, isDateFormat(text(body, length)));
    } else if (kind == kStyle) {
      body.two();
      m_styles.append(body.two());
    }
  }
  constexpr qsizetype kSheets = 1024; // more is an attempt to be read for ever
  if (m_cut || m_places.isEmpty() || m_places.size() > kSheets)
    return damaged();
  return {};
}

/// 30 bits of an integer or of the upper half of a double, perhaps in hundredths (MS-XLS 2.5.217).
double XlsReader::fromRk(quint32 bits) {
  double value = 0;
  if (bits & 2) {
    value = static_cast<qint32>(bits) >> 2;
  } else {
    QByteArray bytes(8, '\0');
    for (int n = 0; n < 4; ++n)
      bytes[4 + n] = static_cast<char>((bits & ~3U) >> (8 * n));
    value = real(bytes, 0);
  }
  return bits & 1 ? value / 100 : value;
}

Cell XlsReader::number(double value, quint16 style) const {
  const int format = style < m_styles.size() ? m_styles.at(style) : 0;
  if (m_formats.contains(format) ? m_formats.value(format) : isDateFormat(format))
    if (const auto text = serialText(value, m_date1904))
      return {Cell::Kind::Date, *text, value, false};
  return {Cell::Kind::Number, numberText(value), value, false};
}

Cell XlsReader::boolOrError(quint8 value, bool error) const {
  if (!error)
    return {Cell::Kind::Boolean, value ? u"TRUE"_s : u"FALSE"_s, 0, false};
  static const QHash<int, QString> names = {{0x00, u"#NULL!"_s}, {0x07, u"#DIV/0!"_s}, {0x0F, u"#VALUE!"_s},
                                            {0x17, u"#REF!"_s},  {0x1D, u"#NAME?"_s},  {0x24, u"#NUM!"_s}};
  return {Cell::Kind::Error, names.value(value, u"#N/A"_s), 0, false};
}

Result<void> XlsReader::readCell(quint16 kind, RecordBody body, SheetFiller& filler) {
  if (kind == kFormulaText) {
    if (!m_formulaText)
      return {};
    const qsizetype length = body.two();
    const Cell cell{Cell::Kind::Text, text(body, length), 0, true};
    const auto [row, column] = *std::exchange(m_formulaText, std::nullopt);
    return body.failed() ? damaged() : filler.put(row, column, cell);
  }
  const int row = body.two();
  const int column = body.two();
  if (kind == kMulRk) {
    const qsizetype count = (body.rest().size() - 2) / 6;
    for (qsizetype n = 0; n < count; ++n) {
      const quint16 style = body.two();
      if (const auto put = filler.put(row, column + n, number(fromRk(body.four()), style)); !put)
        return put;
    }
    return {};
  }
  const quint16 style = body.two();
  Cell cell;
  if (kind == kSharedText) {
    const quint32 index = body.four();
    if (index >= quint32(m_strings.size()))
      return damaged();
    cell = {Cell::Kind::Text, m_strings.at(index), 0, false};
  } else if (kind == kLabel || kind == kRichText) {
    const qsizetype length = body.two();
    cell = {Cell::Kind::Text, text(body, length), 0, false};
  } else if (kind == kNumber) {
    cell = number(real(body.rest(), 0), style);
    body.skip(8);
  } else if (kind == kRk) {
    cell = number(fromRk(body.four()), style);
  } else if (kind == kBoolOrError) {
    const quint8 value = body.byte();
    cell = boolOrError(value, body.byte() != 0);
  } else { // a formula: the value computed when the file was saved
    const QByteArray value = body.rest().left(8);
    body.skip(8);
    if (word(value, 6) != 0xFFFF)
      cell = number(real(value, 0), style);
    else if (value.at(0) == 0)
      m_formulaText = {row, column}; // its text is the next record
    else if (value.at(0) == 1 || value.at(0) == 2)
      cell = boolOrError(quint8(value.at(2)), value.at(0) == 2);
    cell.isFormula = true;
  }
  return body.failed() ? damaged() : filler.put(row, column, cell);
}

Result<void> XlsReader::readRecord(quint16 kind, const RecordBody& body, SheetFiller& filler) {
  constexpr quint16 kCells[] = {kFormula, kMulRk, kRichText,    kSharedText, kNumber,
                                kLabel,   kRk,    kBoolOrError, kFormulaText};
  if (kind == kRow || kind == kColumns || kind == kMerged)
    return readLayout(kind, body, filler);
  const bool isCell = std::find(std::begin(kCells), std::end(kCells), kind) != std::end(kCells);
  return isCell ? readCell(kind, body, filler) : Result<void>();
}

Result<void> XlsReader::readSheet(quint32 offset, Sheet& sheet) {
  SheetFiller filler(sheet, m_limits, m_path, m_cells);
  m_at = offset;
  quint16 kind = 0;
  RecordBody body;
  if (!next(kind, body) || kind != kBegin)
    return damaged();
  const qsizetype begun = m_at;
  int depth = 1; // a chart within the sheet has a beginning and an end of its own
  for (quint32 n = 0; depth > 0 && next(kind, body); ++n) {
    if (n % 16384 == 0 && !goesOn(m_progress, m_at, m_stream.size()))
      return fail(ErrorCode::Cancelled);
    if (kind == kBegin || kind == kEnd)
      depth += kind == kBegin ? 1 : -1;
    else if (depth == 1)
      if (const auto read = readRecord(kind, body, filler); !read)
        return read;
  }
  m_sheetBytes += m_at - begun;
  if (m_cut || m_sheetBytes > m_stream.size()) // sheets that lie over each other would be read for ever
    return damaged();
  return filler.finish();
}

/// What is hidden, what is merged.
Result<void> XlsReader::readLayout(quint16 kind, RecordBody body, SheetFiller& filler) {
  if (kind == kRow) {
    const int row = body.two();
    body.skip(10);
    constexpr quint32 kHidden = 0x20;
    if (body.four() & kHidden && !body.failed())
      filler.hideRow(row);
  } else if (kind == kColumns) {
    const int first = body.two(), last = body.two();
    body.skip(4);
    if (body.two() & 1 && !body.failed())
      filler.hideColumns(first, last);
  } else {
    const int count = body.two();
    for (int n = 0; n < count; ++n) {
      const int first = body.two(), last = body.two(), left = body.two(), right = body.two();
      if (body.failed() || last < first || right < left)
        break;
      if (const auto merged = filler.merge({first, left, last - first + 1, right - left + 1}); !merged)
        return merged;
    }
  }
  return {};
}

Result<SheetFile> XlsReader::read() {
  if (const auto globals = readGlobals(); !globals)
    return std::unexpected(globals.error());
  SheetFile file;
  file.format = u"xls"_s;
  for (const Place& place : m_places) {
    if (!place.table)
      continue; // a chart, a macro
    Sheet sheet;
    sheet.name = place.name;
    sheet.shown = place.shown;
    sheet.date1904 = m_date1904;
    if (const auto read = readSheet(place.offset, sheet); !read)
      return std::unexpected(read.error());
    file.sheets.append(std::move(sheet));
  }
  if (file.sheets.isEmpty())
    return damaged();
  return file;
}

} // namespace

Result<SheetFile> readXls(const QByteArray& bytes, const QString& path, const ReadLimits& limits,
                          const Progress& progress) {
  const auto compound = CompoundFile::open(bytes);
  if (!compound)
    return fail(ErrorCode::FileDamaged, {path});
  if (compound->contains(u"EncryptedPackage"_s))
    return fail(ErrorCode::FileEncrypted, {path});
  const QString name = compound->contains(u"Workbook"_s) ? u"Workbook"_s : u"Book"_s;
  if (compound->contains(u"WordDocument"_s))
    return fail(ErrorCode::FileIsDocument, {path});
  if (!compound->contains(name))
    return fail(ErrorCode::FileTypeUnknown, {path});
  const auto stream = compound->stream(name);
  if (!stream)
    return fail(ErrorCode::FileDamaged, {path});
  return XlsReader(*stream, path, limits, progress).read();
}

} // namespace xueji::detail
