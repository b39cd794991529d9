#include "ui/records/record_page.h"

#include "enter_act.h"
#include "field_editor.h"
#include "number_panel.h"
#include "placement_panel.h"
#include "record_acts.h"
#include "record_form.h"
#include "record_header.h"
#include "record_side.h"
#include "register/acts.h"
#include "register/class_acts.h"
#include "register/student_file.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/save_bar.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QScopedValueRollback>
#include <QStackedWidget>

namespace xueji {
namespace {

constexpr int kWidestSide = 376;
constexpr int kNarrowestSide = 296;
/// Ordinary reading needs no reason of its own; the log keeps where it was read.
constexpr auto kReadOnPage = "record page";

} // namespace

RecordPage::RecordPage(Session& session, QWidget* parent)
    : Page(session, parent), m_draft(session.office()), m_header(new RecordHeader(this)),
      m_numberPanel(new NumberPanel(session.rules(), session.language(), this)),
      m_placement(new PlacementPanel(session.rules(), session.language(), this)),
      m_form(named(new RecordForm(session.fields(), session.rules(), session.language(), this), "recordForm",
                   tr("Record"))),
      m_side(named(new RecordSide(session.fields(), session.rules(), session.language(), this), "recordSide",
                   tr("Findings, open points, numbers and acts"))),
      m_saveBar(new SaveBar(this)), m_acts(new RecordActs(session, this)),
      m_ground(named(new QLineEdit(this), "ground", tr("Ground of the correction"))),
      m_typingError(named(new QCheckBox(tr("Typing error"), this), "typingError",
                          tr("Typing error: it was wrong from the start"))),
      m_groundRow(new QWidget(this)), m_stack(new QStackedWidget(this)) {
  layOut();
  connectAll();
}

RecordPage::~RecordPage() = default;

void RecordPage::layOut() {
  m_ground->setPlaceholderText(tr("Why, and by which paper (may stay empty)"));
  auto* groundLayout = new QHBoxLayout(m_groundRow);
  groundLayout->setContentsMargins(0, 0, 0, 0);
  groundLayout->setSpacing(kGrid);
  groundLayout->addWidget(new QLabel(tr("Ground of the correction"), m_groundRow));
  groundLayout->addWidget(m_ground, 1);
  m_typingError->setToolTip(tr("It was wrong from the start: the correction holds from the first day of what it "
                               "corrects. Otherwise it holds from today, and what stood before stays in the history."));
  groundLayout->addWidget(m_typingError);
  m_groundRow->hide();

  auto* left = new QVBoxLayout;
  left->setSpacing(kGrid);
  left->addWidget(m_form, 1);
  left->addWidget(m_groundRow);
  left->addWidget(m_saveBar);
  auto* panes = new QHBoxLayout;
  panes->setSpacing(kGrid);
  panes->addLayout(left, 1);
  panes->addWidget(m_side);
  m_record = new QWidget(this);
  auto* record = new QVBoxLayout(m_record);
  record->setContentsMargins(0, 0, 0, 0);
  record->setSpacing(kGrid);
  record->addWidget(m_header);
  record->addWidget(m_numberPanel);
  record->addWidget(m_placement);
  record->addLayout(panes, 1);

  auto* none = new EmptyState(QStringLiteral("user"), tr("No record is open"),
                              tr("Choose a student in the list, or type a name into the search box."),
                              tr("To the students"), this);
  connect(none, &EmptyState::actWanted, this, [this] { session().open(QString::fromLatin1(place::kStudents)); });
  m_stack->addWidget(none);
  m_stack->addWidget(m_record);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_stack);
  setFocusProxy(m_form->sectionList());
}

void RecordPage::connectAll() {
  connect(m_form, &RecordForm::typed, this, &RecordPage::type);
  connect(m_form, &RecordForm::revealWanted, this, &RecordPage::reveal);
  connect(m_saveBar, &SaveBar::saveWanted, this, &RecordPage::save);
  connect(m_saveBar, &SaveBar::discardWanted, this, [this] {
    if (confirmDiscard())
      discard();
  });
  connect(m_header, &RecordHeader::revealWanted, this, [this] { reveal(Field::StudentNumber); });
  connect(m_header, &RecordHeader::printWanted, this, &RecordPage::print);
  connect(m_header, &RecordHeader::issueWanted, this, [this] {
    closePanels();
    m_numberPanel->begin(session().clock().today());
  });
  connect(m_header, &RecordHeader::placementWanted, this, &RecordPage::beginPlacement);
  connect(m_placement, &ActPanel::wanted, this, &RecordPage::enterPlacement);
  connect(m_placement, &ActPanel::closed, this, &RecordPage::closePanels);
  connect(m_numberPanel, &ActPanel::wanted, this, &RecordPage::issue);
  connect(m_numberPanel, &ActPanel::closed, this, &RecordPage::closePanels);
  connect(m_typingError, &QCheckBox::toggled, this, [this](bool wrongFromTheStart) {
    m_draft.setTypingError(wrongFromTheStart);
    showDraft();
  });
  connect(m_side, &RecordSide::voidWanted, m_acts, &RecordActs::takeBack);
  connect(m_side, &RecordSide::redoWanted, m_acts, &RecordActs::doAgain);
  connect(m_side, &RecordSide::moveWanted, this, [this](const QDate& present) { m_acts->moveDay(student(), present); });
  connect(m_acts, &RecordActs::failed, this, &Page::failed);
  connect(m_acts, &RecordActs::done, this, [this](const QString& sentence) {
    m_lastAct = 0;
    announce();
    emit said(sentence);
  });
  connect(m_side, &RecordSide::paperSeen, this,
          [this](const QString& kind, const QString& title) { m_acts->notePaper(student(), kind, title); });
  connect(m_side, &RecordSide::findingChosen, this,
          [this](const Finding& finding) { m_form->goTo(finding.fields.first()); });
}

void RecordPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_side->setFixedWidth(std::clamp(width() / 3, kNarrowestSide, kWidestSide));
}

QString RecordPage::title() const {
  const QString& name = m_draft.row().record.value(Field::Name);
  return name.isEmpty() ? tr("Record") : name;
}

bool RecordPage::mayChange() const {
  return m_draft.row().status != StudentStatus::Voided && session().store().may(Capability::ChangeRecords);
}

void RecordPage::open(const QVariant& argument) {
  const qint64 wanted = argument.toLongLong();
  if (wanted <= 0)
    return;
  if (wanted == student()) { // read anew: logged again, and what was unmasked is masked again
    load(wanted, hasUnsaved());
    return;
  }
  if (hasUnsaved() && !leave())
    return;
  m_lastAct = 0;
  closePanels();
  if (load(wanted, false))
    m_form->sectionList()->setFocus();
}

void RecordPage::refresh() {
  if (student() > 0 && !m_announcing)
    load(student(), hasUnsaved());
}

bool RecordPage::load(qint64 id, bool keepTyped) {
  const auto file = readStudentFile(session().office(), id, QString::fromLatin1(kReadOnPage));
  if (!file) {
    emit failed(file.error());
    return false;
  }
  if (keepTyped)
    m_draft.rebase(file->row);
  else
    m_draft.begin(file->row);
  if (!keepTyped)
    clearGround();
  showFile(*file);
  return true;
}

void RecordPage::clearGround() {
  m_ground->clear();
  m_typingError->setChecked(false);
}

void RecordPage::showFile(const StudentFile& file) {
  m_findings = static_cast<int>(file.findings.size());
  m_openPoints = static_cast<int>(file.openPoints.size());
  const bool change = mayChange();
  m_header->showStudent(file.row, session().store().school().system, session().clock().today());
  const OwnRights rights(session().office());
  m_header->allow(change && rights.may(Verb::Change, Field::StudentNumber),
                  change && rights.may(Verb::Change, Field::Class), session().store().may(Capability::Print));
  m_form->showRecord(m_draft, rights, !change);
  m_side->showFile(file, {change, change && rights.may(Verb::Change, right_group::kPapers)});
  m_stack->setCurrentWidget(m_record);
  showDraft();
}

void RecordPage::showDraft() {
  m_form->showFindings(m_draft);
  const int changes = m_draft.changes();
  m_saveBar->setChanges(changes);
  m_groundRow->setVisible(changes > 0);
  if (m_draft.unjudged())
    m_saveBar->setProblem(sentenceFor(*m_draft.unjudged()));
  else
    m_saveBar->setProblem(
        changes > 0 && !m_draft.mayBeSaved() ? tr("The rules stand against it; see the marked fields.") : QString());
  emit statusChanged();
}

void RecordPage::type(Field field, const QString& text) {
  m_draft.type(field, text);
  showDraft();
}

void RecordPage::reveal(Field field) {
  if (auto allowed = mayUnmask(session().office(), field); !allowed) {
    emit failed(allowed.error());
    return;
  }
  const FieldDefinition& definition = session().fields().definition(field);
  const QString label = session().language() == Language::Chinese ? definition.label : definition.labelEn;
  const auto reason = session().dialogs().askText(
      this, tr("Show the number: %1").arg(label), tr("Why must it be seen? The log keeps the answer."),
      {tr("Check against the document"), tr("Entry in the national system"), tr("Call the guardian")});
  if (!reason || reason->trimmed().isEmpty())
    return;
  if (auto logged = logUnmasking(session().office(), student(), field, reason->trimmed()); !logged) {
    emit failed(logged.error());
    return;
  }
  if (field == Field::StudentNumber)
    m_header->revealNumber();
  else if (FieldEditor* editor = m_form->editor(field))
    editor->reveal();
}

void RecordPage::save() {
  if (ActPanel* panel = openPanel(); panel && panel->isAncestorOf(focusWidget())) {
    emit panel->wanted();
    return;
  }
  if (!hasUnsaved())
    return;
  const auto correction = m_draft.correction(m_ground->text().trimmed());
  if (!correction) {
    refuseSave(correction.error());
    return;
  }
  enterAct(
      session(), this, tr("Saving the record"),
      [correction = *correction](Office& office, ActAnswer& answer) {
        return correct(office, correction, &answer.why);
      },
      [this](const Result<qint64>& act, const ActAnswer& answer) {
        if (!act) {
          if (act.error().code == ErrorCode::RefusedByRules)
            m_draft.refuse(answer.why);
          refuseSave(act.error());
          return;
        }
        m_draft.discard();
        sayEntered(*act, tr("Saved."));
      });
}

void RecordPage::sayEntered(qint64 act, const QString& sentence) {
  m_lastAct = act;
  announce();
  emit said(sentence, [self = QPointer<RecordPage>(this), act] {
    if (self)
      self->takeBack(act, tr("Undone right after saving"));
  });
}

void RecordPage::refuseSave(const Error& error) {
  if (error.code == ErrorCode::RecordChanged) {
    load(student(), true);
    m_saveBar->setProblem(tr("Somebody changed this record meanwhile. Its present content is shown and what you typed "
                             "is kept: look at it again, then save."));
    return;
  }
  m_form->showFindings(m_draft);
  m_saveBar->setProblem(sentenceFor(error));
  if (!m_draft.findings().isEmpty() && !m_draft.findings().first().fields.isEmpty())
    m_form->goTo(m_draft.findings().first().fields.first());
}

bool RecordPage::confirmDiscard() {
  Question question;
  question.title = tr("Discard the changes?");
  question.text = tr("%1 changed items of %2 are not saved.").arg(m_draft.changes()).arg(title());
  question.answers = {tr("Discard"), tr("Go on editing")};
  question.preferred = 1;
  question.dangerous = true;
  return session().dialogs().ask(this, question) == 0;
}

void RecordPage::discard() {
  m_draft.discard();
  clearGround();
  m_form->showRecord(m_draft, OwnRights(session().office()), !mayChange());
  showDraft();
}

bool RecordPage::leave() {
  if (!hasUnsaved())
    return true;
  Question question;
  question.title = tr("Save the changes?");
  question.text = tr("%1 changed items of %2 are not saved.").arg(m_draft.changes()).arg(title());
  question.answers = {tr("Save"), tr("Discard"), tr("Go on editing")};
  switch (session().dialogs().ask(this, question)) {
  case 0:
    save();
    return !hasUnsaved();
  case 1:
    discard();
    return true;
  default:
    return false;
  }
}

ActPanel* RecordPage::openPanel() const {
  for (ActPanel* panel : {static_cast<ActPanel*>(m_numberPanel), static_cast<ActPanel*>(m_placement)})
    if (!panel->isHidden())
      return panel;
  return nullptr;
}

void RecordPage::closePanels() {
  m_numberPanel->hide();
  m_placement->hide();
}

void RecordPage::issue() {
  if (m_numberPanel->number().isEmpty() || m_numberPanel->effective().isNull()) {
    m_numberPanel->refuse({}, tr("Enter the number and the day from which it holds."));
    return;
  }
  const QDate from = m_numberPanel->effective();
  enterAct(
      session(), this, tr("Entering a student number"),
      [child = student(), number = m_numberPanel->number(), from, ground = m_numberPanel->ground()](Office& office,
                                                                                                    ActAnswer& answer) {
        return issueNumber(office, child, number, from, ground, &answer.why, &answer.later);
      },
      [this, from](const Result<qint64>& act, const ActAnswer& answer) {
        if (!act) {
          m_numberPanel->refuse(answer.why, answer.why.isEmpty() ? sentenceFor(act.error()) : QString());
          return;
        }
        m_numberPanel->hide();
        QString sentence = tr("The new student number holds; the old one stays in the history.");
        if (!answer.later.isEmpty())
          sentence = tr("Entered. The number holds until %1, when a later one begins.").arg(answer.later.first().from);
        else if (from > session().clock().today())
          sentence =
              tr("Entered. The number will hold from %1; until then the old one does.").arg(from.toString(Qt::ISODate));
        sayEntered(*act, sentence);
      });
}

void RecordPage::beginPlacement() {
  const StudentRow& row = m_draft.row();
  const auto entries = classEntries(session().office());
  if (!entries) {
    emit said(sentenceFor(entries.error()), {});
    return;
  }
  // A child that is enrolled from September on is placed from then on, be it in August.
  const QDate day = std::max(session().clock().today(), row.enrolledOn);
  const QString from = day.toString(Qt::ISODate);
  QList<PlacementPanel::Choice> choices;
  for (const ClassEntry& entry : *entries) {
    const ClassFact& is = entry.is.is;
    const QDate opens = entry.is.opened > from ? QDate::fromString(entry.is.opened, Qt::ISODate) : QDate();
    const bool closes = !entry.is.closed.isEmpty() && entry.is.closed <= std::max(from, entry.is.opened);
    if (!closes && is.stage == row.stage && (is.cohort == 0 || is.cohort == row.entryYear))
      choices << PlacementPanel::Choice{entry.is.id, entry.title, entry.children, opens};
  }
  if (row.classId != 0)
    choices << PlacementPanel::Choice{0, tr("In no class"), 0, {}};
  closePanels();
  m_placement->begin(choices, row.classId, day);
}

void RecordPage::enterPlacement() {
  if (m_placement->classId() < 0 || m_placement->effective().isNull()) {
    m_placement->refuse({}, tr("Choose the class and the day from which the child is in it."));
    return;
  }
  if (!m_placement->papersReadable()) {
    m_placement->refuse({}, tr("The day of the paper is no date; write it like 2024-08-30 or leave it empty."));
    return;
  }
  PlacementWish wish;
  wish.student = student();
  wish.classId = m_placement->classId();
  wish.day = m_placement->effective();
  wish.ground = m_placement->ground();
  wish.papers = m_placement->papers();
  enterAct(
      session(), this, tr("Entering a class"),
      [wish](Office& office, ActAnswer& answer) { return placeStudent(office, wish, &answer.why, &answer.later); },
      [this](const Result<qint64>& act, const ActAnswer& answer) {
        if (!act) {
          m_placement->refuse(answer.why, answer.why.isEmpty() ? sentenceFor(act.error()) : QString());
          return;
        }
        m_placement->hide();
        const QList<LaterRow>& later = answer.later;
        sayEntered(*act,
                   later.isEmpty()
                       ? tr("The class is entered.")
                       : tr("Entered. The class holds until %1, when a later one begins.").arg(later.first().from));
      });
}

void RecordPage::takeBack(qint64 act, const QString& reason) {
  const auto taking = takingBack(session().office(), {act}, reason);
  const auto witness = taking ? askWitness(session(), this, *taking) : std::unexpected(taking.error());
  if (!witness) {
    if (witness.error().code != ErrorCode::Cancelled)
      emit failed(witness.error());
    return;
  }
  session().write(
      this, tr("Taking an act back"),
      [act, reason, witness = *witness](Office& office) { return voidAct(office, act, reason, witness.get()); },
      [this, act](const Result<qint64>& done) {
        if (!done) {
          emit failed(done.error());
          return;
        }
        m_lastAct = 0;
        // By now the page may show another child than the one whose act is taken back.
        const auto of = readAct(session().office(), act);
        announce(of ? of->subject.id : student());
        emit said(tr("The act is void; what stands without it holds."));
      });
}

void RecordPage::announce() {
  announce(student());
}

void RecordPage::announce(qint64 changed) {
  {
    const QScopedValueRollback quiet(m_announcing, true);
    session().announceChange(changed);
  }
  load(student(), hasUnsaved());
}

void RecordPage::undo() {
  if (m_lastAct != 0 && !hasUnsaved())
    takeBack(m_lastAct, tr("Undone right after saving"));
}

void RecordPage::print() {
  if (student() > 0 && session().store().may(Capability::Print))
    session().open(QString::fromLatin1(place::kPapers), QVariant::fromValue(QList<qint64>{student()}));
}

bool RecordPage::escape() {
  if (openPanel()) {
    closePanels();
    return true;
  }
  if (!hasUnsaved())
    return false;
  if (confirmDiscard())
    discard();
  return true;
}

QString RecordPage::statusText() const {
  if (student() == 0)
    return {};
  return QStringList{title(), tr("findings: %1").arg(m_findings), tr("open points: %1").arg(m_openPoints)}.join(
      QStringLiteral(" · "));
}

QList<QWidget*> RecordPage::panes() const {
  return {m_form->sectionList(), m_form->firstEdit(), m_side};
}

} // namespace xueji
