#include "domain/field_catalogue.h"

#include "csv_resource.h"
#include "domain/folded_key.h"

#include <QDate>
#include <QSet>
#include <array>

namespace xueji {

struct FieldCatalogue::Content {
  QList<FieldDefinition> definitions;
  QHash<QString, Field> byId;
  QHash<QString, Field> byHeader;
  QSet<QString> passedOver;
  CodeTables codes;
  RegionTable regions;
};

namespace {

/// Headers of public rosters (regulations' variants of the import sheet, and the office's own columns) that say nothing
/// of the record.
constexpr QStringView kPassedOver[] = {
    u"序号",           u"编号",         u"备注",     u"核查结果", u"学籍接续标识", u"区县",
    u"所属区县",       u"就读学校",     u"学校名称", u"教育阶段", u"毕业学校",     u"班主任",
    u"毕业学校标识码", u"录取学校名称", u"审核状态", u"学生标识", u"学段",         u"校内临时编号",
};

constexpr std::array kKinds = {
    "Text",   "Name",    "Date",           "Month",    "Code",  "Flag",          "Number",     "Phone",
    "Region", "Address", "IdentityNumber", "Validity", "Photo", "StudentNumber", "SchoolCode",
};

FieldKind kindFromKey(const QString& key) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (key == QLatin1String(kKinds[i])) {
      return static_cast<FieldKind>(i);
    }
  }
  qFatal("own table fields.csv: kind %s", qUtf8Printable(key));
  return FieldKind::Text;
}

Sensitivity sensitivityFromKey(const QString& key) {
  return key == QStringLiteral("Sensitive")  ? Sensitivity::Sensitive
         : key == QStringLiteral("Personal") ? Sensitivity::Personal
                                             : Sensitivity::Plain;
}

FieldDefinition definitionOf(const QStringList& cells, int index) {
  FieldDefinition definition;
  definition.field = static_cast<Field>(index);
  definition.id = cells[0];
  definition.label = cells[1];
  definition.labelEn = cells[2];
  definition.formNumber = cells[3].toInt();
  definition.kind = kindFromKey(cells[4]);
  definition.codeTable = cells[5];
  definition.mustFill = cells[6] == QStringLiteral("1");
  definition.sensitivity = sensitivityFromKey(cells[7]);
  definition.section = cells[8];
  definition.keyData = cells[9] == QStringLiteral("1");
  definition.editable = cells[10] == QStringLiteral("1");
  definition.headers = cells[11].split(u'|', Qt::SkipEmptyParts);
  if (definition.section.startsWith(QStringLiteral("member"))) {
    definition.member = definition.section.right(1).toInt();
  }
  return definition;
}

QString headerKey(const QString& header) {
  QString key = detail::foldedKey(header);
  key.remove(QStringLiteral("必填"));
  key.remove(QStringLiteral("选填"));
  return key;
}

QString monthForPeople(const QString& canonical) {
  const QDate first = QDate::fromString(canonical + QStringLiteral("-01"), Qt::ISODate);
  return first.isValid() ? QStringLiteral("%1年%2月").arg(first.year()).arg(first.month()) : canonical;
}

} // namespace

FieldCatalogue FieldCatalogue::load() {
  auto content = std::make_shared<Content>();
  content->codes = CodeTables::load();
  content->regions = RegionTable::load();
  const QList<QStringList> rows = detail::readCsvResource(QStringLiteral(":/codes/fields.csv"), 12);
  if (rows.size() != kFieldCount) {
    qFatal("own table fields.csv: %lld items", static_cast<long long>(rows.size()));
  }
  for (int i = 0; i < rows.size(); ++i) {
    FieldDefinition definition = definitionOf(rows[i], i);
    content->byId.insert(definition.id, definition.field);
    for (const QString& header : std::as_const(definition.headers)) {
      content->byHeader.insert(headerKey(header), definition.field);
    }
    content->definitions.append(std::move(definition));
  }
  for (const QStringView header : kPassedOver) {
    content->passedOver.insert(headerKey(header.toString()));
  }
  FieldCatalogue catalogue;
  catalogue.m_content = std::move(content);
  return catalogue;
}

const FieldDefinition& FieldCatalogue::definition(Field field) const {
  return m_content->definitions.at(static_cast<int>(field));
}

const QList<FieldDefinition>& FieldCatalogue::all() const {
  return m_content->definitions;
}

const QList<FieldSection>& FieldCatalogue::sections() const {
  static const QList<FieldSection> kSections = {
      {QStringLiteral("identity"), QStringLiteral("基本信息"), QStringLiteral("Identity")},
      {QStringLiteral("origin"), QStringLiteral("出生与户籍"), QStringLiteral("Origin and household")},
      {QStringLiteral("study"), QStringLiteral("学籍信息"), QStringLiteral("Study")},
      {QStringLiteral("contact"), QStringLiteral("联系方式"), QStringLiteral("Contact")},
      {QStringLiteral("situation"), QStringLiteral("个人情况"), QStringLiteral("Situation")},
      {QStringLiteral("aid"), QStringLiteral("资助信息"), QStringLiteral("Aid")},
      {QStringLiteral("journey"), QStringLiteral("上下学"), QStringLiteral("Way to school")},
      {QStringLiteral("member1"), QStringLiteral("家庭成员或监护人一"), QStringLiteral("Family member 1")},
      {QStringLiteral("member2"), QStringLiteral("家庭成员或监护人二"), QStringLiteral("Family member 2")},
  };
  return kSections;
}

QList<FieldDefinition> FieldCatalogue::inSection(const QString& section) const {
  QList<FieldDefinition> found;
  for (const FieldDefinition& definition : m_content->definitions) {
    if (definition.section == section) {
      found.append(definition);
    }
  }
  return found;
}

std::optional<Field> FieldCatalogue::byId(const QString& id) const {
  const auto found = m_content->byId.constFind(id);
  return found == m_content->byId.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Field> FieldCatalogue::byHeader(const QString& header) const {
  const auto found = m_content->byHeader.constFind(headerKey(header));
  return found == m_content->byHeader.cend() ? std::nullopt : std::optional(*found);
}

bool FieldCatalogue::isPassedOver(const QString& header) const {
  return m_content->passedOver.contains(headerKey(header));
}

QString FieldCatalogue::display(Field field, const QString& canonical) const {
  if (canonical.isEmpty()) {
    return {};
  }
  switch (definition(field).kind) {
  case FieldKind::Code:
    return codeTable(field)->nameOf(canonical);
  case FieldKind::Flag:
    return codes().table(QStringLiteral("yes_no"))->nameOf(canonical);
  case FieldKind::Region: {
    const QString name = regions().fullName(canonical);
    return name.isEmpty() ? canonical : name;
  }
  case FieldKind::Month:
    return monthForPeople(canonical);
  case FieldKind::Validity:
    return QString(canonical).replace(u'-', u'.').replace(u'/', u'-');
  default:
    return canonical;
  }
}

const CodeTables& FieldCatalogue::codes() const {
  return m_content->codes;
}

const RegionTable& FieldCatalogue::regions() const {
  return m_content->regions;
}

const CodeTable* FieldCatalogue::codeTable(Field field) const {
  const FieldDefinition& found = definition(field);
  return found.kind == FieldKind::Code ? codes().table(found.codeTable) : nullptr;
}

} // namespace xueji
