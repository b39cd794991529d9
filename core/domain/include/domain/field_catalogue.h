#pragma once

#include "domain/code_table.h"
#include "domain/field.h"
#include "domain/region_table.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

namespace xueji {

enum class FieldKind {
  Text,           ///< as written, trimmed
  Name,           ///< of a person
  Date,           ///< canonical 2018-08-31
  Month,          ///< canonical 2024-09
  Code,           ///< canonical: the code of definition.codeTable
  Flag,           ///< canonical 1 or 0; shown 是 or 否
  Number,         ///< canonical decimal, point as separator, no trailing zeros
  Phone,          ///< canonical 13800000000 or 0319-2222222
  Region,         ///< canonical 12 digits where a code was given, else the text as written
  Address,        ///< as written, trimmed
  IdentityNumber, ///< canonical: cleaned (half width, capital X, no spaces); may still be wrong
  Validity,       ///< canonical 2020-01-01/2025-01-01 or 2020-01-01/长期
  Photo,          ///< never parsed from text
  StudentNumber,  ///< canonical: cleaned, capital letters
  SchoolCode,     ///< canonical: cleaned digits
};

enum class Sensitivity {
  Plain,
  Personal,  ///< personal, shown to who may see the record
  Sensitive, ///< masked by default (rule P06: documents' and student numbers, phones, addresses)
};

/// All that the program knows of one item of the record.
struct FieldDefinition {
  Field field = Field::Name;
  QString id;         ///< "birth_date": in acts, JSON and options of the command line; never changes
  QString label;      ///< 出生日期
  QString labelEn;    ///< Date of birth
  int formNumber = 0; ///< 1..72 as on the collection form, 0 for those beside it
  FieldKind kind = FieldKind::Text;
  QString codeTable; ///< id of the code table where kind is Code
  /// ★ of the form. Of a family member's items it holds only once that member has a name; the pupil's document number
  /// is not needed with document type Z. Grade, class and photo are not must: placement and camera come later.
  bool mustFill = false;
  Sensitivity sensitivity = Sensitivity::Plain;
  QStringList headers;  ///< column headers of rosters, first the one we write
  QString section;      ///< identity, origin, study, contact, situation, aid, journey, member1, member2
  bool keyData = false; ///< 关键数据 of rule K01: never corrected directly
  bool editable = true; ///< a person may type it on the record page (subject to keyData)
  int member = 0;       ///< 1 or 2 for the items of a family member, else 0
};

/// A group of fields on forms and papers, in their order.
struct FieldSection {
  QString id;
  QString label; ///< Chinese
  QString labelEn;
};

/// The one description of the record's items (resources/codes/fields.csv). Immutable, cheap to copy.
class FieldCatalogue {
public:
  static FieldCatalogue load();

  const FieldDefinition& definition(Field field) const;
  const QList<FieldDefinition>& all() const; ///< in the order of enum Field
  const QList<FieldSection>& sections() const;
  QList<FieldDefinition> inSection(const QString& section) const;
  std::optional<Field> byId(const QString& id) const;
  /// The field a column header means; width, spaces, brackets, ★ and * do not matter.
  std::optional<Field> byHeader(const QString& header) const;
  /// A header that rosters carry and the record does not keep (序号, 备注, 就读学校 ...): to be passed over silently.
  bool isPassedOver(const QString& header) const;
  /// Canonical text as people read it: names for codes, 是/否, region names, 2018-08-31, 2024年9月, 3.6.
  /// Nothing is masked here.
  QString display(Field field, const QString& canonical) const;
  const CodeTables& codes() const;
  const RegionTable& regions() const;
  /// The code table of a field of kind Code, else null.
  const CodeTable* codeTable(Field field) const;

private:
  struct Content;
  std::shared_ptr<const Content> m_content;
};

} // namespace xueji
