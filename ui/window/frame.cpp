#include "ui/window/frame.h"

#include "domain/masking.h"
#include "shortcut_sheet.h"
#include "store/backup.h"
#include "text/folding.h"
#include "ui/widgets/choice_filter.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/nav_bar.h"
#include "ui/widgets/status_line.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/toast.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <algorithm>

namespace xueji {

namespace {

constexpr int kNarrowBelow = 1200; ///< width of the window below which the navigation shows icons only
constexpr int kMostPeople = 9;
constexpr int kMostHistory = 50;
constexpr int kBackupStaleDays = 7;

QPushButton* flatButton(const QString& word, const QString& iconName, const char* name, QWidget* parent) {
  auto* button = named(new QPushButton(parent), name, word);
  button->setProperty("flat", true);
  button->setIcon(icon(iconName));
  button->setIconSize(QSize(18, 18));
  button->setToolTip(word);
  return button;
}

} // namespace

Frame::Frame(Session& session, QList<PageEntry> pages, QList<Command> commands, QWidget* parent)
    : QWidget(parent), m_session(session), m_entries(std::move(pages)), m_commands(std::move(commands)),
      m_nav(new NavBar(this)), m_search(new SearchBox(this)), m_stack(new QStackedWidget(this)),
      m_toast(new Toast(this)), m_status(new StatusLine(this)) {
  setObjectName(QStringLiteral("frame"));
  for (const PageEntry& entry : std::as_const(m_entries))
    if (!entry.word.isEmpty() && (!entry.visible || entry.visible(session)))
      m_nav->add(entry.id, entry.word, entry.icon);
  connect(m_nav, &NavBar::chosen, this, [this](const QString& id) { open(id); });

  auto* middle = new QVBoxLayout;
  middle->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, 0);
  middle->setSpacing(kGrid);
  middle->addWidget(m_toast);
  middle->addWidget(m_stack, 1);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(0);
  columns->addWidget(m_nav);
  columns->addLayout(middle, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeTopBar());
  layout->addLayout(columns, 1);
  layout->addWidget(m_status);

  makeShortcuts();
  connect(&m_session, &Session::pageWanted, this, &Frame::open);
  connect(&m_session, &Session::registerChanged, this, [this] {
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
      if (page.key() != m_current)
        m_stale.insert(page.key());
    if (Page* page = currentPage())
      page->refresh();
    findChild<QLabel*>(QStringLiteral("schoolName"))->setText(m_session.store().school().name);
    refreshStatus();
  });
  connect(&m_session, &Session::writeWaits, this, &Frame::waitFor);
  refreshStatus();
}

Frame::~Frame() = default;

QWidget* Frame::makeTopBar() {
  auto* bar = new QWidget(this);
  auto* mark = new QLabel(m_session.store().school().name, bar);
  mark->setObjectName(QStringLiteral("schoolName"));
  mark->setStyleSheet(QStringLiteral("font-weight: 600; color: %1").arg(tonesOf(palette()).accent.name()));
  named(m_search, "search", tr("Search"));
  m_search->setPlaceholderText(tr("Search students and commands    Ctrl+K"));
  m_search->setMinimumWidth(320);
  m_search->setMaximumWidth(560);
  m_search->setSource([this](const QString& typed) { return found(typed); });
  connect(m_search, &SearchBox::chosen, this, &Frame::takeResult);
  const User& user = m_session.store().user();
  auto* person = new QLabel(QStringLiteral("%1 · %2").arg(user.name, roleWord(toKey(user.role))), bar);
  person->setObjectName(QStringLiteral("person"));
  auto* backButton = flatButton(tr("Back (Alt+Left)"), QStringLiteral("back"), "back", bar);
  connect(backButton, &QPushButton::clicked, this, &Frame::back);
  auto* lock = flatButton(tr("Lock (Ctrl+L)"), QStringLiteral("lock"), "lock", bar);
  lock->setText(tr("Lock"));
  connect(lock, &QPushButton::clicked, this, &Frame::lockWanted);
  auto* menu = flatButton(tr("Menu"), QStringLiteral("menu"), "menu", bar);
  connect(menu, &QPushButton::clicked, this,
          [this, menu] { emit menuWanted(menu->mapToGlobal(QPoint(0, menu->height()))); });

  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
  layout->setSpacing(kGrid);
  layout->addWidget(mark);
  layout->addSpacing(kGrid);
  layout->addWidget(backButton);
  layout->addWidget(m_search, 2);
  layout->addStretch(1);
  layout->addWidget(person);
  layout->addWidget(lock);
  layout->addWidget(menu);
  return bar;
}

void Frame::makeShortcuts() {
  for (const Command& command : std::as_const(m_commands))
    for (const QKeySequence& keys : command.keys)
      connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, id = command.id] { run(id); });
}

void Frame::askPage(void (Page::*act)()) {
  if (isWaiting())
    return;
  settleTyping();
  if (Page* page = currentPage())
    (page->*act)();
}

void Frame::showKeys() {
  ShortcutSheet(m_commands, this).exec();
}

QList<Command> Frame::commandsOf(Command::Where where) const {
  QList<Command> commands;
  for (const Command& command : m_commands)
    if ((command.where & where) != 0 && (!command.visible || command.visible(m_session)))
      commands << command;
  return commands;
}

bool Frame::run(const QString& command) {
  const auto found =
      std::find_if(m_commands.begin(), m_commands.end(), [&](const Command& one) { return one.id == command; });
  if (found == m_commands.end() || (found->visible && !found->visible(m_session)))
    return false;
  found->run(*this);
  return true;
}

const PageEntry* Frame::entry(const QString& id) const {
  for (const PageEntry& entry : m_entries)
    if (entry.id == id)
      return &entry;
  return nullptr;
}

Page* Frame::currentPage() const {
  return m_pages.value(m_current);
}

bool Frame::hasUnsaved() const {
  return std::any_of(m_pages.begin(), m_pages.end(), [](const Page* page) { return page->hasUnsaved(); });
}

void Frame::settleTyping() {
  const QPointer<QWidget> typing = QApplication::focusWidget();
  const Page* page = currentPage();
  if (!typing || page == nullptr || !page->isAncestorOf(typing))
    return;
  typing->clearFocus();
  if (typing && typing->isVisible() && QApplication::focusWidget() == nullptr)
    typing->setFocus();
}

Page* Frame::pageFor(const PageEntry& entry) {
  if (Page* page = m_pages.value(entry.id))
    return page;
  Page* page = entry.make(m_session);
  m_pages.insert(entry.id, page);
  m_stack->addWidget(page);
  connect(page, &Page::statusChanged, this, &Frame::refreshStatus);
  connect(page, &Page::said, this, [this](const QString& sentence, const std::function<void()>& undo) {
    m_toast->say(sentence, undo);
    refreshStatus();
  });
  connect(page, &Page::failed, this, [this](const Error& error) { m_toast->warn(sentenceFor(error)); });
  return page;
}

bool Frame::show(const Visit& visit) {
  const PageEntry* wanted = entry(visit.page);
  Page* present = currentPage();
  if (wanted == nullptr || (wanted->visible && !wanted->visible(m_session)))
    return false;
  if (isWaiting())
    return false;
  settleTyping();
  if (present != nullptr && !present->leave())
    return false;
  Page* page = pageFor(*wanted);
  m_current = visit.page;
  m_visit = visit;
  if (m_stale.remove(visit.page))
    page->refresh();
  m_stack->setCurrentWidget(page);
  page->open(visit.argument);
  m_nav->setCurrent(visit.page);
  if (!m_search->hasFocus() && !page->isAncestorOf(QApplication::focusWidget()))
    page->setFocus();
  refreshStatus();
  return true;
}

bool Frame::open(const QString& page, const QVariant& argument) {
  const Visit before = m_visit;
  if (!show({page, argument}))
    return false;
  if (!before.page.isEmpty() && (before.page != page || before.argument != argument))
    m_history.append(before);
  if (m_history.size() > kMostHistory)
    m_history.removeFirst();
  return true;
}

bool Frame::back() {
  if (m_history.isEmpty() || !show(m_history.last()))
    return false;
  m_history.removeLast();
  return true;
}

void Frame::cyclePanes() {
  QList<QWidget*> panes;
  if (const Page* page = currentPage())
    panes = page->panes();
  panes.removeIf([](const QWidget* pane) { return !pane->isEnabled() || !pane->isVisible(); });
  panes.append(m_search);
  if (QWidget* offered = m_toast->offered())
    panes.append(offered);
  int present = -1;
  for (int i = 0; i < panes.size(); ++i)
    if (panes[i]->hasFocus() || panes[i]->isAncestorOf(QApplication::focusWidget()))
      present = i;
  QWidget* next = panes[(present + 1) % panes.size()];
  if (next == m_search)
    m_search->activate();
  else
    next->setFocus(Qt::ShortcutFocusReason);
}

QList<SearchEntry> Frame::found(const QString& typed) const {
  QList<SearchEntry> entries;
  for (const SearchHit& hit : m_session.search().search(typed, kMostPeople)) {
    const QString detail = QStringList{hit.cohort, toldNumber(maskedStudentNumber(hit.studentNumber), hit.numberSource),
                                       chineseName(hit.status)}
                               .join(QStringLiteral("   "));
    const bool byName = hit.by == SearchHit::By::Name;
    entries.append({hit.name, hit.matchStart, byName ? hit.matchLength : 0, detail, QStringLiteral("user"),
                    QVariantList{QStringLiteral("student"), hit.student}});
  }
  QList<Choice> choices;
  QHash<QString, QString> icons;
  const auto offer = [&](const QString& id, const QString& word, const QString& icon) {
    choices.append({id, word, {id}});
    icons.insert(id, icon.isEmpty() ? QStringLiteral("chevron") : icon);
  };
  for (const PageEntry& entry : m_entries)
    if (!entry.word.isEmpty() && (!entry.visible || entry.visible(m_session)))
      offer(entry.id, entry.word, entry.icon);
  for (const Command& command : commandsOf(Command::InSearch))
    offer(command.id, command.word, command.icon);
  const ChoiceFilter filter(choices);
  for (const int index : filter.matching(typed)) {
    const Choice& choice = filter.choices()[index];
    entries.append({choice.name, 0, 0, tr("Command"), icons.value(choice.code),
                    QVariantList{QStringLiteral("command"), choice.code}});
  }
  return entries;
}

void Frame::takeResult(const QVariant& key) {
  const QVariantList parts = key.toList();
  if (parts.value(0) == QStringLiteral("student")) {
    open(QString::fromLatin1(place::kRecord), parts.value(1));
    return;
  }
  const QString command = parts.value(1).toString();
  if (!run(command))
    open(command);
}

void Frame::refreshStatus() {
  const Page* page = currentPage();
  m_status->setPageText(page != nullptr ? page->statusText() : QString());
  m_status->setSemester(semesterOf(m_session.clock().today()).name());
  const auto proof = lastProvenBackup(m_session.store());
  if (!proof || !*proof) {
    m_status->setBackup(tr("No proven backup yet"), true);
    return;
  }
  const QDateTime made = (*proof)->made.toLocalTime();
  const QDate today = m_session.clock().today();
  const QString when = made.date() == today ? tr("today %1").arg(made.toString(QStringLiteral("HH:mm")))
                                            : made.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  m_status->setBackup(tr("Last proven backup: %1").arg(when), made.date().daysTo(today) >= kBackupStaleDays);
}

bool Frame::isWaiting() {
  const bool waits = m_waiting && m_waitingFor && m_waitingFor == currentPage();
  if (waits)
    sayWaiting();
  return waits;
}

void Frame::sayWaiting() {
  const Job* before = m_session.jobs().running();
  m_waitingSentence = m_waiting->isRunning() || before == nullptr
                          ? tr("%1 is being done…").arg(m_waiting->what())
                          : tr("%1 waits until this has ended: %2").arg(m_waiting->what(), before->what());
  m_toast->offer(m_waitingSentence, tr("Do not wait"), [job = m_waiting] {
    if (job)
      job->cancel();
  });
}

void Frame::waitFor(Job* write, QObject* asker) {
  Page* page = nullptr;
  for (QObject* one = asker; one != nullptr && page == nullptr; one = one->parent())
    page = qobject_cast<Page*>(one);
  m_waiting = write;
  m_waitingFor = page;
  const QPointer<QWidget> focus(page != nullptr ? page->focusWidget() : nullptr);
  if (page != nullptr)
    page->setEnabled(false);
  sayWaiting();
  connect(write, &Job::ended, this, [this, page = QPointer<Page>(page), focus] {
    m_waiting = nullptr;
    if (m_toast->text() == m_waitingSentence) // and nothing else that was said meanwhile
      m_toast->fade();
    if (page)
      page->setEnabled(true);
    if (focus && focus->isVisible() && QApplication::focusWidget() == nullptr)
      focus->setFocus();
  });
}

void Frame::resizeEvent(QResizeEvent* event) {
  m_nav->setNarrow(width() < kNarrowBelow);
  QWidget::resizeEvent(event);
}

void Frame::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) {
    QWidget::keyPressEvent(event);
    return;
  }
  if (isWaiting())
    return;
  Page* page = currentPage();
  if (page == nullptr || !page->escape())
    back();
}

} // namespace xueji
