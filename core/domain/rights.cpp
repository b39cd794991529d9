#include "domain/rights.h"

#include "csv_resource.h"

#include <array>

namespace xueji {

namespace {

struct VerbKey {
  Verb verb;
  const char* key;
};

constexpr std::array kVerbs = {
    VerbKey{Verb::See, "see"},     VerbKey{Verb::SeeWhole, "see_whole"}, VerbKey{Verb::Change, "change"},
    VerbKey{Verb::Print, "print"}, VerbKey{Verb::Export, "export"},      VerbKey{Verb::Approve, "approve"},
    VerbKey{Verb::Void, "void"},   VerbKey{Verb::Undo, "undo"},
};

constexpr QLatin1String kOwn(":own");
constexpr QLatin1String kNone("-");
/// Columns of rights.csv after the group.
const QStringList kRoleColumns{QStringLiteral("registrar"), QStringLiteral("principal"),   QStringLiteral("helper"),
                               QStringLiteral("nurse"),     QStringLiteral("aid_officer"), QStringLiteral("auditor")};

std::unexpected<Error> unknown(const QString& group, const QString& word) {
  return fail(ErrorCode::ValueInvalid, {group, word});
}

} // namespace

QString toKey(Verb verb) {
  for (const VerbKey& known : kVerbs)
    if (known.verb == verb)
      return QString::fromLatin1(known.key);
  return {};
}

std::optional<Verb> verbFromKey(const QString& key) {
  for (const VerbKey& known : kVerbs)
    if (key == QLatin1String(known.key))
      return known.verb;
  return std::nullopt;
}

QList<Verb> allVerbs() {
  QList<Verb> verbs;
  for (const VerbKey& known : kVerbs)
    verbs << known.verb;
  return verbs;
}

const Rights& Rights::standard() {
  static const Rights table = [] {
    auto read = fromLines(
        kRoleColumns,
        detail::readCsvResource(QStringLiteral(":/rights/rights.csv"), static_cast<int>(kRoleColumns.size()) + 1),
        detail::readCsvResource(QStringLiteral(":/rights/groups.csv"), 3));
    if (!read)
      qFatal("own table of rights: %s", qUtf8Printable(read.error().args.join(QLatin1Char(' '))));
    return std::move(*read);
  }();
  return table;
}

Result<Rights> Rights::fromLines(const QStringList& roles, const QList<QStringList>& lines,
                                 const QList<QStringList>& groupLines) {
  Rights rights;
  for (const QString& key : roles) {
    const auto role = roleFromKey(key);
    if (!role || rights.m_roles.contains(*role))
      return unknown({}, key);
    rights.m_roles << *role;
  }
  for (const QStringList& line : lines) {
    const QString group = line.value(0);
    if (group.isEmpty() || rights.m_groups.contains(group) || line.size() != roles.size() + 1)
      return unknown(group, group);
    rights.m_groups << group;
    for (qsizetype at = 0; at < roles.size(); ++at) {
      if (line[at + 1] == kNone)
        continue;
      for (const QString& word : line[at + 1].split(QLatin1Char(' '))) {
        const bool own = word.endsWith(kOwn);
        const auto verb = verbFromKey(own ? word.chopped(kOwn.size()) : word);
        if (!verb ||
            !rights.m_allowed.try_emplace({rights.m_roles[at], *verb, group}, own ? Scope::OwnClasses : Scope::School)
                 .second)
          return unknown(group, word);
      }
    }
  }
  for (const QStringList& line : groupLines) {
    const QString& word = line.value(1);
    const bool item = line.value(0) == QLatin1String("item");
    auto& named = item ? rights.m_items : rights.m_sections;
    if ((!item && line.value(0) != QLatin1String("section")) || !rights.m_groups.contains(line.value(2)) ||
        named.contains(word))
      return unknown(line.value(2), word);
    named.insert(word, line.value(2));
  }
  return rights;
}

bool Rights::allows(Role role, Verb verb, const QString& group, Scope scope) const {
  const auto found = m_allowed.find({role, verb, group});
  return found != m_allowed.end() && (found->second == Scope::School || scope == Scope::OwnClasses);
}

QString Rights::groupOf(const FieldDefinition& field) const {
  const auto item = m_items.constFind(field.id);
  return item != m_items.constEnd() ? *item : m_sections.value(field.section);
}

} // namespace xueji
