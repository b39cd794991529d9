#include "filter_bar.h"

#include "domain/grade_name.h"
#include "ui/shell/session.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace xueji {
namespace {

const QString kUnplaced = QStringLiteral("-");
const QString kPlaced = QStringLiteral("+");
constexpr int kTypingPause = 120; ///< ms without a key before the store is asked

const StudentStatus kStatuses[] = {
    StudentStatus::InSchool,   StudentStatus::Suspended, StudentStatus::TransferredOut, StudentStatus::SettledAbroad,
    StudentStatus::DroppedOut, StudentStatus::Withdrawn, StudentStatus::Graduated,      StudentStatus::Completed,
    StudentStatus::LeftEarly,  StudentStatus::Dead,      StudentStatus::Voided};

} // namespace

FilterBar::FilterBar(Session& session, QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_text(new QLineEdit(this)) {
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kGrid);
  named(m_text, "filterText", tr("Filter by name, pinyin, initials, number or phone"));
  m_text->setPlaceholderText(tr("Name, pinyin, initials, number, phone"));
  m_text->setClearButtonEnabled(true);
  m_text->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
  m_layout->addWidget(m_text, 1);

  m_status = addChoice("filterStatus", tr("Status"), 112);
  QList<Choice> statuses;
  for (const StudentStatus status : kStatuses)
    statuses << Choice{toKey(status), chineseName(status), {}};
  m_status->setChoices(statuses);
  m_year = addChoice("filterYear", tr("Cohort"), 104);
  m_sex = addChoice("filterSex", tr("Sex"), 80);
  m_sex->setChoices({{QStringLiteral("1"), session.fields().display(Field::Sex, QStringLiteral("1")), {}},
                     {QStringLiteral("2"), session.fields().display(Field::Sex, QStringLiteral("2")), {}}});
  m_placed = addChoice("filterPlaced", tr("Class"), 104);
  setClasses({});
  m_ethnic = addChoice("filterEthnicGroup", tr("Ethnic group"), 112);
  if (const CodeTable* table = session.fields().codeTable(Field::EthnicGroup))
    m_ethnic->setTable(*table);

  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingPause);
  connect(&m_typing, &QTimer::timeout, this, &FilterBar::changed);
  connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
  connect(m_text, &QLineEdit::returnPressed, this, &FilterBar::changeNow);
}

ChoiceBox* FilterBar::addChoice(const char* objectName, const QString& word, int width) {
  auto* box = named(new ChoiceBox(this), objectName, word);
  box->setPlaceholderText(word);
  box->setToolTip(word);
  box->setFixedWidth(width);
  box->addAction(icon(QStringLiteral("down")), QLineEdit::TrailingPosition);
  connect(box, &ChoiceBox::valueChanged, this, [this, box] {
    if (!box->isKnown())
      box->setValue({}); // not one of the choices: no filter
    changeNow();
  });
  m_layout->addWidget(box);
  return box;
}

void FilterBar::changeNow() {
  m_typing.stop();
  emit changed();
}

StudentQuery FilterBar::applied(StudentQuery query) const {
  query.text = m_text->text().trimmed();
  query.statuses.clear();
  if (const auto status = studentStatusFromKey(m_status->value()))
    query.statuses.insert(*status);
  query.entryYears.clear();
  if (!m_year->value().isEmpty())
    query.entryYears.insert(m_year->value().toInt());
  query.sex = m_sex->value();
  query.placed.reset();
  query.classId.reset();
  const QString placed = m_placed->value();
  if (placed == kUnplaced || placed == kPlaced)
    query.placed = placed == kPlaced;
  else if (!placed.isEmpty())
    query.classId = placed.toLongLong();
  query.ethnicGroup = m_ethnic->value();
  return query;
}

QList<FilterBar::Active> FilterBar::active() const {
  QList<Active> active;
  if (const QString text = m_text->text().trimmed(); !text.isEmpty())
    active << Active{Part::Text, QStringLiteral("“%1”").arg(text)};
  const std::pair<Part, const ChoiceBox*> boxes[] = {{Part::Status, m_status},
                                                     {Part::EntryYear, m_year},
                                                     {Part::Sex, m_sex},
                                                     {Part::Placed, m_placed},
                                                     {Part::EthnicGroup, m_ethnic}};
  for (const auto& [part, box] : boxes)
    if (!box->value().isEmpty())
      active << Active{part, box->text()};
  return active;
}

void FilterBar::drop(Part part) {
  switch (part) {
  case Part::Text:
    m_text->clear();
    break;
  case Part::Status:
    m_status->setValue({});
    break;
  case Part::EntryYear:
    m_year->setValue({});
    break;
  case Part::Sex:
    m_sex->setValue({});
    break;
  case Part::Placed:
    m_placed->setValue({});
    break;
  case Part::EthnicGroup:
    m_ethnic->setValue({});
    break;
  }
  changeNow();
}

void FilterBar::clear() {
  for (ChoiceBox* box : {m_status, m_year, m_sex, m_placed, m_ethnic})
    box->setValue({});
  m_text->clear();
  changeNow();
}

void FilterBar::setText(const QString& text) {
  m_text->setText(text);
  changeNow();
}

void FilterBar::showCohort(int entryYear) {
  const QString year = QString::number(entryYear);
  if (m_year->value() == year)
    return; // Back to a list narrowed further
  for (ChoiceBox* box : {m_status, m_sex, m_placed, m_ethnic})
    box->setValue({});
  m_text->clear();
  m_year->setValue(year);
  changeNow();
}

void FilterBar::type(const QString& more) {
  m_text->setFocus();
  m_text->end(false);
  m_text->insert(more);
}

void FilterBar::setClasses(const QList<QPair<qint64, QString>>& classes) {
  QList<Choice> choices{{kUnplaced, tr("Not placed"), {}}, {kPlaced, tr("In a class"), {}}};
  for (const auto& [id, title] : classes)
    choices << Choice{QString::number(id), title, {}};
  m_placed->setChoices(choices);
}

void FilterBar::setEntryYears(const QList<int>& years) {
  QList<Choice> choices;
  for (const int year : years)
    choices << Choice{QString::number(year), cohortName(year), {}};
  m_year->setChoices(choices);
}

FilterChips::FilterChips(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this)) {
  m_layout->setContentsMargins(0, 0, 0, 0);
  m_layout->setSpacing(kGrid / 2);
}

void FilterChips::show(const QList<FilterBar::Active>& active) {
  while (QLayoutItem* item = m_layout->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  const Tones tones = tonesOf(palette());
  for (const FilterBar::Active& one : active) {
    QString words = fontMetrics().elidedText(one.words, Qt::ElideRight, 160);
    auto* chip = new QPushButton(words.replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral("  ×"), this);
    named(chip, "filterChip", tr("Remove the filter %1").arg(one.words));
    chip->setToolTip(chip->accessibleName());
    chip->setStyleSheet(QStringLiteral("QPushButton { background: %1; border: 1px solid %2; border-radius: 11px; "
                                       "padding: 1px 10px; min-height: 18px; }")
                            .arg(tones.accentSoft.name(), tones.accent.name()));
    connect(chip, &QPushButton::clicked, this, [this, part = one.part] { emit dropped(part); });
    m_layout->addWidget(chip);
  }
}

} // namespace xueji
