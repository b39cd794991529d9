#include "ui/pages.h"

#include "ui/documents/papers_page.h"
#include "ui/enrolment/import_page.h"
#include "ui/enrolment/numbers_page.h"
#include "ui/office/home_page.h"
#include "ui/office/office_page.h"
#include "ui/records/record_page.h"
#include "ui/students/students_page.h"

#include <QCoreApplication>

namespace xueji {

namespace {

template <class Kind>
Page* make(Session& session) {
  return new Kind(session);
}

bool reads(const Session& session) {
  return session.store().may(Capability::ReadRecords);
}
bool changes(const Session& session) {
  return session.store().may(Capability::Enrol);
}
bool prints(const Session& session) {
  return session.store().may(Capability::Print);
}

QString word(const char* source) {
  return QCoreApplication::translate("xueji::Places", source);
}

} // namespace

QList<PageEntry> allPages() {
  return {
      {place::kHome, word(QT_TRANSLATE_NOOP("xueji::Places", "Home")), "home", make<HomePage>, reads},
      {place::kStudents, word(QT_TRANSLATE_NOOP("xueji::Places", "Students")), "students", make<StudentsPage>, reads},
      {place::kImport, word(QT_TRANSLATE_NOOP("xueji::Places", "New pupils")), "import", make<ImportPage>, changes},
      {place::kNumbers, word(QT_TRANSLATE_NOOP("xueji::Places", "System numbers")), "key", make<NumbersPage>, changes},
      {place::kPapers, word(QT_TRANSLATE_NOOP("xueji::Places", "Papers")), "papers", make<PapersPage>, prints},
      {place::kOffice, word(QT_TRANSLATE_NOOP("xueji::Places", "School office")), "office", make<OfficePage>},
      {place::kRecord, QString(), "user", make<RecordPage>, reads},
  };
}

} // namespace xueji
