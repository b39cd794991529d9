#include "register/roster_list.h"

#include "domain/grade_name.h"
#include "domain/masking.h"
#include "register/student_list.h"
#include "store/tables.h"

#include <QFileInfo>

namespace xueji {
namespace {

QString titleOf(const Office& office, const StudentQuery& query) {
  QString title = office.store().school().name;
  if (query.entryYears.size() == 1)
    title += QLatin1Char(' ') + cohortName(*query.entryYears.begin());
  return title + QStringLiteral(" 学生花名册");
}

} // namespace

QString shownValue(const FieldCatalogue& fields, Field field, const QString& canonical, bool full) {
  const QString display = fields.display(field, canonical);
  if (full || display.isEmpty())
    return display;
  switch (fields.definition(field).kind) {
  case FieldKind::IdentityNumber:
    return maskedIdentityNumber(display);
  case FieldKind::StudentNumber:
    return maskedStudentNumber(display);
  case FieldKind::Phone:
    return maskedPhone(display);
  default:
    return display;
  }
}

QString markOfAhead(const StudentRow& row, const QDate& today) {
  const bool ahead = row.status == StudentStatus::InSchool && row.enrolledOn > today;
  return ahead ? QStringLiteral("自 %1 起").arg(row.enrolledOn.toString(Qt::ISODate)) : QString();
}

QList<Field> exportFields(const FieldCatalogue& fields) {
  QList<Field> columns{Field::StudentNumber};
  for (const FieldDefinition& definition : fields.all())
    if (definition.formNumber > 0 && definition.field != Field::Photo)
      columns << definition.field;
  return columns;
}

Result<RosterList> rosterList(Office& office, const StudentQuery& query, const QList<Field>& fields, bool full,
                              const Progress& progress) {
  StudentList students(office);
  const auto total = students.count(query);
  if (!total)
    return std::unexpected(total.error());
  const SchoolProfile school = office.store().school();
  const QDate today = office.clock().today();
  RosterList list;
  list.title = titleOf(office, query);
  list.fields = fields;
  bool goOn = true;
  auto read = students.forEach(query, [&](const StudentRow& row) {
    goOn = goesOn(progress, list.rows.size(), *total);
    QStringList texts;
    for (const Field field : fields) {
      if (field == Field::Grade)
        texts << gradeNameOn(today, school.system, row.stage, row.entryYear);
      else
        texts << shownValue(office.fields(), field, row.record.value(field), full);
    }
    list.rows << texts;
    list.boys += row.record.value(Field::Sex) == QLatin1String("1");
    list.girls += row.record.value(Field::Sex) == QLatin1String("2");
    list.boarders += row.record.value(Field::StudyMode) == QLatin1String("2");
    return goOn;
  });
  if (!read)
    return std::unexpected(read.error());
  if (!goOn)
    return fail(ErrorCode::Cancelled);
  return list;
}

Result<int> exportRoster(Office& office, const StudentQuery& query, const QString& path, const QString& purpose,
                         const Progress& progress, WitnessToken* witness) {
  if (auto allowed = office.store().require(Capability::Export); !allowed)
    return std::unexpected(allowed.error());
  const OwnRights rights(office);
  const auto children = StudentList(office).count(query);
  if (!children)
    return std::unexpected(children.error());
  Leaving leaving{Verb::Export, exportFields(office.fields()), !purpose.trimmed().isEmpty(), *children, purpose};
  leaving.fields.removeIf([&](Field field) { return !rights.may(Verb::Export, field); });
  if (auto allowed = mayLeave(office, leaving, witness); !allowed)
    return std::unexpected(allowed.error());
  const auto list = rosterList(office, query, leaving.fields, leaving.whole, progress);
  if (!list)
    return std::unexpected(list.error());
  const auto witnessed = letLeave(office, leaving, witness);
  if (!witnessed)
    return std::unexpected(witnessed.error());
  // Logged before it is written: no list leaves unlogged (P02, P04).
  const QString detail =
      QStringLiteral("rows=%1 file=%2%3 purpose=%4")
          .arg(QString::number(list->rows.size()), QFileInfo(path).fileName(), *witnessed, purpose.trimmed());
  if (auto logged = logLeaving(office, LogAction::Export, {QStringLiteral("students")}, detail); !logged)
    return std::unexpected(logged.error());
  OutSheet sheet;
  sheet.name = QStringLiteral("学生名册");
  for (const Field field : list->fields) {
    const FieldDefinition& definition = office.fields().definition(field);
    OutColumn column;
    column.header = definition.label;
    column.width = definition.kind == FieldKind::Address ? 28 : 14;
    column.required = definition.mustFill;
    if (const CodeTable* table = office.fields().codeTable(field))
      for (const CodeTable::Entry& entry : table->entries())
        column.choices << entry.name;
    sheet.columns << column;
  }
  sheet.rows = list->rows;
  const bool csv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
  if (auto written = csv ? writeCsv(path, sheet) : writeXlsx(path, sheet); !written)
    return std::unexpected(written.error());
  return static_cast<int>(list->rows.size());
}

Result<void> logCopied(Office& office, int rows, const QList<Field>& fields) {
  if (auto allowed = mayLeave(office, {Verb::Export, fields, false, rows, {}}, nullptr); !allowed)
    return allowed;
  const auto logged = logLeaving(office, LogAction::Export, {QStringLiteral("students")},
                                 QStringLiteral("clipboard rows=%1").arg(rows));
  return logged ? Result<void>() : std::unexpected(logged.error());
}

} // namespace xueji
