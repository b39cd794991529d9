#include "compound_file.h"

#include <QtEndian>
#include <cstring>

namespace xueji::detail {

namespace {
constexpr quint32 kLastSector = 0xFFFFFFFA; // higher numbers are marks
constexpr quint32 kEndOfChain = 0xFFFFFFFE;
constexpr quint64 kSmallStream = 4096; // shorter ones live in sectors of 64 bytes
constexpr qsizetype kSmallSector = 64;
constexpr qsizetype kEntry = 128;
} // namespace

quint16 word(const QByteArray& bytes, qsizetype at) {
  return at >= 0 && at + 2 <= bytes.size() ? qFromLittleEndian<quint16>(bytes.constData() + at) : 0;
}

quint32 doubleWord(const QByteArray& bytes, qsizetype at) {
  return at >= 0 && at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.constData() + at) : 0;
}

double real(const QByteArray& bytes, qsizetype at) {
  const quint64 bits = quint64(doubleWord(bytes, at + 4)) << 32 | doubleWord(bytes, at);
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

QByteArray CompoundFile::sector(quint32 number) const {
  const qsizetype at = (qsizetype(number) + 1) * m_sectorSize;
  return number < kLastSector && at < m_bytes.size() ? m_bytes.mid(at, m_sectorSize) : QByteArray();
}

bool CompoundFile::readTable() {
  const qsizetype sectors = m_bytes.size() / m_sectorSize;
  const auto add = [&](quint32 number) {
    const QByteArray part = sector(number);
    m_table += part;
    return part.size() == m_sectorSize && m_table.size() / m_sectorSize <= sectors;
  };
  const quint32 wanted = doubleWord(m_bytes, 44);
  quint32 found = 0;
  for (qsizetype at = 76; at < 512 && found < wanted; at += 4, ++found)
    if (!add(doubleWord(m_bytes, at)))
      return false;
  quint32 more = doubleWord(m_bytes, 68); // large files list the rest of the table in sectors of their own
  for (qsizetype round = 0; found < wanted; ++round) {
    const QByteArray list = sector(more);
    if (list.size() != m_sectorSize || round > sectors)
      return false;
    for (qsizetype at = 0; at + 4 < m_sectorSize && found < wanted; at += 4, ++found)
      if (!add(doubleWord(list, at)))
        return false;
    more = doubleWord(list, m_sectorSize - 4);
  }
  return true;
}

std::optional<CompoundFile> CompoundFile::open(const QByteArray& bytes) {
  CompoundFile file;
  file.m_bytes = bytes;
  const int shift = word(bytes, 30);
  if (bytes.size() < 512 || (shift != 9 && shift != 12))
    return std::nullopt;
  file.m_sectorSize = qsizetype(1) << shift;
  if (!file.readTable())
    return std::nullopt;
  const auto directory = file.chain(doubleWord(bytes, 48));
  if (!directory || directory->size() < kEntry)
    return std::nullopt;
  file.m_directory = *directory;
  return file;
}

std::optional<QByteArray> CompoundFile::chain(quint32 first, std::optional<quint64> size) const {
  if (size && *size > quint64(m_bytes.size()))
    return std::nullopt;
  QByteArray found;
  quint32 next = first;
  while (next != kEndOfChain && (!size || quint64(found.size()) < *size)) {
    const QByteArray part = sector(next);
    const qsizetype at = qsizetype(next) * 4;
    if (part.isEmpty() || at + 4 > m_table.size() || found.size() > m_bytes.size())
      return std::nullopt;
    found += part;
    next = doubleWord(m_table, at);
  }
  if (size && quint64(found.size()) < *size)
    return std::nullopt;
  return size ? found.left(qsizetype(*size)) : found;
}

std::optional<QByteArray> CompoundFile::smallChain(const Entry& entry) const {
  const auto table = chain(doubleWord(m_bytes, 60));
  const auto sectors = chain(doubleWord(m_directory, 116), quint64(doubleWord(m_directory, 120)));
  if (!table || !sectors)
    return std::nullopt;
  QByteArray found;
  for (quint32 next = entry.first; quint64(found.size()) < entry.size;) {
    const qsizetype at = qsizetype(next) * kSmallSector;
    if (next >= kLastSector || at >= sectors->size() || qsizetype(next) * 4 + 4 > table->size())
      return std::nullopt;
    found += sectors->mid(at, kSmallSector);
    next = doubleWord(*table, qsizetype(next) * 4);
  }
  return found.left(qsizetype(entry.size));
}

std::optional<CompoundFile::Entry> CompoundFile::entry(const QString& name) const {
  for (qsizetype at = 0; at + kEntry <= m_directory.size(); at += kEntry) {
    const qsizetype length = word(m_directory, at + 64); // bytes with the closing zero
    if (length < 2 || length > 64 || m_directory.at(at + 66) != 2)
      continue;
    QString label;
    for (qsizetype letter = 0; letter + 2 < length; letter += 2)
      label += QChar(word(m_directory, at + letter));
    if (label.compare(name, Qt::CaseInsensitive) == 0)
      return Entry{doubleWord(m_directory, at + 116), doubleWord(m_directory, at + 120)};
  }
  return std::nullopt;
}

std::optional<QByteArray> CompoundFile::stream(const QString& name) const {
  const auto found = entry(name);
  if (!found)
    return std::nullopt;
  return found->size < kSmallStream ? smallChain(*found) : chain(found->first, found->size);
}

} // namespace xueji::detail
