#include "import_draft.h"

#include "exchange/sheet_reader.h"
#include "register/acts.h"
#include "register/column_memory.h"
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
  forgetFile();
  m_file.reset();
  m_plan.reset();
  m_result.reset();
  run(
      Work::Reading, [path](Office&, const Progress& progress) { return readSheetFile(path, {}, progress); },
      [this](auto read) {
        if (auto taken = takeFile(std::move(*read)); !taken)
          m_problem = sentenceFor(taken.error());
      });
}

Result<void> ImportDraft::takeFile(SheetFile file) {
  m_file = std::make_shared<const SheetFile>(std::move(file));
  m_looks = lookAt(*m_file, m_session.fields());
  m_options.sheets = onlyRoster(*m_file, m_looks);
  const auto remembered = rememberedWishes(m_session.office(), *m_file, m_looks);
  if (!remembered)
    return std::unexpected(remembered.error());
  m_options.columns = *remembered;
  lookAgain();
  return {};
}

void ImportDraft::lookAgain() {
  m_looks = lookAt(*m_file, m_session.fields(), m_options.columns);
}

QList<qsizetype> ImportDraft::chosenSheets() const {
  return m_file
             ? xueji::chosenSheets(*m_file, m_looks, m_options.sheets, m_options.allSheets).value_or(QList<qsizetype>())
             : QList<qsizetype>();
}

std::optional<Error> ImportDraft::faultOfColumns() const {
  if (!m_file)
    return std::nullopt;
  const auto chosen = xueji::chosenSheets(*m_file, m_looks, m_options.sheets, m_options.allSheets);
  return chosen ? xueji::faultOfColumns(*m_file, m_looks, *chosen, m_options.columns) : chosen.error();
}

bool ImportDraft::mustChooseColumns() const {
  const auto fault = faultOfColumns();
  return fault && !chosenSheets().isEmpty() &&
         (fault->code == ErrorCode::HeaderUndecided || fault->code == ErrorCode::HeaderMissing);
}

void ImportDraft::setEntryYear(int year) {
  if (year == m_options.entryYear)
    return;
  m_options.entryYear = year;
  m_options.effective = year == 0 ? m_session.clock().today() : QDate(year, 9, 1);
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

void ImportDraft::forgetFile() {
  m_options.makeClasses = false;
  m_options.drawProtocol.reset();
  m_options.sheets.clear();
  m_options.columns.clear();
  m_options.papers = {};
  m_looks.clear();
}

void ImportDraft::setSheets(const QStringList& names) {
  if (names == m_options.sheets)
    return;
  m_options.sheets = names;
  m_options.papers.papers.removeIf(
      [&](const RowPaper& paper) { return !paper.sheet.isEmpty() && !names.contains(paper.sheet); });
  m_plan.reset();
  emit changed();
}

void ImportDraft::setColumn(qsizetype sheet, int column, const QString& item) {
  const QString header = m_looks[sheet].reading.columns.headers.value(column);
  const QString letters = columnLetters(column);
  const QList<qsizetype> chosen = chosenSheets();
  const bool isOnce = !header.isEmpty() && std::all_of(chosen.begin(), chosen.end(), [&](qsizetype i) {
    return m_looks[i].reading.columns.headers.keys(header).size() < 2;
  });
  const QString here = m_file->sheets[sheet].name + u'!' + letters;
  QSet<QString> said{header, letters, here};
  if (isOnce)
    for (const qsizetype i : chosen)
      if (const int at = m_looks[i].reading.columns.headers.key(header, -1); at >= 0)
        said << m_file->sheets[i].name + u'!' + columnLetters(at);
  m_options.columns.removeIf([&](const ColumnWish& wish) { return said.contains(wish.column); });
  // One item has one column: what was said of another one no longer holds.
  const ColumnMapping& columns = m_looks[sheet].reading.columns;
  if (const auto field = m_session.fields().byId(item); field && columns.has(*field)) {
    const int other = columns.columns.value(*field);
    const QSet<QString> names{columns.headers.value(other), columnLetters(other),
                              m_file->sheets[sheet].name + u'!' + columnLetters(other)};
    m_options.columns.removeIf([&](const ColumnWish& wish) { return names.contains(wish.column); });
  }
  if (!item.isEmpty())
    m_options.columns << ColumnWish{isOnce ? header : here, item};
  lookAgain();
  m_plan.reset();
  emit changed();
}

void ImportDraft::setPapers(const RowPapers& papers) {
  m_options.papers = papers;
  emit changed();
}

bool ImportDraft::papersChanged() const {
  return m_plan && m_plan->options.papers != m_options.papers;
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
  forgetFile();
  m_file.reset();
  m_plan.reset();
  m_result.reset();
  emit changed();
}

} // namespace xueji
