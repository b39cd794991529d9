#include "record_form.h"

#include "field_editor.h"
#include "register/own_rights.h"
#include "ui/records/record_draft.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTimer>
#include <algorithm>

namespace xueji {
namespace {

constexpr int kSignSize = 14;
constexpr int kTwoColumns = 560; ///< room below which fields stand one below the other

/// What nobody types here stands in the header (number, grade, class) or has its own act; a blood group is not kept.
bool isShown(const FieldDefinition& definition) {
  return definition.editable && definition.field != Field::BloodGroup;
}

/// Keeps the place of a sign, so that words do not move when one appears.
QIcon noSign() {
  QPixmap nothing(kSignSize, kSignSize);
  nothing.fill(Qt::transparent);
  return QIcon(nothing);
}

} // namespace

RecordForm::RecordForm(const FieldCatalogue& fields, const RuleBook& rules, Language language, QWidget* parent)
    : QWidget(parent), m_fields(fields), m_rules(rules), m_language(language),
      m_list(named(new QListWidget(this), "sections", tr("Sections of the record"))),
      m_scroll(named(new QScrollArea(this), "recordScroll", tr("Record"))) {
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, kGrid, kGrid);
  column->setSpacing(kGrid);
  for (const FieldSection& section : m_fields.sections()) {
    QWidget* made = makeSection(section);
    m_sections << made;
    column->addWidget(made);
    m_list->addItem(new QListWidgetItem(noSign(), m_language == Language::Chinese ? section.label : section.labelEn));
  }
  column->addStretch(1);
  m_scroll->setWidget(content);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setIconSize(QSize(kSignSize, kSignSize));
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setStyleSheet(QStringLiteral("QListWidget { border: none; background: transparent; } "
                                       "QListWidget::item { height: 30px; }"));
  m_list->setFixedWidth(m_list->sizeHintForColumn(0) + kGrid);
  m_list->setCurrentRow(0);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_list);
  layout->addWidget(m_scroll, 1);
  arrange(2);
  connect(m_list, &QListWidget::currentRowChanged, this, &RecordForm::jump);
  connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &RecordForm::followScroll);
}

QWidget* RecordForm::makeSection(const FieldSection& section) {
  const QString title = m_language == Language::Chinese ? section.label : section.labelEn;
  auto* widget = new QWidget;
  widget->setObjectName(QStringLiteral("section_") + section.id);
  widget->setAccessibleName(title);
  auto* grid = new QGridLayout(widget);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(kGrid);
  grid->setVerticalSpacing(kGrid / 2);
  grid->addWidget(new SectionTitle(title, widget), 0, 0, 1, 2);
  for (const FieldDefinition& definition : m_fields.inSection(section.id)) {
    if (!isShown(definition))
      continue;
    auto* editor = new FieldEditor(definition, m_fields, m_rules, m_language, widget);
    m_editors.insert(definition.field, editor);
    m_order << definition.field;
    connect(editor, &FieldEditor::typed, this, &RecordForm::typed);
    connect(editor, &FieldEditor::revealWanted, this, &RecordForm::revealWanted);
  }
  return widget;
}

void RecordForm::arrange(int columns) {
  if (columns == m_columns)
    return;
  m_columns = columns;
  for (QWidget* section : std::as_const(m_sections)) {
    auto* grid = static_cast<QGridLayout*>(section->layout());
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, columns - 1);
    int row = 1;
    int column = 0;
    for (FieldEditor* editor : section->findChildren<FieldEditor*>(QString(), Qt::FindDirectChildrenOnly)) {
      grid->removeWidget(editor);
      const bool wide = columns == 1 || editor->isWide();
      if (wide && column == 1) {
        ++row;
        column = 0;
      }
      grid->addWidget(editor, row, column, 1, wide ? 2 : 1, Qt::AlignTop);
      row += wide || column == 1;
      column = wide || column == 1 ? 0 : 1;
    }
  }
}

void RecordForm::showRecord(const RecordDraft& draft, const OwnRights& rights, bool locked) {
  for (FieldEditor* editor : std::as_const(m_editors)) {
    editor->setLocked(locked || !rights.may(Verb::Change, editor->field()));
    editor->setVisible(rights.sees(editor->field()));
    editor->setValue(draft.value(editor->field()), draft.isChanged(editor->field()));
  }
  const QList<FieldSection>& sections = m_fields.sections();
  for (int i = 0; i < sections.size(); ++i) {
    const QList<FieldDefinition> items = m_fields.inSection(sections[i].id);
    const bool seen =
        std::any_of(items.begin(), items.end(), [&](const FieldDefinition& item) { return rights.sees(item.field); });
    m_sections[i]->setVisible(seen);
    m_list->item(i)->setHidden(!seen);
  }
  showFindings(draft);
}

void RecordForm::showFindings(const RecordDraft& draft) {
  for (FieldEditor* editor : std::as_const(m_editors))
    editor->setFindings(draft.findingsOf(editor->field()));
  keepInSight();
  const QList<FieldSection>& sections = m_fields.sections();
  for (int i = 0; i < sections.size(); ++i) {
    bool bad = false;
    bool changed = false;
    for (const FieldDefinition& definition : m_fields.inSection(sections[i].id)) {
      bad = bad || !draft.findingsOf(definition.field).isEmpty();
      changed = changed || draft.isChanged(definition.field);
    }
    m_list->item(i)->setIcon(bad ? icon(QStringLiteral("refuse")) : changed ? icon(QStringLiteral("edit")) : noSign());
  }
}

void RecordForm::goTo(Field field) {
  FieldEditor* editor = m_editors.value(field);
  if (!editor)
    return;
  editor->edit()->setFocus(Qt::OtherFocusReason);
  keepInSight();
}

void RecordForm::keepInSight() {
  // After the layout has found its new sizes.
  QTimer::singleShot(0, this, [this] {
    QWidget* present = QApplication::focusWidget();
    while (present && !qobject_cast<FieldEditor*>(present))
      present = present->parentWidget();
    if (present && isAncestorOf(present))
      m_scroll->ensureWidgetVisible(present, 0, 2 * kGrid);
  });
}

void RecordForm::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange(width() - m_list->width() < kTwoColumns ? 1 : 2);
  keepInSight();
}

QWidget* RecordForm::sectionList() const {
  return m_list;
}

QWidget* RecordForm::firstEdit() const {
  return m_order.isEmpty() ? nullptr : m_editors.value(m_order.first())->edit();
}

void RecordForm::jump(int section) {
  if (QWidget* widget = m_sections.value(section))
    m_scroll->verticalScrollBar()->setValue(widget->y());
}

void RecordForm::followScroll() {
  const int top = m_scroll->verticalScrollBar()->value();
  int present = 0;
  for (int i = 0; i < m_sections.size(); ++i)
    if (m_sections[i]->y() <= top + 2 * kGrid)
      present = i;
  // At the very end the last sections are all seen: the one jumped to stays marked.
  if (top == m_scroll->verticalScrollBar()->maximum() && m_list->currentRow() > present)
    return;
  const QSignalBlocker quiet(m_list);
  m_list->setCurrentRow(present);
}

void RecordForm::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter && (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier))
    focusNextPrevChild(true);
  else
    QWidget::keyPressEvent(event);
}

} // namespace xueji
