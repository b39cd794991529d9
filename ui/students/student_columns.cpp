#include "student_columns.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xueji {
namespace {

constexpr auto kColumnsKey = "columns";
constexpr auto kWidthsKey = "widths";
constexpr int kNarrowest = 24;
constexpr int kWidest = 2000;

StudentColumn item(const char* id, Field field, int width, bool initial = false,
                   std::optional<StudentSort> sort = std::nullopt, bool number = false) {
  return {QString::fromLatin1(id), StudentColumn::Source::Item, field, sort, width, initial, number};
}

StudentColumn beside(const char* id, StudentColumn::Source source, Field right, int width, bool initial,
                     std::optional<StudentSort> sort) {
  return {QString::fromLatin1(id), source, right, sort, width, initial, false};
}

} // namespace

const QList<StudentColumn>& studentColumns() {
  using Source = StudentColumn::Source;
  static const QList<StudentColumn> columns{
      item("name", Field::Name, 136, true, StudentSort::Name),
      beside("status", Source::Status, Field::EntryMonth, 120, true, StudentSort::Status),
      item("sex", Field::Sex, 56, true, StudentSort::Sex),
      item("birth_date", Field::BirthDate, 104, true, StudentSort::BirthDate),
      beside("cohort", Source::Cohort, Field::EntryMonth, 80, true, StudentSort::EntryYear),
      beside("grade", Source::Grade, Field::Grade, 80, false, StudentSort::EntryYear),
      beside("class", Source::Class, Field::Class, 104, true, StudentSort::Class),
      item("number_in_class", Field::NumberInClass, 80),
      item("student_number", Field::StudentNumber, 248, true, StudentSort::StudentNumber, true),
      item("id_document_number", Field::IdDocumentNumber, 176, true, StudentSort::IdentityNumber, true),
      item("phone", Field::Phone, 120, true, std::nullopt, true),
      item("member1_name", Field::Member1Name, 88, true),
      item("member1_phone", Field::Member1Phone, 120, false, std::nullopt, true),
      item("member2_name", Field::Member2Name, 88),
      item("member2_phone", Field::Member2Phone, 120, false, std::nullopt, true),
      item("ethnic_group", Field::EthnicGroup, 72),
      item("study_mode", Field::StudyMode, 88),
      item("household_place", Field::HouseholdPlace, 200),
      item("household_kind", Field::HouseholdKind, 104),
      item("current_address", Field::CurrentAddress, 240),
      item("left_behind", Field::LeftBehind, 120),
      item("migrant_child", Field::MigrantChild, 88),
      item("disability", Field::Disability, 96),
      item("aid_requested", Field::AidRequested, 88),
      item("school_bus", Field::SchoolBus, 88),
      item("former_name", Field::FormerName, 96),
      beside("pinyin", Source::Pinyin, Field::NamePinyin, 144, false, StudentSort::Name),
      beside("enrolled_on", Source::EnrolledOn, Field::EntryMonth, 104, false, StudentSort::EnrolledOn),
  };
  return columns;
}

const StudentColumn* studentColumn(const QString& id) {
  for (const StudentColumn& column : studentColumns())
    if (column.id == id)
      return &column;
  return nullptr;
}

QString columnLabel(const StudentColumn& column, const FieldCatalogue& fields, Language language) {
  const auto say = [](const char* text) { return QCoreApplication::translate("xueji::StudentColumn", text); };
  switch (column.source) {
  case StudentColumn::Source::Item: {
    const FieldDefinition& definition = fields.definition(column.field);
    return language == Language::Chinese ? definition.label : definition.labelEn;
  }
  case StudentColumn::Source::Status:
    return say(QT_TRANSLATE_NOOP("xueji::StudentColumn", "Status"));
  case StudentColumn::Source::Cohort:
    return say(QT_TRANSLATE_NOOP("xueji::StudentColumn", "Cohort"));
  case StudentColumn::Source::Grade:
    return say(QT_TRANSLATE_NOOP("xueji::StudentColumn", "Grade"));
  case StudentColumn::Source::Class:
    return say(QT_TRANSLATE_NOOP("xueji::StudentColumn", "Class"));
  case StudentColumn::Source::Pinyin:
    return say(QT_TRANSLATE_NOOP("xueji::StudentColumn", "Pinyin"));
  case StudentColumn::Source::EnrolledOn:
    return say(QT_TRANSLATE_NOOP("xueji::StudentColumn", "Enrolled on"));
  }
  return {};
}

ColumnChoice ColumnChoice::initial() {
  ColumnChoice choice;
  for (const StudentColumn& column : studentColumns())
    if (column.initial)
      choice.ids << column.id;
  return choice;
}

ColumnChoice ColumnChoice::fromLayout(const QByteArray& layout) {
  const QJsonObject kept = QJsonDocument::fromJson(layout).object();
  ColumnChoice choice;
  for (const QJsonValue& id : kept.value(QLatin1String(kColumnsKey)).toArray())
    if (studentColumn(id.toString()) && !choice.ids.contains(id.toString()))
      choice.ids << id.toString();
  if (choice.ids.isEmpty())
    choice = initial();
  if (!choice.ids.contains(QStringLiteral("name")))
    choice.ids.prepend(QStringLiteral("name"));
  const QJsonObject widths = kept.value(QLatin1String(kWidthsKey)).toObject();
  for (auto it = widths.constBegin(); it != widths.constEnd(); ++it)
    if (studentColumn(it.key()) && it->toInt() >= kNarrowest && it->toInt() <= kWidest)
      choice.widths.insert(it.key(), it->toInt());
  return choice;
}

QByteArray ColumnChoice::toLayout() const {
  QJsonObject kept;
  for (auto it = widths.constBegin(); it != widths.constEnd(); ++it)
    kept.insert(it.key(), it.value());
  return QJsonDocument(QJsonObject{{QLatin1String(kColumnsKey), QJsonArray::fromStringList(ids)},
                                   {QLatin1String(kWidthsKey), kept}})
      .toJson(QJsonDocument::Compact);
}

} // namespace xueji
