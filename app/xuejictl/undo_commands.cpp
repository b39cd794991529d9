// Taking back: one act, a whole batch.

#include "commands.h"
#include "desk.h"
#include "register/acts.h"

#include <QCoreApplication>

namespace xueji {

namespace {

ExitCode runVoid(const Invocation& invocation, const Console& console) {
  bool isNumber = false;
  const qint64 act = invocation.words.at(1).toLongLong(&isNumber);
  if (!isNumber)
    return console.fail({ErrorCode::ValueInvalid, {QStringLiteral("ACT"), invocation.words.at(1)}});
  const QString reason = invocation.value(QStringLiteral("reason")).trimmed();
  if (reason.isEmpty())
    return console.fail({ErrorCode::WrongUse, {QStringLiteral("--reason")}});
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto taking = takingBack(desk.office(), {act}, reason);
  if (!taking)
    return console.fail(taking.error());
  auto witness = witnessOf(invocation, desk.office(), taking->hash);
  if (!witness)
    return console.fail(witness.error());
  const auto voided = voidAct(desk.office(), act, reason, *witness ? &**witness : nullptr);
  if (!voided)
    return console.fail(voided.error());
  console.put({{QStringLiteral("act"), act}, {QStringLiteral("voided_by"), *voided}},
              QCoreApplication::translate("xuejictl", "Act %1 is void (by act %2).").arg(act).arg(*voided));
  return ExitCode::Done;
}

ExitCode runUndoBatch(const Invocation& invocation, const Console& console) {
  bool isNumber = false;
  const qint64 batch = invocation.words.at(1).toLongLong(&isNumber);
  if (!isNumber)
    return console.fail({ErrorCode::ValueInvalid, {QStringLiteral("BATCH"), invocation.words.at(1)}});
  Desk desk;
  if (auto opened = desk.open(invocation, Access::Write); !opened)
    return console.fail(opened.error());
  const auto taking = takingBackBatch(desk.office(), batch);
  if (!taking)
    return console.fail(taking.error());
  auto witness = witnessOf(invocation, desk.office(), taking->hash);
  if (!witness)
    return console.fail(witness.error());
  if (auto undone = undoBatch(desk.office(), batch, {}, *witness ? &**witness : nullptr); !undone)
    return console.fail(undone.error());
  console.put({{QStringLiteral("batch"), batch}, {QStringLiteral("undone"), true}},
              QCoreApplication::translate("xuejictl", "Batch %1 was taken back.").arg(batch));
  return ExitCode::Done;
}

} // namespace

QList<Command> undoCommands() {
  return {
      {{"void"},
       "REG ACT",
       QT_TRANSLATE_NOOP("xuejictl",
                         "Declares an act void; two persons do it, but for one's own entry of the same day."),
       2,
       2,
       {option("reason", "TEXT", true), witnessOption(), userOption()},
       runVoid},
      {{"undo-batch"},
       "REG BATCH",
       QT_TRANSLATE_NOOP("xuejictl", "Takes a whole import back."),
       2,
       2,
       {witnessOption(), userOption()},
       runUndoBatch},
  };
}

} // namespace xueji
