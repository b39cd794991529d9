#pragma once

#include "import_draft.h"

#include <QWidget>

namespace xueji {

/// One step of the import. Shows what the draft holds; the page decides where to go.
class ImportStep : public QWidget {
  Q_OBJECT

public:
  ImportStep(Session& session, ImportDraft& draft, QWidget* parent)
      : QWidget(parent), m_session(session), m_draft(draft) {}
  virtual void refresh() = 0;           ///< the draft or the register changed
  virtual bool mayGoOn() const = 0;     ///< the button that leads on is usable
  virtual QString goOnWord() const = 0; ///< what stands on it
  virtual QWidget* firstField() const = 0;
  virtual QList<QWidget*> panes() const { return {}; }

signals:
  void stateChanged(); ///< mayGoOn() or goOnWord() may answer otherwise

protected:
  Session& session() const { return m_session; }
  ImportDraft& draft() const { return m_draft; }

private:
  Session& m_session;
  ImportDraft& m_draft;
};

} // namespace xueji
