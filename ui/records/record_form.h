#pragma once

#include "domain/field_catalogue.h"
#include "domain/finding.h"
#include "domain/language.h"

#include <QHash>
#include <QWidget>

class QListWidget;
class QScrollArea;

namespace xueji {

class FieldEditor;
class OwnRights;
class RecordDraft;
class RuleBook;
class SectionTitle;

/// The record's sections one below the other, with a list of them at the left to jump by. Shows a draft and hands it
/// what is typed.
class RecordForm : public QWidget {
  Q_OBJECT

public:
  RecordForm(const FieldCatalogue& fields, const RuleBook& rules, Language language, QWidget* parent = nullptr);

  /// The stored values of the draft, numbers masked. Items that may not be seen are left out, those that may not be
  /// changed are locked, or all of them.
  void showRecord(const RecordDraft& draft, const OwnRights& rights, bool locked);
  /// What the rules say now, under the fields and as a sign at the sections.
  void showFindings(const RecordDraft& draft);
  FieldEditor* editor(Field field) const { return m_editors.value(field); }
  void goTo(Field field);
  QWidget* sectionList() const;
  QWidget* firstEdit() const;

signals:
  void typed(Field field, const QString& text);
  void revealWanted(Field field);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  QWidget* makeSection(const FieldSection& section);
  /// Fields beside each other, or one below the other where there is no room.
  void arrange(int columns);
  void jump(int section);
  void followScroll();
  /// The field that is being typed into stays seen when the save bar or a finding takes room.
  void keepInSight();

  const FieldCatalogue& m_fields;
  const RuleBook& m_rules;
  Language m_language;
  QListWidget* m_list;
  QScrollArea* m_scroll;
  int m_columns = 0;
  QList<QWidget*> m_sections;
  QHash<Field, FieldEditor*> m_editors;
  QList<Field> m_order;
};

} // namespace xueji
