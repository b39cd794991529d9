#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace xueji::detail {

/// One stream of a compound file (MS-CFB: the container of old office files), found by its name at any depth.
/// Every chain of sectors is bounded by the size of the file, so that a damaged table ends in nothing, not in a loop.
class CompoundFile {
public:
  /// Nothing where the header or the sector table cannot be.
  static std::optional<CompoundFile> open(const QByteArray& bytes);

  bool contains(const QString& name) const { return entry(name).has_value(); }
  /// Nothing where there is no such stream or its sectors are not all there.
  std::optional<QByteArray> stream(const QString& name) const;

private:
  struct Entry {
    quint32 first = 0;
    quint64 size = 0;
  };
  bool readTable();
  std::optional<Entry> entry(const QString& name) const;
  /// The sectors that begin with `first`, cut to `size` bytes (all of them without a size).
  std::optional<QByteArray> chain(quint32 first, std::optional<quint64> size = {}) const;
  std::optional<QByteArray> smallChain(const Entry& entry) const;
  QByteArray sector(quint32 number) const;

  QByteArray m_bytes;
  qsizetype m_sectorSize = 512;
  QByteArray m_table;     ///< next sector of each sector, 32 bits each
  QByteArray m_directory; ///< entries of 128 bytes
};

/// Little-endian numbers at a place; 0 beyond the end.
quint16 word(const QByteArray& bytes, qsizetype at);
quint32 doubleWord(const QByteArray& bytes, qsizetype at);
double real(const QByteArray& bytes, qsizetype at);

} // namespace xueji::detail
