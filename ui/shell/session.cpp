#include "ui/shell/session.h"

namespace xueji {

Session::Session(std::unique_ptr<Office> office, Dialogs& dialogs, Preferences& preferences, Language language,
                 QObject* parent)
    : QObject(parent), m_office(std::move(office)), m_dialogs(dialogs), m_preferences(preferences),
      m_calendar(SchoolCalendar::load()), m_language(language) {}

Session::~Session() {
  m_jobs.stop();
  m_search.wipe();
}

Result<void> Session::begin() {
  // An auditor sees no student, so there is nobody to be found.
  return store().may(Capability::ReadRecords) ? m_search.build(*m_office) : Result<void>();
}

void Session::announceChange(qint64 student) {
  if (store().may(Capability::ReadRecords)) {
    const Result<void> renewed = student == 0 ? m_search.build(*m_office) : m_search.update(*m_office, student);
    if (!renewed)
      m_search.wipe(); // better no answer than a wrong one
  }
  emit registerChanged();
}

} // namespace xueji
