#include "ui/documents/papers_page.h"

#include "choice_panel.h"
#include "documents/glyph_check.h"
#include "documents/pdf_file.h"
#include "domain/grade_name.h"
#include "paper_preview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/job_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace xueji {

namespace {
constexpr int kPanelWidth = 336;
enum Zoom { FitWidth = -1, FitPage = -2 }; // else per cent
} // namespace

PapersPage::PapersPage(Session& session, QWidget* parent)
    : Page(session, parent), m_source(session), m_run(new PaperRun(session, m_source.fonts(), this)),
      m_panel(new ChoicePanel(session, this)), m_preview(new PaperPreview(this)), m_notice(new Notice(this)),
      m_stack(new QStackedWidget(this)), m_progress(new JobPanel(this)) {
  setObjectName(QStringLiteral("papersPage"));
  m_empty = new EmptyState(QStringLiteral("papers"), tr("What shall be printed?"),
                           tr("Choose students on the left, or the roster of a cohort. The paper stands here before it "
                              "is printed."),
                           {}, this);
  m_previewPart = new QWidget(this);
  auto* previewLayout = new QVBoxLayout(m_previewPart);
  previewLayout->setContentsMargins(0, 0, 0, 0);
  previewLayout->setSpacing(kGrid);
  previewLayout->addWidget(makePreviewBar());
  previewLayout->addWidget(m_preview, 1);
  for (QWidget* part : {static_cast<QWidget*>(m_empty), m_previewPart, static_cast<QWidget*>(m_progress)})
    m_stack->addWidget(part);
  auto* right = new QVBoxLayout;
  right->setSpacing(kGrid);
  right->addWidget(m_notice);
  right->addWidget(m_stack, 1);
  right->addWidget(makeActs());
  m_panel->setFixedWidth(kPanelWidth);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(2 * kGrid);
  columns->addWidget(m_panel);
  columns->addLayout(right, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, kGrid);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(title(), this));
  layout->addLayout(columns, 1);

  connect(m_panel, &ChoicePanel::changed, this, &PapersPage::choiceChanged);
  connect(m_panel, &ChoicePanel::currentMoved, this, &PapersPage::showPaperAt);
  connect(m_preview, &PaperPreview::pageChanged, this, &PapersPage::showPlace);
  connect(m_run, &PaperRun::changed, this, &PapersPage::present);
  connect(m_run, &PaperRun::said, this, [this](const QString& sentence) { emit said(sentence); });
  choiceChanged();
}

QToolButton* PapersPage::turner(const char* name, const QString& word, Qt::ArrowType arrow) {
  auto* button = named(new QToolButton(this), name, word);
  button->setArrowType(arrow);
  button->setToolTip(word);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

QWidget* PapersPage::makePreviewBar() {
  auto* bar = new QWidget(this);
  m_paperBack = turner("previousPaper", tr("Previous student"), Qt::LeftArrow);
  m_paperOn = turner("nextPaper", tr("Next student"), Qt::RightArrow);
  m_paperPlace = new QLabel(bar);
  m_paperPlace->setObjectName(QStringLiteral("paperPlace"));
  m_pageBack = turner("previousPage", tr("Previous page (Page Up)"), Qt::LeftArrow);
  m_pageOn = turner("nextPage", tr("Next page (Page Down)"), Qt::RightArrow);
  m_pagePlace = new QLabel(bar);
  m_pagePlace->setObjectName(QStringLiteral("pagePlace"));
  m_zoom = named(new QComboBox(bar), "zoom", tr("Size of the preview"));
  m_zoom->addItem(tr("Page width"), FitWidth);
  m_zoom->addItem(tr("Whole page"), FitPage);
  for (const int percent : {50, 75, 100, 150, 200})
    m_zoom->addItem(QStringLiteral("%1 %").arg(percent), percent);
  m_zoom->setToolTip(tr("Ctrl+plus, Ctrl+minus, Ctrl+0 in the preview"));
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid / 2);
  for (QWidget* part :
       {static_cast<QWidget*>(m_paperBack), static_cast<QWidget*>(m_paperPlace), static_cast<QWidget*>(m_paperOn)})
    layout->addWidget(part);
  layout->addStretch();
  for (QWidget* part :
       {static_cast<QWidget*>(m_pageBack), static_cast<QWidget*>(m_pagePlace), static_cast<QWidget*>(m_pageOn)})
    layout->addWidget(part);
  layout->addSpacing(2 * kGrid);
  layout->addWidget(m_zoom);
  connect(m_paperBack, &QToolButton::clicked, this, [this] { m_panel->table()->selectRow(m_index - 1); });
  connect(m_paperOn, &QToolButton::clicked, this, [this] { m_panel->table()->selectRow(m_index + 1); });
  connect(m_pageBack, &QToolButton::clicked, this, [this] { m_preview->setPage(m_preview->page() - 1); });
  connect(m_pageOn, &QToolButton::clicked, this, [this] { m_preview->setPage(m_preview->page() + 1); });
  connect(m_zoom, &QComboBox::activated, this, [this](int row) {
    const int wish = m_zoom->itemData(row).toInt();
    if (wish > 0)
      m_preview->setZoom(wish / 100.0);
    else
      m_preview->setFit(wish == FitPage ? PaperPreview::Fit::Page : PaperPreview::Fit::Width);
  });
  return bar;
}

QWidget* PapersPage::makeActs() {
  auto* bar = new QWidget(this);
  m_saveEach = named(new QPushButton(tr("One PDF each…"), bar), "saveEach", tr("Write one PDF for each student"));
  m_saveOne = named(new QPushButton(icon(QStringLiteral("file")), tr("Save as PDF…"), bar), "saveOne",
                    tr("Write everything into one PDF"));
  m_print = named(new QPushButton(tr("Print…"), bar), "print", tr("Print"));
  m_print->setProperty("main", true);
  m_print->setToolTip(tr("Print (Ctrl+P). Each print gets a number and is kept in the log."));
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addStretch();
  layout->addWidget(m_saveEach);
  layout->addWidget(m_saveOne);
  layout->addWidget(m_print);
  connect(m_print, &QPushButton::clicked, this, &PapersPage::print);
  connect(m_saveOne, &QPushButton::clicked, this, &PapersPage::saveOne);
  connect(m_saveEach, &QPushButton::clicked, this, &PapersPage::saveEach);
  return bar;
}

void PapersPage::open(const QVariant& argument) {
  if (argument.canConvert<QList<qint64>>())
    if (const auto students = argument.value<QList<qint64>>(); !students.isEmpty())
      m_panel->setStudents(students);
  m_panel->firstField()->setFocus();
}

void PapersPage::refresh() {
  m_source.forget();
  m_panel->reload();
  choiceChanged();
}

void PapersPage::choiceChanged() {
  m_index = std::clamp(m_index, 0, std::max(0, m_panel->choice().papers() - 1));
  showPaper();
}

void PapersPage::showPaperAt(int index) {
  if (index == m_index)
    return;
  m_index = index;
  m_preview->setPage(0);
  showPaper();
}

void PapersPage::showPaper() {
  PaperChoice choice = m_panel->choice();
  if (choice.lacksPurpose())
    choice.full = false; // shown in full only once it is said what for
  m_notice->clear();
  if (choice.isEmpty()) {
    m_preview->setPaper(nullptr);
  } else if (const auto paper = m_source.paper(choice, m_index); paper) {
    m_preview->setPaper(*paper);
    if (const QStringList missing = missingGlyphs(**paper); !missing.isEmpty())
      m_notice->showHint(tr("No installed font has these characters: %1").arg(missing.join(QLatin1Char(' '))));
  } else {
    m_preview->setPaper(nullptr);
    m_notice->showProblem(sentenceFor(paper.error()));
  }
  present();
}

void PapersPage::showPlace() {
  const PaperChoice choice = m_panel->choice();
  const int papers = choice.papers();
  const bool several = choice.needs(PaperNeeds::Child);
  m_paperPlace->setText(several ? tr("%1 (%2 of %3)").arg(m_panel->nameOf(m_index)).arg(m_index + 1).arg(papers)
                                : cohortName(choice.order.subjects.value(0).entryYear));
  m_paperBack->setVisible(several);
  m_paperOn->setVisible(several);
  m_paperBack->setEnabled(m_index > 0);
  m_paperOn->setEnabled(m_index + 1 < papers);
  m_pagePlace->setText(tr("Page %1 of %2").arg(m_preview->page() + 1).arg(m_preview->pageCount()));
  m_pageBack->setEnabled(m_preview->page() > 0);
  m_pageOn->setEnabled(m_preview->page() + 1 < m_preview->pageCount());
}

void PapersPage::present() {
  const PaperChoice choice = m_panel->choice();
  const bool running = m_run->isRunning();
  m_progress->watch(m_run->job());
  m_stack->setCurrentWidget(running              ? static_cast<QWidget*>(m_progress)
                            : m_preview->paper() ? m_previewPart
                                                 : static_cast<QWidget*>(m_empty));
  if (!m_run->problem().isEmpty())
    m_notice->showProblem(m_run->problem());
  const bool ready =
      !running && !choice.isEmpty() && !choice.lacksPurpose() && session().store().may(Capability::Print);
  m_print->setEnabled(ready);
  m_saveOne->setEnabled(ready);
  m_saveEach->setEnabled(ready && choice.papers() > 1);
  m_saveEach->setVisible(choice.needs(PaperNeeds::Child));
  m_panel->setEnabled(!running);
  showPlace();
  emit statusChanged();
}

QString PapersPage::statusText() const {
  const PaperChoice choice = m_panel->choice();
  return choice.needs(PaperNeeds::Child) ? tr("%1 students chosen").arg(choice.papers())
                                         : tr("%1 pages").arg(m_preview->pageCount());
}

QList<QWidget*> PapersPage::panes() const {
  return {m_panel->firstField(), m_panel->table(), m_preview, m_print};
}

void PapersPage::print() {
  if (m_print->isEnabled())
    m_run->print(m_panel->choice());
}

void PapersPage::saveOne() {
  const PaperChoice choice = m_panel->choice();
  if (!m_run->maySave(choice))
    return;
  const QString name = choice.papers() == 1 && m_preview->paper()
                           ? m_preview->paper()->title()
                           : QStringLiteral("%1 %2份").arg(choice.order.paper->name).arg(choice.papers());
  const QString path = session().dialogs().saveFile(this, tr("Save as PDF"), fileNameOf(name) + QStringLiteral(".pdf"),
                                                    tr("PDF (%1)").arg(QStringLiteral("*.pdf")));
  if (!path.isEmpty())
    m_run->writeOne(choice, path);
}

void PapersPage::saveEach() {
  if (!m_run->maySave(m_panel->choice()))
    return;
  const QString folder = session().dialogs().folder(this, tr("Folder for the PDFs"));
  if (!folder.isEmpty())
    m_run->writeEach(m_panel->choice(), folder);
}

} // namespace xueji
