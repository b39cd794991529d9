#pragma once

#include "domain/error.h"
#include "exchange/sheet.h"

#include <QByteArray>
#include <QHash>
#include <QIODevice>
#include <memory>

struct zip;
struct zip_file;

namespace xueji::detail {

/// One part of an archive as a stream. Reading stops as soon as more comes out than the limits allow, whatever the
/// archive says of itself.
class ArchivePart : public QIODevice {
public:
  ArchivePart(zip_file* file, qint64 size, qint64 packed, const ReadLimits& limits, qint64& unpackedSoFar);
  ~ArchivePart() override;
  bool isSequential() const override { return true; }
  qint64 declaredSize() const { return m_size; }
  qint64 bytesRead() const { return m_read; }
  bool exploded() const { return m_exploded; }
  bool failed() const { return m_failed; }

protected:
  qint64 readData(char* data, qint64 wanted) override;
  qint64 writeData(const char*, qint64) override { return -1; }

private:
  zip_file* m_file;
  qint64 m_size;
  qint64 m_packed;
  ReadLimits m_limits;
  qint64& m_unpackedSoFar;
  qint64 m_read = 0;
  bool m_exploded = false;
  bool m_failed = false;
};

/// A zip archive opened for reading, its directory checked against the limits before anything is unpacked.
class Archive {
public:
  /// `path` for errors. Errors: FileDamaged, FileEncrypted, ArchiveBomb.
  static Result<Archive> open(const QByteArray& bytes, const QString& path, const ReadLimits& limits);
  Archive(Archive&&) noexcept = default;
  Archive& operator=(Archive&&) noexcept = default;

  QString path() const { return m_path; }
  bool contains(const QString& part) const;
  /// Whether a file inside is a sheet by its name: a zip that somebody sent it in.
  bool holdsSheets() const;
  /// Null where there is no such part or it cannot be opened.
  std::unique_ptr<ArchivePart> part(const QString& name);
  /// The error that reading this part ended with, once the XML reader has found fault with it.
  Error errorOf(const ArchivePart& part) const;

private:
  struct Close {
    void operator()(zip* archive) const;
  };
  Archive(QByteArray bytes, QString path, zip* archive, const ReadLimits& limits);
  QByteArray m_bytes;
  QString m_path;
  std::unique_ptr<zip, Close> m_archive;
  ReadLimits m_limits;
  std::unique_ptr<qint64> m_unpacked = std::make_unique<qint64>(0);
  QHash<QString, quint64> m_parts; ///< index by name in small letters, folders parted by / whatever the archive has
};

} // namespace xueji::detail
