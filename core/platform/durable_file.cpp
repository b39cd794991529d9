#include "platform/durable_file.h"

#include "platform/open_file.h"
#include "platform/paths.h"

#include <QFile>
#include <QFileInfo>
#include <optional>
#include <utility>

namespace xueji {

namespace {

Result<void> writeAndSync(const QString& path, QByteArrayView bytes) {
  static_cast<void>(removeFile(path)); // what a crash left, or a link somebody laid
  auto file = OpenFile::open(path, OpenFile::How::Create);
  return file ? file->write(bytes) : std::unexpected(file.error());
}

constexpr qint64 kLargestRemembered = 16 << 20;

/// Bytes written and synced beside `path`, which take its name later; gone if they do not.
class Staged {
public:
  static Result<Staged> write(const QString& path, QByteArrayView bytes) {
    Staged staged(path);
    if (auto written = writeAndSync(staged.m_part, bytes); !written) {
      Error error = written.error();
      error.args = {path};
      return std::unexpected(error);
    }
    return staged;
  }
  Staged(Staged&& other) noexcept
      : m_path(std::move(other.m_path)), m_part(std::exchange(other.m_part, {})), m_before(std::move(other.m_before)),
        m_named(other.m_named) {}
  Staged& operator=(Staged&&) = delete;
  ~Staged() {
    if (!m_part.isEmpty() && !m_named)
      QFile::remove(m_part);
  }

  Result<void> takeName() {
    if (auto renamed = renameOver(m_part, m_path); !renamed)
      return renamed;
    m_named = true;
    return {};
  }

  /// Keeps what `path` holds now, for takeBack().
  void remember() {
    if (!QFileInfo::exists(m_path))
      m_before.emplace();
    else if (const auto bytes = readWholeFile(m_path, kLargestRemembered))
      m_before = *bytes;
  }
  /// Whether `path` is as it was.
  bool takeBack() {
    if (!m_named)
      return true;
    if (!m_before)
      return false;
    return m_before->isNull() ? QFile::remove(m_path) : writeFileAtomically(m_path, *m_before).has_value();
  }

private:
  explicit Staged(const QString& path) : m_path(path), m_part(path + ".new") {}
  QString m_path;
  QString m_part;
  std::optional<QByteArray> m_before; ///< null bytes: there was no file
  bool m_named = false;
};

} // namespace

Result<void> writeFileAtomically(const QString& path, QByteArrayView bytes) {
  auto staged = Staged::write(path, bytes);
  if (!staged)
    return std::unexpected(staged.error());
  if (auto named = staged->takeName(); !named)
    return named;
  return syncFolder(QFileInfo(path).absolutePath());
}

Result<void> replaceFile(const QString& path, QByteArrayView bytes) {
  auto staged = Staged::write(path, bytes);
  return staged ? staged->takeName() : std::unexpected(staged.error());
}

Result<void> writeTwiceAtomically(const QString& first, const QString& second, QByteArrayView bytes) {
  auto one = Staged::write(first, bytes);
  if (!one)
    return std::unexpected(one.error());
  auto two = Staged::write(second, bytes);
  if (!two)
    return std::unexpected(two.error());
  one->remember();
  two->remember();
  Result<void> done = one->takeName();
  if (done)
    done = two->takeName();
  if (done)
    done = syncFolder(QFileInfo(first).absolutePath());
  if (done || !two->takeBack() || !one->takeBack())
    return {};
  return done;
}

Result<QByteArray> readWholeFile(const QString& path, qint64 limit) {
  QFile file(path);
  if (!file.exists())
    return fail(ErrorCode::PathMissing, {path});
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorCode::ReadFailed, {path});
  if (file.size() > limit)
    return fail(ErrorCode::FileTooLarge, {path, QString::number(file.size()), QString::number(limit)});
  QByteArray bytes = file.read(limit + 1);
  if (file.error() != QFileDevice::NoError)
    return fail(ErrorCode::ReadFailed, {path});
  return bytes;
}

Result<void> syncFile(const QString& path) {
  auto file = OpenFile::open(path, OpenFile::How::Read);
  return file ? file->sync() : std::unexpected(file.error());
}

Result<void> syncFolder(const QString& folder) {
  return syncFile(folder);
}

Result<void> moveDurably(const QString& from, const QString& to) {
  if (QFileInfo::exists(to))
    return fail(ErrorCode::RegisterExists, {to});
  if (auto renamed = renameOver(from, to); !renamed)
    return renamed;
  const QString left = QFileInfo(from).absolutePath();
  const QString entered = QFileInfo(to).absolutePath();
  if (auto synced = syncFolder(entered); !synced || left == entered)
    return synced;
  return syncFolder(left);
}

} // namespace xueji
