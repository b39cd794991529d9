#include "app/xuejictl/commands.h"
#include "app/xuejictl/desk.h"
#include "app/xuejictl/output_path.h"
#include "register/dump.h"
#include "register/leaving.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace xueji {
namespace {

/// Where the lines go: a new file readable by this person only, or standard output.
class Lines {
public:
  /// What stood at `path` goes: mayWrite() has asked.
  Result<void> open(const QString& path) {
    m_path = path;
    if (path.isEmpty())
      return m_file.open(stdout, QIODevice::WriteOnly) ? Result<void>() : fail(ErrorCode::WriteFailed, {path});
    m_file.setFileName(path);
    m_file.remove();
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
      return fail(ErrorCode::NotWritable, {path});
    return {};
  }
  Result<void> put(const QByteArray& line) {
    return m_file.write(line) == line.size() && m_file.write("\n") == 1 ? Result<void>()
                                                                        : fail(ErrorCode::DiskFull, {m_path});
  }
  Result<void> close() { return m_file.flush() ? Result<void>() : fail(ErrorCode::DiskFull, {m_path}); }
  /// Half a dump is none.
  void discard() {
    if (!m_path.isEmpty())
      m_file.remove();
  }

private:
  QString m_path;
  QFile m_file;
};

} // namespace

ExitCode runDump(const Invocation& invocation, const Console& console) {
  const QString path = invocation.value(QStringLiteral("out"));
  if (auto free = mayWrite(invocation, path); !free)
    return console.fail(free.error());
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const QString purpose = invocation.value(QStringLiteral("full"));
  auto witness = witnessOf(invocation, desk.office(), leavingHash(purpose));
  if (!witness)
    return console.fail(witness.error());
  Lines lines;
  bool started = false;
  const auto dumped = dumpRegister(desk.office(), purpose, *witness ? &**witness : nullptr,
                                   [&](const QByteArray& line) -> Result<void> {
                                     if (!started)
                                       if (auto opened = lines.open(path); !opened)
                                         return opened;
                                     started = true;
                                     return lines.put(line);
                                   });
  const Result<void> closed = dumped ? lines.close() : Result<void>();
  if (!dumped || !closed) {
    if (started)
      lines.discard();
    return console.fail(dumped ? closed.error() : dumped.error());
  }
  if (!path.isEmpty())
    console.put({{QStringLiteral("file"), QFileInfo(path).absoluteFilePath()},
                 {QStringLiteral("children"), dumped->children},
                 {QStringLiteral("acts"), dumped->acts},
                 {QStringLiteral("facts"), dumped->facts}},
                QCoreApplication::translate("xuejictl", "%1: %2 children, %3 acts, %4 facts, not encrypted.")
                    .arg(path, QString::number(dumped->children), QString::number(dumped->acts),
                         QString::number(dumped->facts)));
  return ExitCode::Done;
}

} // namespace xueji
