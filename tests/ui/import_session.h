#pragma once

#include "app/tour/scripted_dialogs.h"
#include "support/test_register.h"
#include "ui/shell/preferences.h"
#include "ui/shell/session.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>

namespace xueji::test {

/// A signed-in window's session on a register in a temporary folder, with somebody who answers for the person.
class TestSession {
public:
  TestSession() : preferences(school.path(QStringLiteral("preferences.ini"))) {
    auto office = school.office().another()();
    if (!office)
      qFatal("%s", qPrintable(textOf(office.error())));
    session = std::make_unique<Session>(std::move(*office), dialogs, preferences, Language::Chinese);
    if (auto begun = session->begin(); !begun)
      qFatal("%s", qPrintable(textOf(begun.error())));
  }

  TestRegister school;
  ScriptedDialogs dialogs;
  Preferences preferences;
  std::unique_ptr<Session> session;
};

template <class Widget>
Widget* child(const QWidget* parent, const char* name) {
  auto* found = parent->findChild<Widget*>(QString::fromLatin1(name));
  if (found == nullptr)
    qFatal("no %s", name);
  return found;
}

/// Controls of the widget that lack an object name or an accessible name.
inline QStringList namelessControls(const QWidget* widget) {
  QStringList lacking;
  for (const QWidget* control : widget->findChildren<QWidget*>()) {
    const bool isControl = qobject_cast<const QAbstractButton*>(control) ||
                           qobject_cast<const QAbstractItemView*>(control) ||
                           qobject_cast<const QAbstractSpinBox*>(control) || qobject_cast<const QComboBox*>(control) ||
                           qobject_cast<const QLineEdit*>(control);
    const QString type = QString::fromLatin1(control->metaObject()->className());
    // Parts that Qt makes inside its own controls speak through these.
    const bool inside =
        type == QLatin1String("QTableCornerButton") || type.startsWith(QLatin1String("QComboBoxList")) ||
        type == QLatin1String("QHeaderView") || type == QLatin1String("QLineEditIconButton") ||
        type == QLatin1String("QComboBoxPrivateContainer") ||
        qobject_cast<const QAbstractSpinBox*>(control->parent()) || qobject_cast<const QComboBox*>(control->parent());
    if (isControl && !inside && (control->objectName().isEmpty() || control->accessibleName().isEmpty()))
      lacking << type + QLatin1Char(' ') + control->objectName();
  }
  return lacking;
}

} // namespace xueji::test
