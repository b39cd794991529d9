#pragma once

#include "domain/error.h"
#include "ui/shell/session.h"

#include <QWidget>
#include <functional>

namespace xueji {

/// One place of the window. Made when first visited, kept until lock (so filter, selection and scroll position stay);
/// sees the register only through its session.
class Page : public QWidget {
  Q_OBJECT

public:
  explicit Page(Session& session, QWidget* parent = nullptr) : QWidget(parent), m_session(session) {}

  virtual QString title() const = 0;
  /// Shows what the argument of Session::open() names; called on every visit, also with a null argument.
  virtual void open(const QVariant& argument) { Q_UNUSED(argument) }
  /// The register changed (called for the visible page at once, for others at their next visit).
  virtual void refresh() {}
  /// The person wants to go elsewhere. False keeps the page; ask through session().dialogs() only where something typed
  /// would be lost.
  virtual bool leave() { return true; }
  /// True while something typed is not saved: a lock then waits for nothing, but the page may keep a draft.
  virtual bool hasUnsaved() const { return false; }
  /// Left part of the status line: 共 1,032 人 · 已选 3 人.
  virtual QString statusText() const { return {}; }
  /// Widgets that F6 goes around, in order.
  virtual QList<QWidget*> panes() const { return {}; }
  virtual void undo() {}      ///< Ctrl+Z outside a text field
  virtual void print() {}     ///< Ctrl+P
  virtual void createNew() {} ///< Ctrl+N
  virtual void save() {}      ///< Ctrl+Enter, Ctrl+S
  /// Esc; false: the page has nothing to close, the frame goes back.
  virtual bool escape() { return false; }

  Session& session() const { return m_session; }

signals:
  void statusChanged();
  /// Something went well: a line that fades. With `undo` it carries 撤销.
  void said(const QString& sentence, std::function<void()> undo = {});
  /// Something went wrong that has no better place on the page.
  void failed(const Error& error);

private:
  Session& m_session;
};

/// A page as the frame knows it before it is made.
struct PageEntry {
  QString id;   ///< place::k...
  QString word; ///< in the navigation, translated; empty: not in the navigation
  QString icon; ///< name in resources/icons
  std::function<Page*(Session&)> make;
  std::function<bool(const Session&)> visible = {}; ///< none: for everyone
};

} // namespace xueji
