#include "student_query.h"

#include "text/folding.h"

#include <algorithm>

namespace xueji::detail {

namespace {

QStringList sortedNumbers(const QSet<int>& set) {
  QList<int> numbers(set.begin(), set.end());
  std::sort(numbers.begin(), numbers.end());
  QStringList texts;
  for (const int number : std::as_const(numbers))
    texts << QString::number(number);
  return texts;
}

/// Keys of the program's own, quoted for an IN list.
QStringList quotedKeys(const QSet<StudentStatus>& statuses) {
  QStringList keys;
  for (const StudentStatus status : statuses)
    keys << QLatin1Char('\'') + toKey(status) + QLatin1Char('\'');
  keys.sort();
  return keys;
}

/// Statuses sort as the standard lists them, those in school first.
QString statusOrder() {
  QString order = QStringLiteral("CASE s.status");
  int place = 0;
  for (const StudentStatus status : allStatuses())
    order += QStringLiteral(" WHEN '%1' THEN %2").arg(toKey(status)).arg(++place);
  return order + QStringLiteral(" END");
}

QString orderOf(const StudentQuery& query) {
  const QString direction = query.descending ? QStringLiteral(" DESC") : QString();
  const char* column = nullptr;
  switch (query.sort) {
  case StudentSort::Name:
    break;
  case StudentSort::StudentNumber:
    column = "s.student_number";
    break;
  case StudentSort::IdentityNumber:
    column = "s.id_document_number";
    break;
  case StudentSort::BirthDate:
    column = "s.birth_date";
    break;
  case StudentSort::EntryYear:
    column = "s.entry_year";
    break;
  case StudentSort::Class: // the newest cohort of a stage first, 2班 before 10班, those in none before all
    return QStringLiteral(" ORDER BY (SELECT printf('%d %04d %04d ', c.stage, 9999 - c.cohort, c.number) || c.name "
                          "FROM class c WHERE c.id = s.class)%1, s.sort_key, s.id")
        .arg(direction);
  case StudentSort::Status:
    return QStringLiteral(" ORDER BY %2%1, s.sort_key, s.id").arg(direction, statusOrder());
  case StudentSort::Sex:
    column = "s.sex";
    break;
  case StudentSort::EnrolledOn:
    column = "s.enrolled_on";
    break;
  case StudentSort::Id:
    return QStringLiteral(" ORDER BY s.id%1").arg(direction);
  }
  if (!column)
    return QStringLiteral(" ORDER BY s.sort_key%1, s.id%1").arg(direction);
  return QStringLiteral(" ORDER BY %2%1, s.sort_key, s.id").arg(direction, QLatin1String(column));
}

void addText(StudentSql& sql, QStringList& parts, const QString& text, TextReach reach) {
  const QString folded = foldForSearch(text);
  if (folded.isEmpty())
    return;
  parts << QStringLiteral("(instr(s.name_folded, ?) > 0 OR instr(s.former_folded, ?) > 0 OR "
                          "(s.pinyin_folded >= ? AND s.pinyin_folded < ?) OR (s.initials >= ? AND s.initials < ?) OR "
                          "(s.id_document_number >= ? AND s.id_document_number < ?) OR "
                          "(s.student_number >= ? AND s.student_number < ?) OR (s.phone >= ? AND s.phone < ?))");
  sql.values << folded << folded;
  for (int twice = 0; twice < 2; ++twice)
    sql.values << folded << afterPrefix(folded);
  const QString number = numberLike(text);
  for (const bool reached : {reach.identityNumber, reach.studentNumber, reach.phone})
    sql.values << number << endOf(number, reached);
}

} // namespace

QString afterPrefix(const QString& beginning) {
  return beginning + QString::fromUcs4(U"\U0010FFFF", 1);
}

QString endOf(const QString& beginning, bool reached) {
  return reached ? afterPrefix(beginning) : beginning;
}

QString numberLike(const QString& typed) {
  QString text = typed.normalized(QString::NormalizationForm_KC).toUpper();
  text.remove(QLatin1Char(' '));
  return text;
}

StudentSql sqlOf(const StudentQuery& query) {
  StudentSql sql;
  QStringList parts;
  if (query.statuses.isEmpty())
    parts << QStringLiteral("s.status <> 'voided'");
  else
    parts << QStringLiteral("s.status IN (%1)").arg(quotedKeys(query.statuses).join(QLatin1Char(',')));
  if (!query.entryYears.isEmpty())
    parts << QStringLiteral("s.entry_year IN (%1)").arg(sortedNumbers(query.entryYears).join(QLatin1Char(',')));
  if (query.stage)
    parts << QStringLiteral("s.stage = %1").arg(static_cast<int>(*query.stage));
  const std::pair<const char*, QString> exact[] = {{"s.sex = ?", query.sex}, {"s.ethnic_group = ?", query.ethnicGroup}};
  for (const auto& [part, value] : exact)
    if (!value.isEmpty()) {
      parts << QString::fromLatin1(part);
      sql.values << value;
    }
  if (query.placed)
    parts << (*query.placed ? QStringLiteral("s.class <> 0") : QStringLiteral("s.class = 0"));
  if (query.classId)
    parts << QStringLiteral("s.class = %1").arg(*query.classId);
  addText(sql, parts, query.text, query.reach);
  sql.where = QStringLiteral(" WHERE ") + parts.join(QStringLiteral(" AND "));
  sql.order = orderOf(query);
  return sql;
}

} // namespace xueji::detail
