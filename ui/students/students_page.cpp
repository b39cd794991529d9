#include "ui/students/students_page.h"

#include "filter_bar.h"
#include "list_export.h"
#include "register/class_acts.h"
#include "register/roster_list.h"
#include "student_table_model.h"
#include "student_view.h"
#include "ui/shell/job_panel.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

namespace xueji {

StudentsPage::StudentsPage(Session& session, QWidget* parent)
    : Page(session, parent), m_model(new StudentTableModel(session.office(), session.language(), this)),
      m_view(named(new StudentView(*m_model, this), "students", tr("Students"))),
      m_filter(named(new FilterBar(session, this), "filterBar", tr("Filter"))),
      m_chips(named(new FilterChips(this), "filterChips", tr("Active filters"))), m_stack(new QStackedWidget(this)),
      m_progress(named(new JobPanel(this), "exportProgress", tr("Progress of the export"))),
      m_exporter(new ListExport(session, this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(makeHeader());
  layout->addWidget(m_filter);
  layout->addWidget(m_stack, 1);
  layout->addWidget(m_progress);
  m_progress->hide();
  makeEmptyStates();
  m_stack->addWidget(m_view);
  m_stack->addWidget(m_none);
  m_stack->addWidget(m_noMatch);
  connectAll();
  showColumns();
  setFocusProxy(m_view);
}

StudentsPage::~StudentsPage() = default;

QWidget* StudentsPage::makeHeader() {
  auto* header = new QWidget(this);
  auto* layout = new QHBoxLayout(header);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(title(), header));
  layout->addWidget(m_chips);
  layout->addStretch(1);
  const auto button = [&](const char* name, const QString& word, const char* iconName, const QString& tip) {
    auto* made = named(new QPushButton(icon(QLatin1String(iconName)), word, header), name, word);
    made->setToolTip(tip);
    layout->addWidget(made);
    return made;
  };
  m_columns = button("chooseColumns", tr("Columns"), "columns", tr("Choose the columns of the list"));
  m_export = button("exportList", tr("Export"), "export", tr("Write the list as a spreadsheet, as it is filtered"));
  m_print = button("printChosen", tr("Print dossiers"), "print", tr("Dossiers of the chosen students (Ctrl+P)"));
  return header;
}

void StudentsPage::makeEmptyStates() {
  const bool may = session().store().may(Capability::Enrol);
  m_none = new EmptyState(QStringLiteral("students"), tr("No students yet"),
                          tr("The students of the school stand here once a roster has been imported."),
                          may ? tr("Import a roster") : QString(), this);
  m_none->setObjectName(QStringLiteral("noStudents"));
  m_noMatch = new EmptyState(QStringLiteral("filter"), tr("Nobody matches the filter"),
                             tr("Take a filter away or type less."), tr("Clear all filters"), this);
  m_noMatch->setObjectName(QStringLiteral("noMatch"));
  connect(m_none, &EmptyState::actWanted, this, [this] { session().open(QString::fromLatin1(place::kImport)); });
  connect(m_noMatch, &EmptyState::actWanted, m_filter, &FilterBar::clear);
}

void StudentsPage::connectAll() {
  connect(m_model, &StudentTableModel::failed, this, &Page::failed);
  connect(m_filter, &FilterBar::changed, this, &StudentsPage::narrow);
  connect(m_filter->textField(), &QLineEdit::returnPressed, this, [this] {
    if (m_model->rowCount() == 1)
      openStudent(m_model->studentAt(0));
    else if (m_model->rowCount() > 1)
      m_view->setFocus();
  });
  connect(m_chips, &FilterChips::dropped, m_filter, &FilterBar::drop);
  connect(m_view, &StudentView::openWanted, this, &StudentsPage::openStudent);
  connect(m_view, &StudentView::typed, m_filter, &FilterBar::type);
  connect(m_view, &StudentView::copyWanted, this, &StudentsPage::copyChosen);
  connect(m_view, &StudentView::chosenChanged, this, &StudentsPage::updateActs);
  connect(m_view, &QWidget::customContextMenuRequested, this, &StudentsPage::showContextMenu);
  QHeaderView* header = m_view->horizontalHeader();
  connect(header, &QWidget::customContextMenuRequested, this,
          [this, header](const QPoint& at) { chooseColumns(header->mapToGlobal(at)); });
  connect(header, &QHeaderView::sectionResized, this, &StudentsPage::keepColumns);
  connect(header, &QHeaderView::sectionMoved, this, &StudentsPage::keepColumns);
  connect(m_columns, &QPushButton::clicked, this,
          [this] { chooseColumns(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
  connect(m_print, &QPushButton::clicked, this, &StudentsPage::printChosen);
  connect(m_export, &QPushButton::clicked, this, &StudentsPage::exportList);
  connect(m_exporter, &ListExport::started, this, [this](Job* job) {
    m_progress->watch(job);
    m_progress->show();
    updateActs();
  });
  connect(m_exporter, &ListExport::ended, this, [this] {
    m_progress->hide();
    updateActs();
  });
  connect(m_exporter, &ListExport::done, this, [this](const Exported& exported, const QString& path) {
    QString sentence = tr("%1 students written to %2.").arg(exported.rows).arg(QFileInfo(path).fileName());
    for (auto it = exported.changed.cbegin(); it != exported.changed.cend(); ++it)
      sentence += QLatin1Char(' ') + tr("%1 (%2 times): the sheet has no such value.").arg(it.key()).arg(it.value());
    if (!exported.left.isEmpty())
      sentence += QLatin1Char(' ') +
                  tr("Not written, your role may not export it: %1.").arg(exported.left.join(QStringLiteral("、")));
    emit said(sentence);
  });
  connect(m_exporter, &ListExport::failed, this, &Page::failed);
}

QString StudentsPage::title() const {
  return tr("Students");
}

void StudentsPage::open(const QVariant& argument) {
  // Who looked at the list is logged (rule P02); what was typed is not.
  if (auto logged = m_model->students().open({}, m_model->fields()); !logged) {
    emit failed(logged.error());
    return;
  }
  if (!m_shown)
    refresh();
  m_shown = true;
  if (argument.typeId() == QMetaType::Int)
    m_filter->showCohort(argument.toInt());
  else if (argument.canConvert<QString>() && !argument.toString().isEmpty())
    m_filter->setText(argument.toString());
}

void StudentsPage::refresh() {
  StudentList& students = m_model->students();
  if (const auto years = students.entryYears())
    m_filter->setEntryYears(*years);
  if (const auto entries = classEntries(session().office())) {
    QList<QPair<qint64, QString>> classes;
    for (const ClassEntry& entry : *entries)
      classes.append({entry.is.id, entry.title});
    m_filter->setClasses(classes);
  }
  m_everybody = students.count({}).value_or(0);
  narrow();
}

void StudentsPage::narrow() {
  const QList<qint64> chosen =
      m_view->chosenCount() <= StudentWindow::kPageRows ? m_view->chosenStudents() : QList<qint64>();
  const QList<int> rows = chosen.isEmpty() ? QList<int>() : m_view->chosenRows();
  const int scroll = m_view->verticalScrollBar()->value();
  const StudentQuery before = m_model->query();
  const StudentQuery asked = m_filter->applied(before);
  m_model->setQuery(asked);
  m_view->showSort();
  QList<int> still;
  for (int i = 0; i < chosen.size(); ++i)
    if (const int row = m_model->rowOf(chosen[i], std::min(rows.value(i), m_model->rowCount() - 1)); row >= 0)
      still << row;
  m_view->choose(still);
  m_view->verticalScrollBar()->setValue(scroll);
  showEmptyOrList();
  m_chips->show(m_filter->active());
  updateActs();
}

void StudentsPage::showEmptyOrList() {
  if (m_model->rowCount() > 0)
    m_stack->setCurrentWidget(m_view);
  else
    m_stack->setCurrentWidget(m_filter->isActive() || m_everybody > 0 ? m_noMatch : m_none);
  m_filter->setVisible(m_stack->currentWidget() != m_none);
}

void StudentsPage::openStudent(qint64 student) {
  if (student > 0)
    session().open(QString::fromLatin1(place::kRecord), QVariant::fromValue(student));
}

void StudentsPage::printChosen() {
  const QList<qint64> students = m_view->chosenStudents();
  if (!students.isEmpty())
    session().open(QString::fromLatin1(place::kPapers), QVariant::fromValue(students));
}

void StudentsPage::copyChosen() {
  const int count = m_view->chosenCount();
  if (count == 0)
    return;
  session().write(
      this, tr("Copying rows"),
      [count, fields = m_model->fields()](Office& office) { return logCopied(office, count, fields); },
      [this, count, block = m_view->block()](const Result<void>& logged) {
        if (!logged) {
          emit failed(logged.error());
          return;
        }
        QGuiApplication::clipboard()->setText(block);
        emit said(tr("%1 rows copied for a spreadsheet, numbers masked.").arg(count));
      });
}

void StudentsPage::exportList() {
  m_exporter->start(m_model->query());
}

void StudentsPage::showContextMenu(const QPoint& at) {
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("studentMenu"));
  const int count = m_view->chosenCount();
  const QModelIndex current = m_view->indexAt(at).isValid() ? m_view->indexAt(at) : m_view->currentIndex();
  QAction* open = menu.addAction(icon(QStringLiteral("user")), tr("Open the record") + QStringLiteral("\tEnter"), this,
                                 [this, current] { openStudent(m_model->studentAt(current.row())); });
  open->setEnabled(current.isValid());
  QAction* papers = menu.addAction(icon(QStringLiteral("print")), tr("Print dossiers") + QStringLiteral("\tCtrl+P"),
                                   this, &StudentsPage::printChosen);
  papers->setEnabled(m_print->isEnabled());
  QAction* copy =
      menu.addAction(tr("Copy for a spreadsheet") + QStringLiteral("\tCtrl+C"), this, &StudentsPage::copyChosen);
  copy->setEnabled(count > 0 && session().store().may(Capability::Export));
  menu.addSeparator();
  QAction* write =
      menu.addAction(icon(QStringLiteral("export")), tr("Export the list ..."), this, &StudentsPage::exportList);
  write->setEnabled(m_export->isEnabled());
  menu.exec(m_view->viewport()->mapToGlobal(at));
}

void StudentsPage::chooseColumns(const QPoint& globalAt) {
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("columnMenu"));
  const QStringList seen = m_view->columnsSeen();
  for (const StudentColumn& column : studentColumns()) {
    if (!m_model->isSeen(column))
      continue;
    QAction* act = menu.addAction(columnLabel(column, session().fields(), session().language()));
    act->setCheckable(true);
    act->setChecked(seen.contains(column.id));
    act->setEnabled(column.id != QLatin1String("name"));
    act->setData(column.id);
  }
  menu.addSeparator();
  QAction* reset = menu.addAction(tr("Usual columns"));
  const QAction* chosen = menu.exec(globalAt);
  if (!chosen)
    return;
  ColumnChoice choice = keptColumns();
  choice.ids = seen;
  if (chosen == reset)
    choice = ColumnChoice::initial();
  else if (chosen->isChecked())
    choice.ids << chosen->data().toString();
  else
    choice.ids.removeOne(chosen->data().toString());
  session().preferences().setLayoutOf(m_view->objectName(), choice.toLayout());
  const QStringList before = m_model->students().rights().groupsSeen(m_model->fields());
  showColumns();
  // A list that shows more groups than were noted when it was opened is noted again.
  const QStringList shown = m_model->students().rights().groupsSeen(m_model->fields());
  if (std::any_of(shown.begin(), shown.end(), [&](const QString& group) { return !before.contains(group); }))
    if (auto logged = m_model->students().open(m_model->query(), m_model->fields()); !logged)
      emit failed(logged.error());
}

ColumnChoice StudentsPage::keptColumns() const {
  return ColumnChoice::fromLayout(session().preferences().layoutOf(m_view->objectName()));
}

void StudentsPage::showColumns() {
  const ColumnChoice choice = keptColumns();
  const QList<int> rows = m_view->chosenRows();
  m_laying = true;
  m_model->setColumns(choice.ids);
  QHeaderView* header = m_view->horizontalHeader();
  for (int column = 0; column < m_model->columnCount(); ++column) // a dragged order belongs to the columns before
    header->moveSection(header->visualIndex(column), column);
  m_view->applyWidths(choice.widths);
  m_laying = false;
  m_view->showSort();
  m_view->choose(rows);
}

void StudentsPage::keepColumns() {
  if (m_laying)
    return;
  ColumnChoice choice = keptColumns();
  choice.ids = m_view->columnsSeen();
  const QHeaderView* header = m_view->horizontalHeader();
  for (int seen = 0; seen + 1 < m_model->columnCount(); ++seen) { // the last one takes what is left
    const int column = header->logicalIndex(seen);
    choice.widths.insert(m_model->columns()[column].id, m_view->columnWidth(column));
  }
  session().preferences().setLayoutOf(m_view->objectName(), choice.toLayout());
}

void StudentsPage::updateActs() {
  m_print->setEnabled(m_view->chosenCount() > 0 && session().store().may(Capability::Print));
  m_export->setEnabled(!m_exporter->isRunning() && m_model->rowCount() > 0 &&
                       session().store().may(Capability::Export));
  emit statusChanged();
}

QString StudentsPage::statusText() const {
  const QLocale locale(session().language() == Language::Chinese ? QLocale::Chinese : QLocale::English);
  const QString shown = locale.toString(m_model->rowCount());
  QString text = m_filter->isActive() ? tr("Filtered: %1 of %2 students").arg(shown, locale.toString(m_everybody))
                                      : tr("%1 students").arg(shown);
  if (const int chosen = m_view->chosenCount(); chosen > 0)
    text += QStringLiteral(" · ") + tr("%1 chosen").arg(locale.toString(chosen));
  return text;
}

QList<QWidget*> StudentsPage::panes() const {
  return {m_filter->textField(), m_view};
}

void StudentsPage::print() {
  if (m_print->isEnabled())
    printChosen();
}

void StudentsPage::createNew() {
  session().open(QString::fromLatin1(place::kImport));
}

bool StudentsPage::escape() {
  if (!m_filter->isActive())
    return false;
  m_filter->clear();
  m_view->setFocus();
  return true;
}

} // namespace xueji
