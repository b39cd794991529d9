#include "ui/enrolment/numbers_page.h"

#include "exchange/sheet_reader.h"
#include "numbers_model.h"
#include "register/acts.h"
#include "register/batch_list.h"
#include "register/roster_sheets.h"
#include "sheet_choice.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/job_panel.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace xueji {

NumbersPage::NumbersPage(Session& session, QWidget* parent)
    : Page(session, parent), m_model(new NumbersModel(session.rules(), session.language(), this)),
      m_stack(new QStackedWidget(this)), m_content(new QWidget(this)), m_progress(new JobPanel(this)),
      m_notice(new Notice(this)),
      m_onlyGood(named(new QCheckBox(this), "numbersOnlyGood", tr("Leave out the rows that are refused"))),
      m_record(named(new QPushButton(this), "recordNumbers", tr("Record the numbers"))) {
  setObjectName(QStringLiteral("numbersPage"));
  m_options.effective = session.clock().today();
  m_record->setProperty("main", true);
  m_record->setToolTip(tr("Ctrl+Enter"));
  auto* content = new QVBoxLayout(m_content);
  content->setContentsMargins(0, 0, 0, 0);
  content->setSpacing(kGrid);
  content->addWidget(makeFilePart());
  content->addWidget(makeListPart(), 1);
  m_stack->addWidget(m_content);
  m_stack->addWidget(m_progress);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(kGrid);
  bar->addStretch();
  bar->addWidget(m_onlyGood);
  bar->addWidget(m_record);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, kGrid);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(title(), this));
  layout->addWidget(m_stack, 1);
  layout->addWidget(m_notice);
  layout->addLayout(bar);
  connect(m_onlyGood, &QCheckBox::toggled, this, &NumbersPage::present);
  connect(m_record, &QPushButton::clicked, this, &NumbersPage::record);
  present();
}

QWidget* NumbersPage::makeFilePart() {
  auto* part = new QWidget(this);
  m_choose = named(new QPushButton(icon(QStringLiteral("file")), tr("Choose a list…"), part), "chooseNumbers",
                   tr("Choose the list of numbers"));
  m_choose->setShortcut(QKeySequence(QStringLiteral("Ctrl+O")));
  m_choose->setToolTip(tr("Choose the list of numbers (Ctrl+O)"));
  m_name = new QLabel(part);
  m_name->setObjectName(QStringLiteral("numbersFile"));
  m_sheets = new SheetChoice(part);
  m_effective = named(new DateEdit(part), "numbersEffective", tr("Numbers hold from"));
  m_effective->setFixedWidth(140);
  m_effective->setDate(m_options.effective);
  auto* file = new QHBoxLayout;
  file->setSpacing(2 * kGrid);
  file->addWidget(m_choose);
  file->addWidget(m_name, 1);
  auto* form = new QFormLayout(part);
  form->setContentsMargins(0, 0, 0, 0);
  form->setVerticalSpacing(kGrid);
  form->setHorizontalSpacing(2 * kGrid);
  form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
  form->addRow(tr("List"), file);
  form->addRow(QString(), m_sheets);
  form->addRow(tr("Numbers hold from"), m_effective);
  connect(m_choose, &QPushButton::clicked, this, &NumbersPage::chooseFile);
  connect(m_sheets, &SheetChoice::chosen, this, [this](const QStringList& names) {
    m_options.sheets = names;
    compare();
  });
  connect(m_effective, &DateEdit::valueChanged, this, [this] {
    if (const auto day = m_effective->date(); day && *day != m_options.effective) {
      m_options.effective = *day;
      compare();
    }
  });
  return part;
}

QWidget* NumbersPage::makeListPart() {
  auto* part = new QWidget(this);
  m_summary = new QLabel(part);
  m_summary->setObjectName(QStringLiteral("numbersSummary"));
  m_summary->setWordWrap(true);
  m_table = named(new QTableView(part), "numbers", tr("Lines of the list"));
  m_table->setModel(m_model);
  makePlain(m_table);
  m_table->setWordWrap(false);
  m_table->setColumnWidth(NumbersModel::Place, 90);
  m_table->setColumnWidth(NumbersModel::Name, 120);
  m_table->setColumnWidth(NumbersModel::Before, 190);
  m_table->setColumnWidth(NumbersModel::Number, 190);
  m_table->horizontalHeader()->setSectionResizeMode(NumbersModel::State, QHeaderView::Stretch);
  auto* layout = new QVBoxLayout(part);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_summary);
  layout->addWidget(m_table, 1);
  return part;
}

template <class Work, class Done>
void NumbersPage::run(const QString& what, Work work, Done done) {
  if (m_job)
    return;
  m_notice->clear();
  m_job = session().jobs().add(this, what, std::move(work), [this, done = std::move(done)](auto came) {
    m_job = nullptr;
    if (came)
      done(std::move(came));
    else
      m_notice->showProblem(problemOf(came.error()));
    present();
  });
  present();
}

QString NumbersPage::problemOf(const Error& error) {
  return error.code == ErrorCode::HeaderUndecided
             ? tr("Several columns could be %1: %2. Rename or delete the others in the file and choose it again.")
                   .arg(error.args.value(0), error.args.value(1))
             : sentenceFor(error);
}

void NumbersPage::chooseFile() {
  const QString path =
      session().dialogs().openFile(this, tr("Choose the list of numbers"),
                                   tr("Lists (%1)").arg(QStringLiteral("*.xlsx *.xls *.ods *.csv *.txt")) +
                                       QStringLiteral(";;") + tr("All files (%1)").arg(QStringLiteral("*")));
  if (!path.isEmpty())
    read(path);
}

void NumbersPage::read(const QString& path) {
  if (m_job)
    return;
  m_path = path;
  m_file.reset();
  m_plan.reset();
  m_options.sheets.clear();
  const auto work = [path](Office&, const Progress& progress) { return readSheetFile(path, {}, progress); };
  run(tr("Reading the file…"), work, [this](auto file) {
    m_file = std::make_shared<const SheetFile>(std::move(*file));
    const QList<SheetLook> looks = lookAt(*m_file, session().fields());
    m_options.sheets = onlyRoster(*m_file, looks);
    m_sheets->setFile(m_file.get(), looks, m_options.sheets);
    compare();
  });
}

void NumbersPage::compare() {
  m_plan.reset();
  m_onlyGood->setChecked(false);
  if (!m_file || m_sheets->isUndecided()) {
    present();
    return;
  }
  const auto work = [file = m_file, path = m_path, options = m_options](Office& office, const Progress& progress) {
    return planNumbers(office, *file, path, options, progress);
  };
  run(tr("Comparing with the register…"), work, [this, options = m_options](auto planned) {
    if (options != m_options)
      compare();
    else
      m_plan = std::make_shared<const NumberPlan>(std::move(*planned));
  });
}

void NumbersPage::record() {
  if (!m_plan || !m_record->isEnabled())
    return;
  const auto work = [plan = m_plan, onlyGood = m_onlyGood->isChecked()](Office& office, const Progress& progress) {
    return commitNumbers(office, *plan, onlyGood, progress);
  };
  run(tr("Recording the numbers…"), work, [this](const auto& done) {
    const qint64 batch = done->batch;
    emit said(tr("%1 numbers recorded").arg(done->issued), [this, batch] { askUndo(batch); });
    session().announceChange();
  });
}

void NumbersPage::askUndo(qint64 batch) {
  Question question;
  question.title = tr("Undo the whole list?");
  question.text = tr("The recording of these numbers is declared void; the children have the numbers of before again.");
  question.answers = {tr("Undo the list"), tr("Keep it")};
  question.preferred = 1;
  question.escape = 1;
  question.dangerous = true;
  if (m_job || session().dialogs().ask(this, question) != 0)
    return;
  const auto taking = takingBackBatch(session().office(), batch);
  auto witness = taking ? askWitness(session(), this, *taking) : std::unexpected(taking.error());
  if (!witness) {
    if (witness.error().code != ErrorCode::Cancelled)
      emit failed(witness.error());
    return;
  }
  const auto work = [batch, token = *witness](Office& office, const Progress& progress) {
    return undoBatch(office, batch, progress, token.get());
  };
  run(tr("Taking the list back…"), work, [this](const auto&) {
    emit said(tr("The list was taken back"));
    session().announceChange();
  });
}

void NumbersPage::present() {
  m_progress->watch(m_job, true);
  m_stack->setCurrentWidget(m_job ? static_cast<QWidget*>(m_progress) : m_content);
  m_name->setText(m_path.isEmpty() ? tr("No list chosen yet") : QFileInfo(m_path).fileName());
  m_model->setPlan(m_plan.get());
  m_table->setVisible(m_plan != nullptr);
  const int issued = m_plan ? m_plan->count(NumberRow::Verdict::Issued) : 0;
  const int refused = m_plan ? m_plan->count(NumberRow::Verdict::Refused) : 0;
  m_summary->setText(
      m_plan ? tr("%1 rows: %2 numbers are new, %3 are in the record already, %4 differ or cannot be used. Nothing is "
                  "overwritten.")
                   .arg(QString::number(m_plan->rows.size()), QString::number(issued),
                        QString::number(m_plan->count(NumberRow::Verdict::Same)), QString::number(refused))
      : m_file && m_sheets->isUndecided()
          ? tr("Several sheets hold a list: tick those that are to be read.")
          : tr("A list that the national system has exported, with the columns 姓名, 身份证件号 and 学籍号. It is "
               "compared first; nothing is changed before you record it."));
  m_onlyGood->setVisible(refused > 0);
  m_onlyGood->setText(tr("Leave out the %1 rows that are refused").arg(refused));
  m_record->setText(issued > 0 ? tr("Record %1 numbers").arg(issued) : tr("Record the numbers"));
  m_record->setAccessibleName(m_record->text());
  m_record->setEnabled(!m_job && issued > 0 && (refused == 0 || m_onlyGood->isChecked()));
  emit statusChanged();
}

void NumbersPage::open(const QVariant&) {
  m_choose->setFocus();
}

void NumbersPage::refresh() {
  // The list was compared with the register as it was.
  const auto last = m_plan ? newestAct(session().office()) : Result<qint64>(0);
  if (m_plan && !m_job && last && *last != m_plan->lastAct)
    compare();
  present();
}

QString NumbersPage::statusText() const {
  return m_plan ? tr("%1 · %2 rows").arg(m_plan->fileName).arg(m_plan->rows.size()) : QString();
}

QList<QWidget*> NumbersPage::panes() const {
  return {m_choose, m_table, m_record};
}

void NumbersPage::createNew() {
  if (m_job)
    return;
  m_path.clear();
  m_file.reset();
  m_plan.reset();
  m_sheets->setFile(nullptr, {}, {});
  m_notice->clear();
  present();
}

} // namespace xueji
