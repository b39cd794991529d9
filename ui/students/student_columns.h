#pragma once

#include "domain/field_catalogue.h"
#include "domain/language.h"
#include "domain/student_query.h"

#include <QList>
#include <QString>
#include <optional>

namespace xueji {

/// One column that the list of students can show: an item of the record, or something the register knows beside it.
struct StudentColumn {
  enum class Source { Item, Status, Cohort, Grade, Class, Pinyin, EnrolledOn };
  QString id; ///< kept in the settings; never changes
  Source source = Source::Item;
  Field field = Field::Name;       ///< the item; of another source the one under whose right it is shown
  std::optional<StudentSort> sort; ///< none: a click on the header does nothing
  int width = 96;                  ///< pixels, until the person drags it
  bool initial = false;            ///< shown until the person chooses
  bool number = false;             ///< fixed-width face
};

/// All that can be chosen, in the order of the chooser.
const QList<StudentColumn>& studentColumns();
const StudentColumn* studentColumn(const QString& id);
QString columnLabel(const StudentColumn& column, const FieldCatalogue& fields, Language language);

/// Which columns in which order and how wide: of this person's preferences, no data of any child.
struct ColumnChoice {
  QStringList ids;
  QHash<QString, int> widths;

  static ColumnChoice initial();
  /// As kept by Preferences::layoutOf(); unknown ids are passed over, the name is always there.
  static ColumnChoice fromLayout(const QByteArray& layout);
  QByteArray toLayout() const;
};

} // namespace xueji
