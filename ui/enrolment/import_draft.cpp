#include "import_draft.h"

#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "ui/words/error_words.h"

namespace xueji {

namespace {

QString wordsOf(ImportDraft::Work work) {
  switch (work) {
  case ImportDraft::Work::Reading:
    return ImportDraft::tr("Reading the file…");
  case ImportDraft::Work::Judging:
    return ImportDraft::tr("Checking every row by the rules…");
  case ImportDraft::Work::Enrolling:
    return ImportDraft::tr("Enrolling…");
  case ImportDraft::Work::Undoing:
    return ImportDraft::tr("Taking the import back…");
  case ImportDraft::Work::Saving:
    return ImportDraft::tr("Writing the marked sheet…");
  case ImportDraft::Work::None:
    break;
  }
  return {};
}

} // namespace

int usualEntryYear(const QDate& today) {
  constexpr int kEnrolmentBegins = 7; // the rosters of the autumn come in July and August
  return today.month() >= kEnrolmentBegins ? today.year() : today.year() - 1;
}

ImportDraft::ImportDraft(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  setEntryYear(usualEntryYear(session.clock().today()));
}

template <class Made, class Done>
void ImportDraft::run(Work kind, Made work, Done done) {
  if (m_job)
    return;
  m_problem.clear();
  m_work = kind;
  m_job = m_session.jobs().add(this, wordsOf(kind), std::move(work), [this, done = std::move(done)](auto came) {
    m_work = Work::None;
    m_job = nullptr;
    if (came)
      done(std::move(came));
    else
      m_problem = sentenceFor(came.error());
    emit changed();
  });
  emit changed();
}

void ImportDraft::read(const QString& path) {
  if (m_job)
    return;
  m_path = path;
  forgetClasses();
  m_file.reset();
  m_plan.reset();
  m_result.reset();
  run(
      Work::Reading, [path](Office&, const Progress& progress) { return readSheetFile(path, {}, progress); },
      [this](auto read) { m_file = std::make_shared<const SheetFile>(std::move(*read)); });
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
  run(
      Work::Judging,
      [file = m_file, path = m_path, options = m_options](Office& office, const Progress& progress) {
        return planImport(office, *file, path, options, progress);
      },
      [this, options = m_options](auto planned) {
        if (options != m_options) {
          judge();
          return;
        }
        m_plan = std::make_shared<const ImportPlan>(std::move(*planned));
        emit judged();
      });
}

void ImportDraft::enrol(bool onlyGood) {
  if (!m_plan)
    return;
  run(
      Work::Enrolling,
      [plan = m_plan, onlyGood](Office& office, const Progress& progress) {
        return commitImport(office, *plan, onlyGood, progress);
      },
      [this](const auto& committed) {
        m_result = *committed;
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
      [this, batch](const auto&) {
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
      [this, path](const auto&) { emit saved(path); });
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
