#include "archive.h"

#include <algorithm>
#include <zip.h>

namespace xueji::detail {

namespace {

QString keyOf(QString name) {
  return name.replace(u'\\', u'/').toLower();
}

} // namespace

ArchivePart::ArchivePart(zip_file* file, qint64 size, qint64 packed, const ReadLimits& limits, qint64& unpackedSoFar)
    : m_file(file), m_size(size), m_packed(packed), m_limits(limits), m_unpackedSoFar(unpackedSoFar) {
  open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ArchivePart::~ArchivePart() {
  zip_fclose(m_file);
}

qint64 ArchivePart::readData(char* data, qint64 wanted) {
  if (m_exploded || m_failed)
    return -1;
  const qint64 got = zip_fread(m_file, data, static_cast<zip_uint64_t>(wanted));
  if (got < 0) {
    m_failed = true;
    return -1;
  }
  m_read += got;
  m_unpackedSoFar += got;
  const bool tooDense = m_read > m_limits.expansionFrom && m_read / m_limits.expansion > std::max<qint64>(m_packed, 1);
  m_exploded = m_unpackedSoFar > m_limits.unpackedBytes || m_read > m_size || tooDense;
  return m_exploded ? -1 : got > 0 ? got : -1; // 0 would make the XML reader wait for more
}

void Archive::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

Archive::Archive(QByteArray bytes, QString path, zip* archive, const ReadLimits& limits)
    : m_bytes(std::move(bytes)), m_path(std::move(path)), m_archive(archive), m_limits(limits) {}

Result<Archive> Archive::open(const QByteArray& bytes, const QString& path, const ReadLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  // The bytes belong to the archive below and stay as they are.
  zip_source_t* source =
      zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
  zip* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  zip_error_fini(&error);
  if (!opened) {
    zip_source_free(source);
    return fail(ErrorCode::FileDamaged, {path});
  }
  Archive archive(bytes, path, opened, limits);
  qint64 total = 0;
  const zip_int64_t count = zip_get_num_entries(opened, 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    zip_stat_t part;
    if (zip_stat_index(opened, static_cast<zip_uint64_t>(index), 0, &part) != 0)
      return fail(ErrorCode::FileDamaged, {path});
    if ((part.valid & ZIP_STAT_ENCRYPTION_METHOD) && part.encryption_method != ZIP_EM_NONE)
      return fail(ErrorCode::FileEncrypted, {path});
    constexpr zip_uint64_t kNever = zip_uint64_t(1) << 40; // more than any limit; keeps the sum from overflowing
    const auto size = static_cast<qint64>(std::min<zip_uint64_t>(part.size, kNever));
    const auto packed = static_cast<qint64>(std::min<zip_uint64_t>(part.comp_size, kNever));
    // Some programs part folders by backslashes.
    const char* name = zip_get_name(opened, static_cast<zip_uint64_t>(index), ZIP_FL_ENC_GUESS);
    const QString key = keyOf(QString::fromUtf8(name != nullptr ? name : ""));
    if (!archive.m_parts.contains(key))
      archive.m_parts.insert(key, static_cast<quint64>(index));
    total += size;
    const bool tooDense = size > limits.expansionFrom && size / limits.expansion > std::max<qint64>(packed, 1);
    if (total > limits.unpackedBytes || tooDense)
      return fail(ErrorCode::ArchiveBomb, {path});
  }
  return archive;
}

bool Archive::contains(const QString& part) const {
  return m_parts.contains(keyOf(part));
}

bool Archive::holdsSheets() const {
  for (auto name = m_parts.keyBegin(); name != m_parts.keyEnd(); ++name)
    for (const char* ending : {".xlsx", ".xls", ".ods", ".csv"})
      if (name->endsWith(QLatin1StringView(ending)))
        return true;
  return false;
}

std::unique_ptr<ArchivePart> Archive::part(const QString& name) {
  const auto index = m_parts.constFind(keyOf(name));
  zip_stat_t stat;
  if (index == m_parts.constEnd() || zip_stat_index(m_archive.get(), *index, 0, &stat) != 0)
    return nullptr;
  zip_file* file = zip_fopen_index(m_archive.get(), *index, 0);
  if (!file)
    return nullptr;
  return std::make_unique<ArchivePart>(file, static_cast<qint64>(stat.size), static_cast<qint64>(stat.comp_size),
                                       m_limits, *m_unpacked);
}

Error Archive::errorOf(const ArchivePart& part) const {
  return {part.exploded() ? ErrorCode::ArchiveBomb : ErrorCode::FileDamaged, {m_path}};
}

} // namespace xueji::detail
