#include "ui/shell/session.h"

#include "day_watch.h"
#include "register/cases.h"

namespace xueji {

namespace {

/// The window waits no longer for a job that writes: what cannot be written at once goes into the queue.
constexpr int kPatienceMs = 200;

} // namespace

Session::Session(std::unique_ptr<Office> office, Dialogs& dialogs, Preferences& preferences, Language language,
                 QObject* parent)
    : QObject(parent), m_office(std::move(office)), m_dialogs(dialogs), m_preferences(preferences), m_jobs(*m_office),
      m_calendar(SchoolCalendar::load()), m_language(language), m_dayWatch(new DayWatch(*this)) {
  m_office->store().setPatience(kPatienceMs);
  // What was kept while the job wrote is stored as soon as it has ended.
  connect(&m_jobs, &JobQueue::ended, this, [this] { static_cast<void>(storeWaiting(*m_office)); });
}

Session::~Session() {
  m_jobs.stop();
  m_search.wipe();
}

Result<void> Session::begin() {
  // An auditor sees no student, so there is nobody to be found.
  return store().may(Capability::ReadRecords) ? m_search.build(*m_office) : Result<void>();
}

void Session::announceChange(qint64 student) {
  // What cannot be read now is read by the next act; the pages show what is known.
  static_cast<void>(store().catchUp());
  if (store().may(Capability::ReadRecords)) {
    const Result<void> renewed = student == 0 ? m_search.build(*m_office) : m_search.update(*m_office, student);
    if (!renewed)
      m_search.wipe(); // better no answer than a wrong one
  }
  emit registerChanged();
}

} // namespace xueji
