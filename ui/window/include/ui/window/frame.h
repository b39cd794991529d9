#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/search_box.h"
#include "ui/window/command.h"

#include <QHash>
#include <QPointer>
#include <QStackedWidget>

namespace xueji {

class Job;
class NavBar;
class StatusLine;
class Toast;

/// The window of a signed-in person: navigation, search box, the pages and the status line. Lives as long as its
/// session.
class Frame : public QWidget {
  Q_OBJECT

public:
  Frame(Session& session, QList<PageEntry> pages, QList<Command> commands, QWidget* parent = nullptr);
  ~Frame() override;

  /// Shows a page; false when the present one would not leave or the page does not exist.
  bool open(const QString& page, const QVariant& argument = {});
  bool back();
  QString currentId() const { return m_current; }
  Page* currentPage() const;
  /// Whether a page holds something typed and not saved.
  bool hasUnsaved() const;
  /// What is being typed in the page is taken as if the person had left the line: some lines announce it only then, and
  /// a shortcut does not take the focus away.
  void settleTyping();
  Toast& toast() const { return *m_toast; }
  SearchBox& searchBox() const { return *m_search; }
  void cyclePanes();
  /// Asks the present page, after what is being typed has settled.
  void askPage(void (Page::*act)());
  /// The sheet of keys.
  void showKeys();
  /// Those of the place that the person may use, in the order of the list.
  QList<Command> commandsOf(Command::Where where) const;
  /// Does what the command does; false when there is none of that name.
  bool run(const QString& command);

signals:
  void lockWanted();
  void aboutWanted();
  void menuWanted(const QPoint& globalPosition);

protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  struct Visit {
    QString page;
    QVariant argument;
  };
  QWidget* makeTopBar();
  void makeShortcuts();
  const PageEntry* entry(const QString& id) const;
  Page* pageFor(const PageEntry& entry);
  bool show(const Visit& visit);
  QList<SearchEntry> found(const QString& typed) const;
  void takeResult(const QVariant& key);
  void refreshStatus();
  /// What `asker` writes waits behind another job: says so, keeps its page as it is until then.
  void waitFor(Job* write, QObject* asker);
  void sayWaiting();
  /// The answer belongs to the page as it is: nothing else is done with it meanwhile, and the line says why.
  bool isWaiting();

  Session& m_session;
  QList<PageEntry> m_entries;
  QList<Command> m_commands;
  QHash<QString, Page*> m_pages;
  QSet<QString> m_stale; ///< pages that have not seen the last change
  QList<Visit> m_history;
  Visit m_visit;
  QString m_current;
  QPointer<Job> m_waiting;     ///< what is written and waits
  QPointer<Page> m_waitingFor; ///< the page that wrote it
  QString m_waitingSentence;
  NavBar* m_nav;
  SearchBox* m_search;
  QStackedWidget* m_stack;
  Toast* m_toast;
  StatusLine* m_status;
};

} // namespace xueji
