#pragma once

#include "domain/act.h"
#include "domain/error.h"
#include "domain/field_catalogue.h"

#include <QHash>
#include <map>
#include <tuple>

namespace xueji {

/// What a person may want to do with a group of facts (resources/rights/rights.csv says of each what it means).
enum class Verb { See, SeeWhole, Change, Print, Export, Approve, Void, Undo };
QString toKey(Verb verb); ///< "see_whole" ...
std::optional<Verb> verbFromKey(const QString& key);
QList<Verb> allVerbs();

/// Whose data: everybody's of the school, or only those of the classes of which the person is head teacher.
enum class Scope { School, OwnClasses };

/// Groups of facts that the program itself refers to; all of them stand in rights.csv.
namespace right_group {
inline constexpr QLatin1String kIdentity("identity");
inline constexpr QLatin1String kNumber("number");
inline constexpr QLatin1String kPapers("papers");
inline constexpr QLatin1String kSchool("school");
inline constexpr QLatin1String kAccounts("accounts");
inline constexpr QLatin1String kLog("log");
inline constexpr QLatin1String kBackup("backup");
} // namespace right_group

/// The one table of rights: verb x group x role x scope. What it does not allow is forbidden, an unknown group too.
/// Roles bind the program, not a person with a debugger (docs/threat-model.md). Immutable.
class Rights {
public:
  /// The program's own table; aborts where it has an unknown word (a broken build).
  static const Rights& standard();
  /// From lines as in rights.csv (cells of a line: group, then one for each of `roles`) and groups.csv. Error:
  /// ValueInvalid (group, the word that is not known or stands twice).
  static Result<Rights> fromLines(const QStringList& roles, const QList<QStringList>& lines,
                                  const QList<QStringList>& groupLines);

  /// Whether the role may do it with data of this scope; what holds for the school holds for one's own classes.
  bool allows(Role role, Verb verb, const QString& group, Scope scope = Scope::School) const;
  const QStringList& groups() const { return m_groups; } ///< in the order of the table
  const QList<Role>& roles() const { return m_roles; }   ///< likewise
  /// Of an item of the record; empty where neither it nor its section is named.
  QString groupOf(const FieldDefinition& field) const;
  /// Sections and items that are named, for the test that keeps table and catalogue in step.
  QStringList sections() const { return m_sections.keys(); }
  QStringList items() const { return m_items.keys(); }

private:
  QStringList m_groups;
  QList<Role> m_roles;
  QHash<QString, QString> m_sections, m_items; ///< -> group
  /// (role, verb, group) -> the widest scope.
  std::map<std::tuple<Role, Verb, QString>, Scope> m_allowed;
};

} // namespace xueji
