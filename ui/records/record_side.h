#pragma once

#include "act_item.h"

#include <QScrollArea>

class QVBoxLayout;

namespace xueji {

/// Beside the record: what is wrong with it today, what is still to be brought, its numbers and its acts.
class RecordSide : public QScrollArea {
  Q_OBJECT

public:
  RecordSide(const FieldCatalogue& fields, const RuleBook& rules, Language language, QWidget* parent = nullptr);
  void showFile(const StudentFile& file, ActRights rights);

signals:
  void voidWanted(qint64 act);
  void redoWanted(qint64 act);
  void moveWanted(const QDate& present);
  void paperSeen(const QString& kind, const QString& title);
  void findingChosen(const Finding& finding); ///< the person wants to go to its field

private:
  void addFindings(const Findings& findings);
  void addOpenPoints(const QList<OpenPoint>& points, bool mayNote);
  void addNumbers(const QList<NumberEntry>& numbers);
  void addTimeline(const QList<TimelineEntry>& timeline, ActRights rights);
  void addTitle(const QString& text);
  void addFaint(const QString& text);

  const FieldCatalogue& m_fields;
  const RuleBook& m_rules;
  Language m_language;
  QWidget* m_content = nullptr;
  QVBoxLayout* m_column = nullptr;
};

} // namespace xueji
