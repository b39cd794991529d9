#include "field_editor.h"

#include "rules/rule_book.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/finding_list.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QShortcut>

namespace xueji {
namespace {

constexpr int kLabelWidth = 116;

NumberEdit::Kind kindOf(FieldKind kind) {
  return kind == FieldKind::Phone           ? NumberEdit::Kind::Phone
         : kind == FieldKind::StudentNumber ? NumberEdit::Kind::StudentNumber
                                            : NumberEdit::Kind::IdentityNumber;
}

} // namespace

QString shortLabel(const FieldDefinition& definition, Language language) {
  const QString whole = language == Language::Chinese ? definition.label : definition.labelEn;
  if (definition.member == 0)
    return whole;
  if (language == Language::Chinese)
    return whole.mid(QStringLiteral("成员1").size());
  QString part = whole.section(QLatin1String(": "), 1);
  return part.isEmpty() ? whole : part.left(1).toUpper() + part.mid(1);
}

FieldEditor::FieldEditor(const FieldDefinition& definition, const FieldCatalogue& fields, const RuleBook& rules,
                         Language language, QWidget* parent)
    : QWidget(parent), m_definition(definition), m_fields(fields), m_rules(rules), m_language(language),
      m_label(new QLabel(shortLabel(definition, language), this)), m_findings(new FindingList(rules, language, this)) {
  setObjectName(QStringLiteral("item_") + definition.id);
  m_edit = makeEdit();
  m_edit->setObjectName(QStringLiteral("edit_") + definition.id);
  m_edit->setAccessibleName(language == Language::Chinese ? definition.label : definition.labelEn);
  m_label->setBuddy(m_edit);
  m_label->setWordWrap(true);
  m_label->setFixedWidth(kLabelWidth);
  m_label->setMinimumHeight(kFormRow);
  m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  if (definition.mustFill && definition.editable && !definition.keyData)
    m_label->setText(m_label->text() +
                     QStringLiteral(" <span style='color:%1'>*</span>").arg(tonesOf(palette()).accent.name()));
  setLocked(false);
  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setHorizontalSpacing(kGrid);
  layout->setVerticalSpacing(kGrid / 4);
  layout->addWidget(m_label, 0, 0, Qt::AlignTop);
  layout->addWidget(m_edit, 0, 1, Qt::AlignTop);
  layout->addWidget(m_findings, 1, 1);
  layout->setColumnStretch(1, 1);
}

QLineEdit* FieldEditor::makeEdit() {
  switch (m_definition.kind) {
  case FieldKind::Code:
  case FieldKind::Flag: {
    auto* box = new ChoiceBox(this);
    const CodeTable* table = m_definition.kind == FieldKind::Flag ? m_fields.codes().table(QStringLiteral("yes_no"))
                                                                  : m_fields.codeTable(m_definition.field);
    if (table)
      box->setTable(*table);
    connect(box, &ChoiceBox::valueChanged, this, &FieldEditor::tell);
    return box;
  }
  case FieldKind::Date:
  case FieldKind::Month: {
    const bool day = m_definition.kind == FieldKind::Date;
    auto* date = new DateEdit(this, day ? DateEdit::Kind::Day : DateEdit::Kind::Month);
    connect(date, &DateEdit::valueChanged, this, &FieldEditor::tell);
    return date;
  }
  case FieldKind::Phone:
  case FieldKind::IdentityNumber:
  case FieldKind::StudentNumber: {
    auto* number = new NumberEdit(kindOf(m_definition.kind), this);
    number->setGuarded(true);
    connect(number, &NumberEdit::valueChanged, this, &FieldEditor::tell);
    connect(number, &NumberEdit::revealWanted, this, [this] { emit revealWanted(field()); });
    // The eye cannot be reached by the keyboard.
    auto* key = new QShortcut(QKeySequence(Qt::Key_F2), number);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] {
      if (isMasked())
        emit revealWanted(field());
    });
    return number;
  }
  default: {
    auto* line = new QLineEdit(this);
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::tell);
    return line;
  }
  }
}

void FieldEditor::tell() {
  QString text = m_edit->text();
  if (const auto* box = qobject_cast<ChoiceBox*>(m_edit))
    text = box->value();
  else if (const auto* date = qobject_cast<DateEdit*>(m_edit))
    text = date->value();
  else if (const auto* number = qobject_cast<NumberEdit*>(m_edit))
    text = number->value();
  emit typed(field(), text);
}

bool FieldEditor::isWide() const {
  return m_definition.kind == FieldKind::Address || m_definition.kind == FieldKind::Region ||
         m_definition.kind == FieldKind::IdentityNumber || // 18 characters with their sign and eye
         m_definition.field == Field::Talents || m_definition.field == Field::HomePage;
}

void FieldEditor::setValue(const QString& canonical, bool justTyped) {
  if (auto* box = qobject_cast<ChoiceBox*>(m_edit)) {
    box->setValue(canonical);
  } else if (auto* date = qobject_cast<DateEdit*>(m_edit)) {
    date->setValue(canonical);
  } else if (auto* number = qobject_cast<NumberEdit*>(m_edit)) {
    number->setValue(canonical);
    number->setMasked(!justTyped);
  } else {
    m_edit->setText(m_fields.display(field(), canonical));
    m_edit->setCursorPosition(0);
  }
}

void FieldEditor::setFindings(const Findings& findings) {
  m_findings->setFindings(findings);
}

void FieldEditor::setLocked(bool locked) {
  const bool open = !locked && m_definition.editable && !m_definition.keyData;
  if (auto* number = qobject_cast<NumberEdit*>(m_edit))
    number->setEditable(open);
  else
    m_edit->setReadOnly(!open);
  QString hint;
  if (m_definition.keyData) {
    const Rule* rule = m_rules.rule(QStringLiteral("K01"));
    hint = tr("Key data, not corrected directly (K01)");
    if (rule)
      hint += QLatin1Char('\n') + rule->text.in(m_language);
  }
  m_edit->setToolTip(hint);
  m_label->setToolTip(hint);
  m_edit->setAccessibleDescription(hint);
  if (m_definition.keyData && !m_edit->property("keySign").toBool()) {
    QAction* sign = m_edit->addAction(icon(QStringLiteral("key")), QLineEdit::LeadingPosition);
    sign->setToolTip(hint);
    m_edit->setProperty("keySign", true);
  }
}

void FieldEditor::reveal() {
  if (auto* number = qobject_cast<NumberEdit*>(m_edit))
    number->setMasked(false);
}

bool FieldEditor::isMasked() const {
  const auto* number = qobject_cast<NumberEdit*>(m_edit);
  return number && number->isMasked();
}

} // namespace xueji
