#include "recipe.h"

#include <algorithm>
#include <cstring>
#include <zip.h>

namespace xueji::fuzz {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeepest = 4; ///< repetitions inside each other

void appendRepeated(QByteArray& out, const QByteArray& piece, int times) {
  const bool counts = piece.contains(kCounter);
  for (int n = 1; n <= times && out.size() + piece.size() <= kMostBytes; ++n)
    out += counts ? QByteArray(piece).replace(kCounter, QByteArray::number(n)) : piece;
}

/// From `at` up to the end of this repetition; `at` goes behind it.
QByteArray unfoldedFrom(const QByteArray& recipe, qsizetype& at, int depth) {
  QByteArray out;
  while (at < recipe.size() && out.size() < kMostBytes) {
    const char byte = recipe[at++];
    if (byte == kEnd && depth > 0)
      return out;
    if (byte != kRepeat || at >= recipe.size() || depth >= kDeepest) {
      out += byte;
      continue;
    }
    const int times = 1 << (static_cast<quint8>(recipe[at++]) % 13);
    appendRepeated(out, unfoldedFrom(recipe, at, depth + 1), times);
  }
  return out;
}

void appendTwo(QByteArray& out, quint16 value) {
  out += static_cast<char>(value & 0xFF);
  out += static_cast<char>(value >> 8);
}

void appendFour(QByteArray& out, quint32 value) {
  appendTwo(out, static_cast<quint16>(value & 0xFFFF));
  appendTwo(out, static_cast<quint16>(value >> 16));
}

quint16 twoAt(const QByteArray& bytes, qsizetype at) {
  return at + 2 <= bytes.size() ? static_cast<quint16>(quint8(bytes[at]) | quint8(bytes[at + 1]) << 8) : 0;
}

void putFour(QByteArray& bytes, qsizetype at, quint32 value) {
  for (int n = 0; n < 4; ++n)
    bytes[at + n] = static_cast<char>(value >> (8 * n));
}

QByteArray directoryEntry(const QString& name, char kind, quint32 first, quint32 size) {
  QByteArray entry(reinterpret_cast<const char*>(name.utf16()), name.size() * 2); // the tests run little-endian
  entry += QByteArray(128 - entry.size(), '\0');
  entry[64] = static_cast<char>(name.size() * 2 + 2);
  entry[66] = kind;
  entry[67] = 1;
  for (const qsizetype at : {68, 72, 76})
    putFour(entry, at, 0xFFFFFFFF); // nothing beside it, nothing below
  putFour(entry, 116, first);
  putFour(entry, 120, size);
  return entry;
}

struct BiffRecord {
  quint16 kind = 0;
  QByteArray body;
};

bool standsInARow(quint16 kind) {
  constexpr quint16 kKinds[] = {0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0208, 0x027E};
  return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
}

void repeatLast(QList<BiffRecord>& records, qsizetype count, int times, qsizetype& size) {
  const QList<BiffRecord> last = records.mid(std::max<qsizetype>(0, records.size() - count));
  for (int n = 1; n <= times; ++n)
    for (BiffRecord record : last) {
      if (standsInARow(record.kind) && record.body.size() >= 2) {
        const quint16 row = static_cast<quint16>(twoAt(record.body, 0) + n);
        record.body[0] = static_cast<char>(row & 0xFF);
        record.body[1] = static_cast<char>(row >> 8);
      }
      size += record.body.size() + 4;
      if (size > kMostBytes)
        return;
      records << record;
    }
}

QList<BiffRecord> recordList(const QByteArray& recipe) {
  QList<BiffRecord> records;
  qsizetype size = 0;
  for (qsizetype at = 0; at + 4 <= recipe.size() && size < kMostBytes;) {
    const quint16 kind = twoAt(recipe, at);
    const QByteArray body = recipe.mid(at + 4, twoAt(recipe, at + 2));
    at += 4 + body.size();
    if (kind == kRepeatRecord && body.size() >= 3) {
      repeatLast(records, quint8(body[0]), twoAt(body, 1), size);
    } else {
      records << BiffRecord{kind, body};
      size += body.size() + 4;
    }
  }
  return records;
}

} // namespace

QByteArray unfolded(const QByteArray& recipe) {
  qsizetype at = 0;
  return unfoldedFrom(recipe, at, 0).left(kMostBytes);
}

QByteArray archiveOf(const QList<QPair<QString, QByteArray>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip* made = target ? zip_open_from_source(target, ZIP_TRUNCATE, &error) : nullptr;
  zip_error_fini(&error);
  if (!made)
    return {};
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* part = zip_source_buffer(made, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    const zip_int64_t index = zip_file_add(made, name.toUtf8().constData(), part, ZIP_FL_ENC_UTF_8);
    if (index >= 0)
      zip_set_file_compression(made, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  QByteArray bytes;
  zip_stat_t stat;
  if (zip_close(made) == 0 && zip_source_open(target) == 0) {
    if (zip_source_stat(target, &stat) == 0) {
      bytes.resize(static_cast<qsizetype>(stat.size));
      zip_source_read(target, bytes.data(), stat.size);
    }
    zip_source_close(target);
  }
  zip_source_free(target);
  return bytes;
}

QByteArray compoundFileOf(const QString& name, QByteArray stream) {
  constexpr qsizetype kSector = 512, kSmallest = 4096, kNumbers = kSector / 4;
  stream += QByteArray(std::max<qsizetype>(kSmallest - stream.size(), 0), '\0');
  const qsizetype size = stream.size();
  stream += QByteArray((kSector - size % kSector) % kSector, '\0');
  const qsizetype streamSectors = stream.size() / kSector;
  qsizetype tables = 1;
  while (tables * kNumbers < tables + 1 + streamSectors)
    ++tables;
  const auto directory = static_cast<quint32>(tables);

  QByteArray header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  header += QByteArray(kSector - header.size(), '\0');
  header[24] = 0x3E, header[26] = 3, header[28] = char(0xFE), header[29] = char(0xFF), header[30] = 9, header[32] = 6;
  putFour(header, 44, static_cast<quint32>(tables));
  putFour(header, 48, directory);
  putFour(header, 56, kSmallest);
  putFour(header, 60, 0xFFFFFFFE);
  putFour(header, 68, 0xFFFFFFFE);
  for (qsizetype n = 0; n < 109; ++n)
    putFour(header, 76 + n * 4, n < tables ? static_cast<quint32>(n) : 0xFFFFFFFF);

  QByteArray table;
  for (qsizetype n = 0; n < tables; ++n)
    appendFour(table, 0xFFFFFFFD);
  appendFour(table, 0xFFFFFFFE);
  for (qsizetype n = 1; n <= streamSectors; ++n)
    appendFour(table, n == streamSectors ? 0xFFFFFFFE : directory + 1 + static_cast<quint32>(n));
  table += QByteArray(tables * kSector - table.size(), '\xFF');

  QByteArray root = directoryEntry(u"Root Entry"_s, 5, 0xFFFFFFFE, 0);
  putFour(root, 76, 1); // its first child
  return header + table + root + directoryEntry(name, 2, directory + 1, static_cast<quint32>(size)) +
         QByteArray(kSector - 256, '\0') + stream;
}

QByteArray recordsOf(const QByteArray& recipe) {
  QByteArray stream;
  QList<qsizetype> lists, beginnings;
  for (const auto& [kind, body] : recordList(recipe)) {
    if (kind == 0x0085 && body.size() >= 4)
      lists << stream.size() + 4;
    if (kind == 0x0809)
      beginnings << stream.size();
    appendTwo(stream, kind);
    appendTwo(stream, static_cast<quint16>(body.size()));
    stream += body;
  }
  for (qsizetype n = 0; n < lists.size() && beginnings.size() > 1; ++n)
    putFour(stream, lists[n], static_cast<quint32>(beginnings[1 + n % (beginnings.size() - 1)]));
  return stream;
}

} // namespace xueji::fuzz
