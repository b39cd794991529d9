#pragma once

#include "domain/field_catalogue.h"
#include "domain/finding.h"
#include "domain/language.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace xueji {

class FindingList;
class NumberEdit;
class RuleBook;

/// One item of the record: its label, the widget that fits its kind, and below it what the rules say. Numbers and
/// phones come masked.
class FieldEditor : public QWidget {
  Q_OBJECT

public:
  FieldEditor(const FieldDefinition& definition, const FieldCatalogue& fields, const RuleBook& rules, Language language,
              QWidget* parent = nullptr);

  Field field() const { return m_definition.field; }
  bool isWide() const; ///< takes the whole width of the form
  /// A stored number comes masked; one just typed does not.
  void setValue(const QString& canonical, bool justTyped = false);
  void setFindings(const Findings& findings);
  /// Nothing on this record may be changed (a voided one, or the person's role does not allow it).
  void setLocked(bool locked);
  void reveal();
  bool isMasked() const;
  QLineEdit* edit() const { return m_edit; }

signals:
  void typed(Field field, const QString& text);
  void revealWanted(Field field);

private:
  QLineEdit* makeEdit();
  void tell();

  FieldDefinition m_definition;
  const FieldCatalogue& m_fields;
  const RuleBook& m_rules;
  Language m_language;
  QLabel* m_label;
  QLineEdit* m_edit = nullptr;
  FindingList* m_findings;
};

/// Label of an item; in the section of a family member without "成员1".
QString shortLabel(const FieldDefinition& definition, Language language);

} // namespace xueji
