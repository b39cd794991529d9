#pragma once

#include "app/tour/scripted_dialogs.h"
#include "support/test_register.h"
#include "ui/shell/preferences.h"
#include "ui/shell/session.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace xueji::test {

/// A person at the window: a register with the sample roster or made children, and a session over it whose questions
/// are answered from a list. The register is signed in to once more, so `place` is for folder, clock and log only.
class SignedIn {
public:
  explicit SignedIn(const QString& user = QString::fromUtf8(kRegistrar)) : m_user(user) {}

  TestRegister place;
  ScriptedDialogs dialogs;

  /// To be called after the register has been filled.
  Session& begin() {
    place.signOut();
    auto store = RegisterStore::open(place.folder(), m_user, password(), place.clock, registry());
    if (!store)
      qFatal("cannot sign in: %s", qPrintable(textOf(store.error())));
    m_session = std::make_unique<Session>(
        std::make_unique<Office>(std::move(*store), ruleBook(), catalogue(), place.clock, place.random), dialogs,
        m_preferences, Language::Chinese);
    if (auto begun = m_session->begin(); !begun)
      qFatal("no search index: %s", qPrintable(textOf(begun.error())));
    return *m_session;
  }
  Session& session() { return *m_session; }
  Preferences& preferences() { return m_preferences; }
  /// The session ends; the log as the auditor reads it.
  QStringList logAfterwards() {
    m_session.reset();
    place.signIn();
    return place.logLines();
  }

private:
  QString m_user;
  Preferences m_preferences{place.path(QStringLiteral("preferences.ini"))};
  std::unique_ptr<Session> m_session;
};

/// Types any text into a field: keys for what a keyboard has, an input method's commit for the rest.
inline void typeInto(QWidget* field, const QString& text) {
  for (const QChar sign : text) {
    if (sign.unicode() < 0x80) {
      QTest::keyClick(field, sign.toLatin1());
      continue;
    }
    if (!field->testAttribute(Qt::WA_InputMethodEnabled))
      continue; // an input method does not reach a field that is read only
    QInputMethodEvent commit;
    commit.setCommitString(sign);
    QCoreApplication::sendEvent(field, &commit);
  }
}

} // namespace xueji::test
