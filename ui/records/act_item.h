#pragma once

#include "register/student_file.h"

#include <QWidget>

namespace xueji {

/// One act of the timeline: kind and day, who entered it when, the rule sets it was judged by, what changed, what the
/// rules said; where it can be, a button to void it.
class ActItem : public QWidget {
  Q_OBJECT

public:
  /// `mayVoid`: the person's role allows it.
  ActItem(const TimelineEntry& entry, const FieldCatalogue& fields, const RuleBook& rules, Language language,
          bool mayVoid, QWidget* parent = nullptr);

signals:
  void voidWanted(qint64 act);

private:
  QString changesOf(const TimelineEntry& entry, const FieldCatalogue& fields, Language language) const;
};

} // namespace xueji
