#include "commands.h"
#include "desk.h"
#include "output_path.h"
#include "register/dump.h"
#include "register/leaving.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <optional>

namespace xueji {
namespace {

/// Where the lines go: a new file readable by this person only, or standard output.
class Lines {
public:
  Result<void> open(const QString& path) {
    m_path = path;
    if (path.isEmpty())
      return m_file.open(stdout, QIODevice::WriteOnly) ? Result<void>() : fail(ErrorCode::WriteFailed, {path});
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
      return fail(ErrorCode::NotWritable, {path});
    return {};
  }
  Result<void> put(const QByteArray& line) {
    return m_file.write(line) == line.size() && m_file.write("\n") == 1 ? Result<void>()
                                                                        : fail(ErrorCode::DiskFull, {m_path});
  }
  Result<void> close() { return m_file.flush() ? Result<void>() : fail(ErrorCode::DiskFull, {m_path}); }

private:
  QString m_path;
  QFile m_file;
};

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
  const QFileInfo target(path);
  std::optional<Staging> staging;
  if (!path.isEmpty()) {
    auto made = Staging::in(invocation, target.absolutePath());
    if (!made)
      return console.fail(made.error());
    staging = std::move(*made);
  }
  Lines lines;
  if (auto opened = lines.open(staging ? staging->path(target.fileName()) : QString()); !opened)
    return console.fail(opened.error());
  const auto dumped = dumpRegister(desk.office(), purpose, *witness ? &**witness : nullptr,
                                   [&](const QByteArray& line) { return lines.put(line); });
  Result<void> written = dumped ? lines.close() : std::unexpected(dumped.error());
  if (!written)
    return console.fail(staging ? staging->named(written.error()) : written.error());
  if (staging)
    if (auto published = staging->publish({target.fileName()}); !published)
      return console.fail(published.error());
  if (!path.isEmpty())
    console.put({{QStringLiteral("file"), target.absoluteFilePath()},
                 {QStringLiteral("children"), dumped->children},
                 {QStringLiteral("voided"), dumped->voided},
                 {QStringLiteral("acts"), dumped->acts},
                 {QStringLiteral("facts"), dumped->facts}},
                QCoreApplication::translate(
                    "xuejictl", "%1: %2 children (%5 of them declared void), %3 acts, %4 facts, not encrypted.")
                    .arg(path, QString::number(dumped->children), QString::number(dumped->acts),
                         QString::number(dumped->facts), QString::number(dumped->voided)));
  return ExitCode::Done;
}

} // namespace

QList<Command> dumpCommands() {
  return {
      {{"dump"},
       "REG",
       QT_TRANSLATE_NOOP("xuejictl", "Writes all acts and facts in an open form, as JSON lines, not encrypted."),
       1,
       1,
       {option("full", "PURPOSE", true), witnessOption(), option("out", "FILE"), forceOption(), userOption()},
       runDump},
  };
}

} // namespace xueji
