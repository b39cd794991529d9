#include "import_draft.h"

#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "ui/words/error_words.h"

#include <QPointer>

namespace xueji {

int usualEntryYear(const QDate& today) {
  constexpr int kEnrolmentBegins = 7; // the rosters of the autumn come in July and August
  return today.month() >= kEnrolmentBegins ? today.year() : today.year() - 1;
}

ImportDraft::ImportDraft(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  setEntryYear(usualEntryYear(session.clock().today()));
}

void ImportDraft::run(Work kind, JobRunner::Work work, std::function<void()> done) {
  m_problem.clear();
  const auto ended = [self = QPointer<ImportDraft>(this), done = std::move(done)](const Result<void>& outcome) {
    if (!self)
      return;
    self->m_work = Work::None;
    if (outcome)
      done();
    else
      self->m_problem = sentenceFor(outcome.error());
    emit self->changed();
  };
  if (m_session.jobs().isRunning()) {
    m_problem = tr("Another piece of work is still running. Wait until it has ended or stop it.");
  } else if (auto started = m_session.jobs().start(m_session.office(), std::move(work), ended); !started) {
    m_problem = sentenceFor(started.error());
  } else {
    m_work = kind;
  }
  emit changed();
}

void ImportDraft::read(const QString& path) {
  m_path = path;
  forgetClasses();
  m_file.reset();
  m_plan.reset();
  m_result.reset();
  auto file = std::make_shared<SheetFile>();
  run(
      Work::Reading,
      [file, path](Office&, const Progress& progress) -> Result<void> {
        auto read = readSheetFile(path, {}, progress);
        if (!read)
          return std::unexpected(read.error());
        *file = std::move(*read);
        return {};
      },
      [this, file] { m_file = file; });
}

void ImportDraft::setEntryYear(int year) {
  if (year == m_options.entryYear)
    return;
  m_options.entryYear = year;
  m_options.effective = QDate(year, 9, 1);
  m_plan.reset();
  emit changed();
}

void ImportDraft::setEffective(const QDate& day) {
  if (!day.isValid() || day == m_options.effective)
    return;
  m_options.effective = day;
  m_plan.reset();
  emit changed();
}

void ImportDraft::setClasses(bool makeClasses, const std::optional<SeenPaper>& protocol) {
  if (makeClasses == m_options.makeClasses && protocol == m_options.drawProtocol)
    return;
  m_options.makeClasses = makeClasses;
  m_options.drawProtocol = protocol;
  judge();
}

void ImportDraft::forgetClasses() {
  m_options.makeClasses = false;
  m_options.drawProtocol.reset();
}

void ImportDraft::judge() {
  if (!m_file)
    return;
  m_plan.reset();
  m_result.reset();
  if (m_work == Work::Judging) { // its end judges again where it was asked something else
    emit changed();
    return;
  }
  auto plan = std::make_shared<ImportPlan>();
  run(
      Work::Judging,
      [plan, file = m_file, path = m_path, options = m_options](Office& office,
                                                                const Progress& progress) -> Result<void> {
        auto planned = planImport(office, *file, path, options, progress);
        if (!planned)
          return std::unexpected(planned.error());
        *plan = std::move(*planned);
        return {};
      },
      [this, plan, options = m_options] {
        if (options != m_options) {
          judge();
          return;
        }
        m_plan = plan;
        emit judged();
      });
}

void ImportDraft::enrol(bool onlyGood) {
  if (!m_plan)
    return;
  auto result = std::make_shared<ImportResult>();
  run(
      Work::Enrolling,
      [result, plan = m_plan, onlyGood](Office& office, const Progress& progress) -> Result<void> {
        auto committed = commitImport(office, *plan, onlyGood, progress);
        if (!committed)
          return std::unexpected(committed.error());
        *result = *committed;
        return {};
      },
      [this, result] {
        m_result = *result;
        m_resultUndone = false;
        emit enrolled();
        m_session.announceChange();
      });
}

void ImportDraft::undo(qint64 batch, std::shared_ptr<WitnessToken> witness) {
  run(
      Work::Undoing,
      [batch, witness = std::move(witness)](Office& office, const Progress& progress) {
        return undoBatch(office, batch, progress, witness.get());
      },
      [this, batch] {
        if (m_result && m_result->batch == batch)
          m_resultUndone = true;
        m_session.announceChange();
        emit undone(batch);
      });
}

void ImportDraft::save(const QString& path) {
  if (!m_plan)
    return;
  run(
      Work::Saving,
      [plan = m_plan, path](Office& office, const Progress&) { return writeFindings(*plan, office, path); },
      [this, path] { emit saved(path); });
}

QString ImportDraft::headline() const {
  if (!m_result)
    return {};
  const int others = m_result->movedUp + m_result->placed;
  return others == 0 ? tr("%1 students enrolled").arg(m_result->enrolled)
                     : tr("%1 students taken over").arg(m_result->enrolled + others);
}

void ImportDraft::startAnew() {
  m_path.clear();
  m_problem.clear();
  forgetClasses();
  m_file.reset();
  m_plan.reset();
  m_result.reset();
  emit changed();
}

} // namespace xueji
