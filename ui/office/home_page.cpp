#include "ui/office/home_page.h"

#include "register/batch_list.h"
#include "register/register_check.h"
#include "register/student_list.h"
#include "store/backup.h"
#include "ui/shell/job_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/finding_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/notice_words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace xueji {

namespace {

constexpr int kMostNames = 5;
constexpr int kMostBatches = 5;

void clearLayout(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    if (item->widget() != nullptr) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
}

QLabel* number(int value, QWidget* parent) {
  auto* label = new QLabel(QLocale(QLocale::English).toString(value), parent);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  label->setMinimumHeight(kTableRow - kGrid);
  return label;
}

/// What stands since the register was brought to a newer form, a line each.
QString standingNotices(RegisterStore& store) {
  QStringList lines;
  for (const MigrationNotice& notice : migrationNotices(store).value_or(QList<MigrationNotice>()))
    lines << sentenceFor(notice);
  return lines.join(QLatin1Char('\n'));
}

QPushButton* link(const QString& word, QWidget* parent) {
  auto* button = named(new QPushButton(word, parent), "homeLink", word);
  button->setProperty("link", true);
  button->setCursor(Qt::PointingHandCursor);
  return button;
}

} // namespace

HomePage::HomePage(Session& session, QWidget* parent)
    : Page(session, parent), m_body(new QStackedWidget(this)), m_cohorts(new QGridLayout), m_todo(new QVBoxLayout),
      m_batches(new QVBoxLayout), m_backup(new QLabel(this)), m_standing(new Notice(this)) {
  setObjectName(QStringLiteral("home"));
  const bool mayImport = session.store().may(Capability::Enrol);
  auto* empty = new EmptyState(QStringLiteral("students"), tr("No pupils yet"),
                               tr("Here stand the numbers of each cohort and what is still to be done. Begin by "
                                  "importing the roster of the new pupils."),
                               mayImport ? tr("Import a roster") : QString(), this);
  connect(empty, &EmptyState::actWanted, this, [this] { this->session().open(QString::fromLatin1(place::kImport)); });
  auto* sheet = new QWidget(this);
  auto* columns = new QHBoxLayout(sheet);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(4 * kGrid);
  columns->addWidget(makeCounts(), 2);
  auto* todo = new QScrollArea(this);
  todo->setWidgetResizable(true);
  todo->setWidget(makeToDo());
  columns->addWidget(todo, 3);
  m_body->addWidget(empty);
  m_body->addWidget(sheet);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, kGrid, 0, 0);
  layout->addWidget(new PageTitle(tr("Home"), this));
  m_standing->setObjectName(QStringLiteral("homeStanding"));
  layout->addWidget(m_standing);
  layout->addWidget(m_body, 1);
}

QWidget* HomePage::makeCounts() {
  auto* part = new QWidget(this);
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(new SectionTitle(tr("Pupils in school"), part));
  layout->addLayout(m_cohorts);
  layout->addSpacing(2 * kGrid);
  layout->addWidget(new SectionTitle(tr("Backup"), part));
  m_backup->setWordWrap(true);
  m_backup->setObjectName(QStringLiteral("homeBackup"));
  layout->addWidget(m_backup);
  if (session().store().may(Capability::BackUp)) {
    auto* backup = link(tr("Back up now"), part);
    connect(backup, &QPushButton::clicked, this,
            [this] { session().open(QString::fromLatin1(place::kOffice), QStringLiteral("backup")); });
    layout->addWidget(backup, 0, Qt::AlignLeft);
  }
  layout->addStretch();
  m_cohorts->setHorizontalSpacing(3 * kGrid);
  m_cohorts->setVerticalSpacing(0);
  return part;
}

QWidget* HomePage::makeToDo() {
  auto* part = new QWidget(this);
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(new SectionTitle(tr("To do"), part));
  layout->addLayout(m_todo);
  layout->addSpacing(2 * kGrid);
  layout->addWidget(new SectionTitle(tr("Latest imports"), part));
  layout->addLayout(m_batches);
  layout->addStretch();
  m_todo->setSpacing(kGrid);
  m_batches->setSpacing(kGrid / 2);
  return part;
}

void HomePage::open(const QVariant&) {
  showCounts();
  showBatches();
  if (m_todo->count() == 0)
    showToDo();
  emit statusChanged();
}

void HomePage::refresh() {
  showCounts();
  showBatches();
  showToDo();
  emit statusChanged();
}

QString HomePage::statusText() const {
  return tr("%1 pupils").arg(QLocale(QLocale::English).toString(m_total));
}

void HomePage::showCounts() {
  clearLayout(m_cohorts);
  StudentList students(session().office());
  m_total = students.count({}).value_or(0);
  m_body->setCurrentIndex(m_total > 0 ? 1 : 0);
  const QStringList headers{tr("Cohort"), tr("Boys"), tr("Girls"), tr("Total"), tr("Without class")};
  for (int column = 0; column < headers.size(); ++column) {
    auto* header = new QLabel(headers[column], this);
    header->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name()));
    header->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    m_cohorts->addWidget(header, 0, column);
  }
  int row = 1;
  for (const CohortCount& count : students.cohorts().value_or(QList<CohortCount>())) {
    auto* cohort = link(QStringLiteral("%1级").arg(count.entryYear), this);
    connect(cohort, &QPushButton::clicked, this,
            [this, year = count.entryYear] { session().open(QString::fromLatin1(place::kStudents), year); });
    m_cohorts->addWidget(cohort, row, 0, Qt::AlignLeft);
    int column = 0;
    for (const int value : {count.boys, count.girls, count.all, count.unplaced})
      m_cohorts->addWidget(number(value, this), row, ++column);
    ++row;
  }
  const QString standing = standingNotices(session().store());
  m_standing->showHint(standing);
  const auto proof = lastProvenBackup(session().store());
  m_backup->setText(proof && *proof
                        ? tr("Last proven backup: %1, %2 pupils.")
                              .arg((*proof)->made.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")))
                              .arg((*proof)->students)
                        : tr("There is no proven backup yet. A backup counts only once it was reopened and counted."));
}

void HomePage::showBatches() {
  clearLayout(m_batches);
  const QList<ImportLine> batches = importsOf(session().office()).value_or(QList<ImportLine>());
  for (const ImportLine& one : batches.mid(0, kMostBatches)) {
    const Batch& batch = one.batch;
    const QString undone = batch.undone.isNull() ? QString() : QStringLiteral(" · ") + tr("undone");
    auto* line = new QLabel(QStringLiteral("%1   %2 · %3%4")
                                .arg(batch.made.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                                     batch.source.isEmpty() ? QStringLiteral("—") : batch.source,
                                     tr("%1 enrolled").arg(batch.count), undone),
                            this);
    m_batches->addWidget(line);
  }
  if (batches.isEmpty())
    m_batches->addWidget(new QLabel(tr("Nothing was imported yet."), this));
}

void HomePage::showToDo() {
  clearLayout(m_todo);
  auto* button = named(new QPushButton(icon(QStringLiteral("check")), tr("Check the whole register"), this),
                       "homeCheck", tr("Check the whole register"));
  connect(button, &QPushButton::clicked, this, &HomePage::check);
  m_todo->addWidget(button, 0, Qt::AlignLeft);
  if (m_checking) {
    auto* progress = new JobPanel(this);
    progress->watch(m_checking);
    m_todo->addWidget(progress);
    button->setEnabled(false);
  }
  StudentQuery unplaced;
  unplaced.placed = false;
  unplaced.statuses = {StudentStatus::InSchool};
  const int waiting = StudentList(session().office()).count(unplaced).value_or(0);
  if (waiting > 0)
    m_todo->addWidget(new QLabel(tr("%1 pupils wait for a class (待分班).").arg(waiting), this));
}

void HomePage::check() {
  if (m_checking)
    return;
  m_checking = session().jobs().add(
      this, tr("Checking the whole register"),
      [](Office& office, const Progress& progress) { return checkRegister(office, progress); },
      [this](const Result<QList<CheckedStudent>>& found) {
        m_checking = nullptr;
        showToDo();
        if (found)
          showFindings(*found);
        else if (found.error().code != ErrorCode::Cancelled)
          emit failed(found.error());
      });
  showToDo();
}

void HomePage::showFindings(const QList<CheckedStudent>& students) {
  // Rule by rule, the gravest first: a hundred equal lines would hide the one that matters.
  struct Kind {
    Finding finding;
    QList<const CheckedStudent*> students;
  };
  QList<Kind> kinds;
  for (const CheckedStudent& student : students) {
    for (const Finding& finding : student.findings) {
      auto known =
          std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.finding.code == finding.code; });
      if (known == kinds.end())
        known = kinds.insert(kinds.end(), {finding, {}});
      known->students.append(&student);
    }
  }
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const Kind& a, const Kind& b) { return a.finding.severity < b.finding.severity; });
  for (const Kind& kind : std::as_const(kinds)) {
    m_todo->addWidget(new FindingLabel(kind.finding, session().rules(), session().language(), this));
    auto* row = new QWidget(this);
    auto* names = new QHBoxLayout(row);
    names->setContentsMargins(3 * kGrid, 0, 0, kGrid);
    names->setSpacing(2 * kGrid);
    for (const CheckedStudent* student : kind.students.mid(0, kMostNames)) {
      auto* name = link(student->name, row);
      connect(name, &QPushButton::clicked, this,
              [this, id = student->student] { session().open(QString::fromLatin1(place::kRecord), id); });
      names->addWidget(name);
    }
    if (kind.students.size() > kMostNames)
      names->addWidget(new QLabel(tr("%1 records in all").arg(kind.students.size()), row));
    names->addStretch();
    m_todo->addWidget(row);
  }
  if (kinds.isEmpty())
    m_todo->addWidget(new QLabel(tr("Every record stands up to the rules of today."), this));
}

} // namespace xueji
