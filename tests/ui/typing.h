#pragma once

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace xueji::test {

/// Types as a person does: Latin by key events, everything else as an input method hands it over.
inline void typeText(QWidget* widget, const QString& text) {
  for (const QChar character : text) {
    if (character.unicode() < 128) {
      QTest::keyClick(widget, character.toLatin1());
      continue;
    }
    QInputMethodEvent event;
    event.setCommitString(QString(character));
    QApplication::sendEvent(widget, &event);
  }
}

} // namespace xueji::test
