#pragma once

#include "store/student_table.h"

#include <QVariant>

namespace xueji::detail {

/// A StudentQuery as SQL over `student s`: condition and order, with the values to bind in their order.
struct StudentSql {
  QString where;          ///< begins with " WHERE"
  QString order;          ///< begins with " ORDER BY"
  QList<QVariant> values; ///< QString or qint64
};
StudentSql sqlOf(const StudentQuery& query);

/// First text after all that begin with `beginning` (by bytes of UTF-8).
QString afterPrefix(const QString& beginning);
/// The same, but where it is not reached the beginning itself: then nothing lies between the two.
QString endOf(const QString& beginning, bool reached);
/// Number or phone as typed, ready to be compared with stored ones.
QString numberLike(const QString& typed);

} // namespace xueji::detail
