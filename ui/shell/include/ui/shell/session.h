#pragma once

#include "domain/language.h"
#include "domain/school_calendar.h"
#include "register/job_queue.h"
#include "register/office.h"
#include "register/search_index.h"

#include <QObject>
#include <QVariant>
#include <memory>

namespace xueji {

class DayWatch;
class Dialogs;
class Preferences;

/// Names of the pages, for Session::open().
namespace place {
inline constexpr auto kHome = "home";
inline constexpr auto kStudents = "students"; ///< argument: QString, a search text, or int, a cohort (optional)
inline constexpr auto kRecord = "record";     ///< argument: qint64, the student's id
inline constexpr auto kImport = "import";
inline constexpr auto kNumbers = "numbers";
inline constexpr auto kPapers = "papers"; ///< argument: QList<qint64> as QVariant, the students (optional)
inline constexpr auto kOffice = "office"; ///< argument: QString, the section (optional): school, accounts, backup
} // namespace place

/// From sign-in to lock: the opened register with everything a page needs. Pages live inside a session and are
/// destroyed before it; at lock nothing of it stays in memory.
class Session : public QObject {
  Q_OBJECT

public:
  /// `dialogs` and `preferences` must outlive the session.
  Session(std::unique_ptr<Office> office, Dialogs& dialogs, Preferences& preferences, Language language,
          QObject* parent = nullptr);
  ~Session() override;

  Office& office() const { return *m_office; } ///< of the window's thread
  RegisterStore& store() const { return m_office->store(); }
  SearchIndex& search() { return m_search; }
  JobQueue& jobs() { return m_jobs; }
  Dialogs& dialogs() const { return m_dialogs; }
  Preferences& preferences() const { return m_preferences; }
  const Clock& clock() const { return m_office->clock(); }
  const FieldCatalogue& fields() const { return m_office->fields(); }
  const RuleBook& rules() const { return m_office->rules(); }
  const SchoolCalendar& calendar() const { return m_calendar; }
  Language language() const { return m_language; }
  /// What a new password costs; tests and the tour make it cheap.
  KeyCost keyCost() const { return m_cost; }
  void setKeyCost(KeyCost cost) { m_cost = cost; }

  DayWatch& dayWatch() const { return *m_dayWatch; }

  /// What a page writes into the register: at once, or, while a job is writing, in the queue behind it; the frame then
  /// says so and the page waits, until `done` is called as it would have been at once. `work` takes the office that it
  /// shall write with and answers a Result of any type, `done` takes it; `what` names it for the person.
  template <class Work, class Done>
  void write(QObject* asker, const QString& what, Work work, Done done) {
    auto came = work(office());
    if (came || came.error().code != ErrorCode::RegisterBusy || !m_jobs.isBusy())
      return done(std::move(came));
    Job* job = m_jobs.add(
        asker, what, [work = std::move(work)](Office& other, const Progress&) mutable { return work(other); },
        std::move(done), QueuePlace::Next);
    emit writeWaits(job, asker);
  }

  /// Builds the search index; called once after sign-in.
  Result<void> begin();

  /// To be called after each change, in the window's thread. One student: his or her search entry is renewed; 0: the
  /// whole index is built anew.
  void announceChange(qint64 student = 0);
  /// Asks the frame to show a page; Back returns to where the person was.
  void open(const QString& page, const QVariant& argument = {}) { emit pageWanted(page, argument); }

  /// The person changed the looks or the idle time.
  void announcePreferences() { emit preferencesChanged(); }

signals:
  void registerChanged();
  void writeWaits(Job* write, QObject* asker); ///< what `asker` writes waits behind another job
  void preferencesChanged();
  void pageWanted(const QString& page, const QVariant& argument);

private:
  std::unique_ptr<Office> m_office;
  Dialogs& m_dialogs;
  Preferences& m_preferences;
  SearchIndex m_search;
  JobQueue m_jobs;
  SchoolCalendar m_calendar;
  Language m_language;
  KeyCost m_cost;
  DayWatch* m_dayWatch;
};

} // namespace xueji
