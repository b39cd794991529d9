#include "register/roster_list.h"

#include "domain/grade_name.h"
#include "domain/masking.h"
#include "register/student_list.h"
#include "store/tables.h"

#include <QFileInfo>
#include <algorithm>

namespace xueji {
namespace {

QString titleOf(const Office& office, const StudentQuery& query) {
  QString title = office.store().school().name;
  if (query.entryYears.size() == 1)
    title += QLatin1Char(' ') + cohortName(*query.entryYears.begin());
  return title + QStringLiteral(" 学生花名册");
}

/// The columns of an export that nobody prescribes.
QList<LayoutColumn> usualColumns(const FieldCatalogue& fields) {
  QList<LayoutColumn> columns;
  for (const Field field : exportFields(fields))
    columns << LayoutColumn{fields.definition(field).label, field};
  return columns;
}

OutSheet emptySheet(const QString& name, const QList<LayoutColumn>& columns, const FieldCatalogue& fields) {
  constexpr int kAddressWidth = 28;
  constexpr int kWidth = 14;
  OutSheet sheet;
  sheet.name = name;
  for (const LayoutColumn& of : columns) {
    const FieldDefinition& definition = fields.definition(of.field);
    OutColumn column;
    column.header = of.header;
    column.width = definition.kind == FieldKind::Address ? kAddressWidth : kWidth;
    column.required = definition.mustFill;
    if (const CodeTable* table = fields.codeTable(of.field))
      for (const CodeTable::Entry& entry : table->entries())
        if (const QString choice = of.instead.value(entry.code, entry.name); !column.choices.contains(choice))
          column.choices << choice;
    sheet.columns << column;
  }
  return sheet;
}

/// A column for the numbers that were made here, where there are any.
void addLocalNumbers(OutSheet& sheet, const QStringList& numbers) {
  if (std::all_of(numbers.begin(), numbers.end(), [](const QString& number) { return number.isEmpty(); }))
    return;
  sheet.columns << OutColumn{.header = chineseName(NumberSource::Local), .width = 14};
  for (qsizetype at = 0; at < sheet.rows.size(); ++at)
    sheet.rows[at] << numbers.at(at);
}

/// A line for each child; what may not leave stays empty. `localNumbers`: of each its 校内临时编号.
Result<void> fill(Office& office, const StudentQuery& query, const QList<LayoutColumn>& columns, const Leaving& leaving,
                  const Progress& progress, OutSheet& sheet, QStringList& localNumbers, Exported& exported) {
  const SchoolProfile school = office.store().school();
  const QDate today = office.clock().today();
  bool goOn = true;
  const auto textOfCell = [&](const LayoutColumn& column, const StudentRow& row) {
    // A 校内临时编号 is no 学籍号; read back it would be taken for one of the national system's.
    const bool isLocal = column.field == Field::StudentNumber && row.numberSource == NumberSource::Local;
    if (isLocal || !leaving.fields.contains(column.field))
      return QString();
    if (column.field == Field::Grade)
      return gradeNameOn(today, school.system, row.stage, row.entryYear);
    if (column.field == Field::SchoolCode)
      return school.code;
    if (!leaving.whole)
      return shownValue(office.fields(), column.field, row.record.value(column.field), false);
    QString changed;
    const QString text = textOf(column, row.record.value(column.field), office.fields(), changed);
    if (!changed.isEmpty())
      ++exported.changed[changed];
    return text;
  };
  auto read = StudentList(office).forEach(query, [&](const StudentRow& row) {
    goOn = goesOn(progress, sheet.rows.size(), leaving.children);
    QStringList texts;
    for (const LayoutColumn& column : columns)
      texts << textOfCell(column, row);
    sheet.rows << texts;
    localNumbers << (row.numberSource == NumberSource::Local
                         ? shownValue(office.fields(), Field::StudentNumber, row.studentNumber, leaving.whole)
                         : QString());
    return goOn;
  });
  if (!read)
    return std::unexpected(read.error());
  return goOn ? Result<void>() : fail(ErrorCode::Cancelled);
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

QString shownItem(const FieldCatalogue& fields, const StudentRow& row, Field field, bool full) {
  const QString shown = shownValue(fields, field, row.record.value(field), full);
  return field == Field::StudentNumber ? toldNumber(shown, row.numberSource) : shown;
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
      // A 校内临时编号 is no 学籍号; read back it would be taken for one of the national system's.
      if (field == Field::StudentNumber && row.numberSource == NumberSource::Local)
        texts << QString();
      else if (field == Field::Grade)
        texts << gradeNameOn(today, school.system, row.stage, row.entryYear);
      else
        texts << shownValue(office.fields(), field, row.record.value(field), full);
    }
    list.rows << texts;
    list.localNumbers << (row.numberSource == NumberSource::Local
                              ? shownValue(office.fields(), Field::StudentNumber, row.studentNumber, full)
                              : QString());
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

Result<Exported> exportRoster(Office& office, const StudentQuery& query, const QString& path, const QString& purpose,
                              const ExportLayout* layout, const Progress& progress, WitnessToken* witness) {
  if (auto allowed = office.store().require(Capability::Export); !allowed)
    return std::unexpected(allowed.error());
  if (layout && purpose.trimmed().isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("--full PURPOSE")});
  const OwnRights rights(office);
  const auto children = StudentList(office).count(query);
  if (!children)
    return std::unexpected(children.error());
  Exported exported;
  QList<LayoutColumn> columns = layout ? layout->columns : usualColumns(office.fields());
  columns.removeIf([&](const LayoutColumn& column) {
    const bool stays = layout || rights.may(Verb::Export, column.field);
    if (!rights.may(Verb::Export, column.field))
      exported.left << column.header;
    return !stays;
  });
  Leaving leaving{Verb::Export, {}, !purpose.trimmed().isEmpty(), *children, purpose};
  for (const LayoutColumn& column : std::as_const(columns))
    if (rights.may(Verb::Export, column.field))
      leaving.fields << column.field;
  if (auto allowed = mayLeave(office, leaving, witness); !allowed)
    return std::unexpected(allowed.error());
  OutSheet sheet = emptySheet(layout ? layout->name : QStringLiteral("学生名册"), columns, office.fields());
  QStringList localNumbers;
  if (auto filled = fill(office, query, columns, leaving, progress, sheet, localNumbers, exported); !filled)
    return std::unexpected(filled.error());
  const auto witnessed = letLeave(office, leaving, witness);
  if (!witnessed)
    return std::unexpected(witnessed.error());
  // Logged before it is written: no list leaves unlogged (P02, P04).
  const QString detail = QStringLiteral("rows=%1 file=%2%3%4 purpose=%5")
                             .arg(QString::number(sheet.rows.size()), QFileInfo(path).fileName(), *witnessed,
                                  layout ? QStringLiteral(" layout=") + layout->id : QString(), purpose.trimmed());
  if (auto logged = logLeaving(office, LogAction::Export, {QStringLiteral("students")}, detail); !logged)
    return std::unexpected(logged.error());
  if (!layout && rights.may(Verb::Export, Field::StudentNumber))
    addLocalNumbers(sheet, localNumbers);
  const bool csv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
  if (auto written = csv ? writeCsv(path, sheet) : writeXlsx(path, sheet); !written)
    return std::unexpected(written.error());
  exported.rows = static_cast<int>(sheet.rows.size());
  return exported;
}

Result<void> logCopied(Office& office, int rows, const QList<Field>& fields) {
  if (auto allowed = mayLeave(office, {Verb::Export, fields, false, rows, {}}, nullptr); !allowed)
    return allowed;
  const auto logged = logLeaving(office, LogAction::Export, {QStringLiteral("students")},
                                 QStringLiteral("clipboard rows=%1").arg(rows));
  return logged ? Result<void>() : std::unexpected(logged.error());
}

} // namespace xueji
