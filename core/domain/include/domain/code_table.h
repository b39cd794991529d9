#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>

namespace xueji {

/// One closed list of choices with codes (resources/codes/*.csv). The register stores the code; papers and windows
/// show the name; rosters may hold code, name or one of the aliases. Immutable after loading.
class CodeTable {
public:
  struct Entry {
    QString code;
    QString name;        ///< Chinese, as papers say it
    QStringList aliases; ///< other spellings found in rosters
    QStringList nearest; ///< those of them that say something else, for which the table has no entry
  };

  CodeTable() = default;
  CodeTable(QString id, QList<Entry> entries);

  const QString& id() const { return m_id; }
  const QList<Entry>& entries() const { return m_entries; } ///< in the order of the standard
  /// The entry of exactly this code, or null. Valid as long as the table.
  const Entry* byCode(const QString& code) const;
  /// The entry a person means: code, name or alias, whatever width, case or spaces. A code wins over a name, a name
  /// over an alias. A code of digits is also found without its leading zeros and a one-digit code with them ("1" =
  /// "01").
  const Entry* find(const QString& typed) const;
  /// Whether what a person typed is only nearest to the entry found: the change is to be said.
  bool isNearest(const QString& typed) const;
  /// The name of a code; the code itself where the table does not know it; empty for empty.
  QString nameOf(const QString& code) const;

private:
  QString m_id;
  QList<Entry> m_entries;
  QHash<QString, int> m_byCode;
  QHash<QString, int> m_byText; ///< folded code, name or alias
};

/// All code tables of the product. Cheap to copy (shared, immutable).
/// Ids: sex, id_document, overseas_status, health, political_status, entry_mode, study_mode, origin, household_kind,
/// inclusive_education, special_education, disability, transport, relation, student_status, school_kind,
/// school_category, urban_rural, ethnic_group, left_behind, yes_no, nationality, blood_group, province, grade.
class CodeTables {
public:
  /// From the program's own resources; nationality is completed with ICU's country names.
  static CodeTables load();
  /// Null where no table has this id. Valid as long as any copy of this object lives.
  const CodeTable* table(const QString& id) const;
  QStringList ids() const;
  /// The code of the health table (form codes) in GB/T 2261.3-2003; empty where the code is unknown.
  QString healthCodeOfStandard(const QString& formCode) const;

private:
  struct Content;
  std::shared_ptr<const Content> m_content;
};

} // namespace xueji
