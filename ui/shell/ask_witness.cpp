#include "ui/shell/ask_witness.h"

#include "register/accounts.h"
#include "store/accounts.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/session.h"
#include "ui/words/error_words.h"

#include <QCoreApplication>
#include <QCursor>
#include <QGuiApplication>
#include <QScopeGuard>

namespace xueji {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(xueji::SecondPerson)
};

std::optional<WitnessToken> ask(Session& session, QWidget* parent, const QString& reason, const QByteArray& what) {
  QString problem;
  while (auto answer = session.dialogs().askWitness(parent, reason, problem)) {
    QGuiApplication::setOverrideCursor(Qt::WaitCursor); // opening a slot takes about a second
    const auto back = qScopeGuard([] { QGuiApplication::restoreOverrideCursor(); });
    auto token = session.store().accounts().witness(answer->name, answer->password, what);
    if (token)
      return std::move(*token);
    problem = sentenceFor(token.error());
  }
  return std::nullopt;
}

} // namespace

std::optional<WitnessToken> askWitness(Session& session, QWidget* parent, const Error& needed) {
  constexpr int kWhat = 2; // argument of WitnessNeeded
  return ask(session, parent, sentenceFor(needed), QByteArray::fromHex(needed.args.value(kWhat).toLatin1()));
}

Result<std::shared_ptr<WitnessToken>> askWitness(Session& session, QWidget* parent, const TakingBack& taking) {
  if (!taking.needsWitness)
    return std::shared_ptr<WitnessToken>();
  const auto alone = isAlone(session.office());
  if (!alone || *alone)
    return fail(alone ? ErrorCode::WitnessAlone : alone.error().code);
  auto token = ask(
      session, parent,
      Words::tr("What is not one's own entry of today is declared void by two persons (rule X10). The second person "
                "looks at it and gives name and password here; it stands in the record."),
      taking.hash);
  if (!token)
    return fail(ErrorCode::Cancelled);
  return std::make_shared<WitnessToken>(std::move(*token));
}

} // namespace xueji
