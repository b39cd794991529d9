#pragma once

#include "domain/rights.h"
#include "domain/student_query.h"
#include "domain/student_row.h"
#include "register/office.h"

#include <array>

namespace xueji {

/// What the signed-in person may do with the data of children, by the table of rights (rights.h). Cheap to ask, made
/// anew where it is needed.
class OwnRights {
public:
  /// The office must outlive it.
  explicit OwnRights(const Office& office);

  bool may(Verb verb, const QString& group) const;
  bool may(Verb verb, Field field) const { return may(verb, groupOf(field)); }
  /// Error: RoleForbids (role, verb, group).
  Result<void> require(Verb verb, const QString& group) const;
  /// The same for several; names the first that is missing, in the order of the table.
  Result<void> require(Verb verb, const QSet<QString>& groups) const;

  QString groupOf(Field field) const;
  /// Groups of the fields that may be seen, in the order of the table.
  QStringList groupsSeen(const QList<Field>& fields) const;
  bool sees(Field field) const { return m_ways[static_cast<std::size_t>(field)] != Way::Withheld; }
  /// Not masked: an item that is not sensitive, or the right to the whole value.
  bool seesWhole(Field field) const { return m_ways[static_cast<std::size_t>(field)] == Way::Whole; }
  /// The value as far as it may be seen: whole, masked, or nothing.
  QString seen(Field field, const QString& value) const;
  StudentRow seen(StudentRow row) const;
  /// The finding with what it tells of numbers: whole ones are masked for everybody (P06), and of an item that is not
  /// seen whole no part is told either, be it a region or a birth date (RuleSentence::items).
  Finding seen(Finding finding) const;
  /// Those that concern no item which is withheld, each as seen() gives it.
  Findings seen(Findings findings) const;
  /// By which numbers a child may be sought: only those that may be seen whole.
  TextReach reach() const;

private:
  enum class Way { Whole, Masked, Withheld };

  const FieldCatalogue& m_fields;
  const RuleBook& m_rules;
  Role m_role;
  std::array<Way, kFieldCount> m_ways;
  bool m_everything = true; ///< all ways are Whole
};

} // namespace xueji
