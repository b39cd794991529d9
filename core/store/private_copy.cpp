#include "store/private_copy.h"

#include "platform/paths.h"

#include <QDir>
#include <utility>

namespace xueji {

namespace {

constexpr auto kStem = "xueji-older-";
constexpr auto kMarkName = "reading";
constexpr int kMostTries = 100;

QString inside(const QString& folder, const char* name) {
  return folder + QLatin1Char('/') + QLatin1String(name);
}

/// The files of such a copy, then the mark, then the folder if nothing else is in it.
void removeFolder(const QString& folder) {
  for (const char* name : {"register.db", "register.db-wal", "register.db-shm", "register.db-journal",
                           "register.db.new", "register.db.new-journal", kMarkName})
    static_cast<void>(removeFile(inside(folder, name)));
  removeEmptyFolder(folder);
}

} // namespace

Result<PrivateCopy> PrivateCopy::make() {
  const QString place = QDir::tempPath();
  const auto named = [&](Error error) {
    error.args = {place};
    return std::unexpected(error);
  };
  for (int tries = 0; tries < kMostTries; ++tries) {
    const auto folder = makePrivateFolderLike(inside(place, kStem));
    if (!folder)
      return named(folder.error());
    auto mark = OpenFile::open(inside(*folder, kMarkName), OpenFile::How::Create);
    // Somebody who tidies up may have come between: then the next name.
    if (mark && mark->lock() == OpenFile::Lock::Got && mark->hasName())
      return PrivateCopy(*folder, std::move(*mark));
    removeFolder(*folder);
    if (!mark && mark.error().code != ErrorCode::PathMissing)
      return named(mark.error());
  }
  return fail(ErrorCode::WriteFailed, {place});
}

PrivateCopy::PrivateCopy(PrivateCopy&& other) noexcept
    : m_folder(std::exchange(other.m_folder, {})), m_mark(std::exchange(other.m_mark, std::nullopt)) {}

PrivateCopy::~PrivateCopy() {
  if (m_mark)
    removeFolder(m_folder);
}

void PrivateCopy::removeLeft() {
  const QDir place(QDir::tempPath());
  const auto found = place.entryList({QLatin1String(kStem) + QLatin1Char('*')}, QDir::Dirs | QDir::Hidden);
  for (const QString& name : found) {
    const QString folder = place.filePath(name);
    if (!isPrivateFolder(folder))
      continue;
    auto mark = OpenFile::open(inside(folder, kMarkName), OpenFile::How::Change);
    if (!mark)
      removeEmptyFolder(folder); // killed before its mark: empty, or none of ours
    else if (mark->lock() == OpenFile::Lock::Got)
      removeFolder(folder);
  }
}

} // namespace xueji
