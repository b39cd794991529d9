#include "choice_panel.h"

#include "chosen_students.h"
#include "domain/grade_name.h"
#include "domain/masking.h"
#include "register/student_list.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/search_box.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace xueji {

namespace {

constexpr int kHits = 10;
constexpr int kPauseMs = 500; ///< after which typing counts as ended

/// What papers of the record are usually asked for; printed as it stands here: 此件仅用于…
const QStringList kPurposes{QStringLiteral("学生档案存档"), QStringLiteral("转学手续办理"),
                            QStringLiteral("新生学籍注册核对"), QStringLiteral("学生资助审核"),
                            QStringLiteral("升学报名审核")};

QVBoxLayout* tightColumn(QWidget* part) {
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  return layout;
}

} // namespace

ChoicePanel::ChoicePanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_students(new ChosenStudents(session.office(), this)) {
  setObjectName(QStringLiteral("choicePanel"));
  m_parts = new QStackedWidget(this);
  auto* layout = tightColumn(this);
  layout->addWidget(makeKinds());
  m_parts->addWidget(makeChildPart()); // in the order of PaperNeeds
  m_parts->addWidget(makeCohortPart());
  layout->addWidget(m_parts, 1);
  layout->addWidget(makeWishPart());
  fillYears();
  m_typed.setSingleShot(true);
  m_typed.setInterval(kPauseMs);
  connect(&m_typed, &QTimer::timeout, this, &ChoicePanel::changed);
  for (QRadioButton* kind : std::as_const(m_kinds))
    connect(kind, &QRadioButton::toggled, this, [this](bool chosen) {
      if (!chosen)
        return;
      present();
      emit changed();
    });
  present();
}

QWidget* ChoicePanel::makeKinds() {
  auto* part = new QWidget(this);
  auto* layout = new QHBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2 * kGrid);
  for (const PaperDefinition& paper : paperDefinitions()) {
    const QString name = m_session.language() == Language::Chinese ? paper.name : paper.english;
    m_kinds << named(new QRadioButton(name, part), ("paper_" + paper.id).toUtf8().constData(), name);
    layout->addWidget(m_kinds.last());
  }
  m_kinds.first()->setChecked(true);
  layout->addStretch();
  return part;
}

const PaperDefinition& ChoicePanel::paper() const {
  for (qsizetype i = 0; i < m_kinds.size(); ++i)
    if (m_kinds[i]->isChecked())
      return paperDefinitions()[i];
  return paperDefinitions().first();
}

QWidget* ChoicePanel::makeChildPart() {
  auto* part = new QWidget(this);
  m_search = named(new SearchBox(part), "addStudent", tr("Add a student"));
  m_search->setPlaceholderText(tr("Add: name, pinyin, initials, number"));
  m_search->setSource([this](const QString& typed) {
    QList<SearchEntry> entries;
    for (const SearchHit& hit : m_session.search().search(typed, kHits))
      entries.append({hit.name, hit.matchStart, hit.matchLength,
                      toldNumber(maskedStudentNumber(hit.studentNumber), hit.numberSource), QStringLiteral("user"),
                      QVariant::fromValue(hit.student)});
    return entries;
  });
  m_addYear = named(new QComboBox(part), "addCohort", tr("Add a whole cohort"));
  m_table = named(new QTableView(part), "chosenStudents", tr("Students chosen"));
  m_table->setModel(m_students);
  makePlain(m_table);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->horizontalHeader()->hide();
  m_table->horizontalHeader()->setSectionResizeMode(ChosenStudents::Number, QHeaderView::Stretch);
  m_table->setColumnWidth(ChosenStudents::Name, 104);
  m_table->setColumnWidth(ChosenStudents::Cohort, 64);
  m_count = new QLabel(part);
  m_count->setObjectName(QStringLiteral("chosenCount"));
  m_remove = named(new QPushButton(tr("Take out"), part), "removeStudent", tr("Remove the current student"));
  m_remove->setToolTip(tr("Del"));
  auto* remove = new QAction(this);
  remove->setShortcut(QKeySequence::Delete);
  remove->setShortcutContext(Qt::WidgetShortcut);
  m_table->addAction(remove);
  m_clear = named(new QPushButton(tr("Take all out"), part), "clearStudents", tr("Remove all students"));
  auto* bar = new QHBoxLayout;
  bar->setSpacing(kGrid);
  bar->addWidget(m_count, 1);
  bar->addWidget(m_remove);
  bar->addWidget(m_clear);
  auto* layout = tightColumn(part);
  layout->addWidget(m_search);
  layout->addWidget(m_addYear);
  layout->addWidget(m_table, 1);
  layout->addLayout(bar);

  connect(m_search, &SearchBox::chosen, this, &ChoicePanel::pickStudent);
  connect(m_addYear, &QComboBox::activated, this, [this](int index) {
    const int year = m_addYear->itemData(index).toInt();
    if (year > 0 && m_students->addCohort(year) > 0) {
      present();
      emit changed();
    }
    m_addYear->setCurrentIndex(0);
  });
  connect(remove, &QAction::triggered, this, &ChoicePanel::removeCurrent);
  connect(m_remove, &QPushButton::clicked, this, &ChoicePanel::removeCurrent);
  connect(m_clear, &QPushButton::clicked, this, [this] { setStudents({}); });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
    if (current.isValid())
      emit currentMoved(current.row());
  });
  return part;
}

QWidget* ChoicePanel::makeCohortPart() {
  auto* part = new QWidget(this);
  m_year = named(new QComboBox(part), "rosterYear", tr("Cohort of the roster"));
  m_stage = named(new QComboBox(part), "rosterStage", tr("Stage of the roster"));
  auto* form = new QFormLayout(part);
  form->setContentsMargins(0, kGrid, 0, 0);
  form->setVerticalSpacing(kGrid);
  form->addRow(tr("Cohort"), m_year);
  const QList<Stage> stages = m_session.store().school().system.stages();
  if (stages.size() > 1) {
    m_stage->addItem(tr("All stages"), 0);
    for (const Stage stage : stages)
      m_stage->addItem(chineseName(stage), static_cast<int>(stage));
    form->addRow(tr("Stage"), m_stage);
  } else {
    m_stage->hide();
  }
  connect(m_year, &QComboBox::activated, this, &ChoicePanel::changed);
  connect(m_stage, &QComboBox::activated, this, &ChoicePanel::changed);
  return part;
}

QWidget* ChoicePanel::makeWishPart() {
  auto* part = new QWidget(this);
  m_purpose = named(new QComboBox(part), "purpose", tr("Purpose"));
  m_purpose->setEditable(true);
  m_purpose->setInsertPolicy(QComboBox::NoInsert);
  m_purpose->addItems(kPurposes);
  m_purpose->setCurrentIndex(-1);
  m_purpose->lineEdit()->setPlaceholderText(tr("Purpose, printed on each page"));
  m_purpose->lineEdit()->setObjectName(QStringLiteral("purposeText"));
  m_full =
      named(new QCheckBox(tr("Numbers and phones in full"), part), "fullNumbers", tr("Numbers and phones in full"));
  m_full->setToolTip(tr("Needs a purpose and is kept in the log"));
  m_notice = new Notice(part);
  auto* layout = tightColumn(part);
  layout->addWidget(new SectionTitle(tr("Purpose"), part));
  layout->addWidget(m_purpose);
  layout->addWidget(m_full);
  layout->addWidget(m_notice);
  connect(m_purpose, &QComboBox::editTextChanged, this, [this] {
    present();
    m_typed.start();
  });
  connect(m_full, &QCheckBox::clicked, this, &ChoicePanel::setFull);
  return part;
}

void ChoicePanel::setFull(bool full) {
  if (full && m_purpose->currentText().trimmed().isEmpty()) {
    const auto purpose = m_session.dialogs().askText(this, tr("Numbers in full"),
                                                     tr("What are the full numbers needed for?"), kPurposes);
    if (purpose)
      m_purpose->setEditText(*purpose);
    else
      m_full->setChecked(false);
  }
  present();
  m_typed.stop();
  emit changed();
}

void ChoicePanel::fillYears() {
  const int before = m_year->currentData().toInt();
  const auto years = StudentList(m_session.office()).entryYears();
  m_year->clear();
  m_addYear->clear();
  m_addYear->addItem(tr("Add a whole cohort…"), 0);
  for (const int year : years.value_or(QList<int>())) {
    m_year->addItem(cohortName(year), year);
    m_addYear->addItem(cohortName(year), year);
  }
  m_year->setCurrentIndex(std::max(0, m_year->findData(before)));
  m_addYear->setEnabled(m_addYear->count() > 1);
}

void ChoicePanel::pickStudent(const QVariant& key) {
  const qint64 student = key.toLongLong();
  m_students->add({student});
  present();
  emit changed();
  m_table->selectRow(static_cast<int>(m_students->ids().indexOf(student)));
}

void ChoicePanel::removeCurrent() {
  const int row = m_table->currentIndex().row();
  if (row < 0)
    return;
  m_students->remove(row);
  present();
  emit changed();
  if (m_students->rowCount() > 0)
    m_table->selectRow(std::min(row, m_students->rowCount() - 1));
}

void ChoicePanel::setStudents(const QList<qint64>& students) {
  for (qsizetype i = 0; i < m_kinds.size() && paper().needs != PaperNeeds::Child; ++i)
    m_kinds[i]->setChecked(paperDefinitions()[i].needs == PaperNeeds::Child);
  m_students->clear();
  m_students->add(students);
  present();
  emit changed();
  if (m_students->rowCount() > 0)
    m_table->selectRow(0);
}

void ChoicePanel::reload() {
  m_students->reload();
  fillYears();
  present();
}

void ChoicePanel::present() {
  m_parts->setCurrentIndex(static_cast<int>(paper().needs));
  const int count = m_students->rowCount();
  m_count->setText(count > 0 ? tr("%1 students").arg(count) : tr("Nobody chosen yet"));
  m_remove->setEnabled(count > 0);
  m_clear->setEnabled(count > 0);
  m_notice->showHint(choice().lacksPurpose() ? tr("Full numbers need a purpose.") : QString());
}

PaperChoice ChoicePanel::choice() const {
  PaperChoice choice;
  choice.order.paper = &paper();
  if (choice.needs(PaperNeeds::Child)) {
    for (const qint64 student : m_students->ids())
      choice.order.subjects << PaperSubject{student, 0, {}};
  } else if (const int year = m_year->currentData().toInt(); year > 0) {
    PaperSubject cohort{0, year, {}};
    if (const int stage = m_stage->currentData().toInt(); stage > 0)
      cohort.stage = static_cast<Stage>(stage);
    choice.order.subjects << cohort;
  }
  choice.purpose = m_purpose->currentText();
  choice.full = m_full->isChecked();
  return choice;
}

QString ChoicePanel::nameOf(int index) const {
  return index >= 0 && index < m_students->rowCount() ? m_students->nameOf(index) : QString();
}

QWidget* ChoicePanel::firstField() const {
  return paper().needs == PaperNeeds::Cohort ? static_cast<QWidget*>(m_year) : m_search;
}

} // namespace xueji
