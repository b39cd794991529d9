#pragma once

#include "register/student_file.h"

#include <QWidget>

class QPushButton;

namespace xueji {

/// What a person may do on a record's side panel. What may be done with one act its timeline entry says.
struct ActRights {
  bool change = false; ///< void acts, move the enrolment's day: the record stands
  bool note = false;   ///< note papers
};

/// One act of the timeline: kind and day, who entered it when, the rule sets it was judged by, what changed, what the
/// rules said; where it can be, buttons to void it, to do it again, to move its day.
class ActItem : public QWidget {
  Q_OBJECT

public:
  ActItem(const TimelineEntry& entry, const FieldCatalogue& fields, const RuleBook& rules, Language language,
          ActRights rights, QWidget* parent = nullptr);

signals:
  void voidWanted(qint64 act);
  void redoWanted(qint64 act);
  void moveWanted(const QDate& present); ///< the enrolment to another day

private:
  QPushButton* link(const char* name, const QString& word, const QString& accessible, const QString& tip);
  QString changesOf(const TimelineEntry& entry, const FieldCatalogue& fields, const RuleBook& rules,
                    Language language) const;
  QString paperLine(const ActChange& change, const RuleBook& rules, Language language) const;
};

} // namespace xueji
