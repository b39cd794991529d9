#include "register/own_rights.h"

#include "domain/masking.h"

#include <QRegularExpression>
#include <algorithm>

namespace xueji {

namespace {

/// A number that a sentence would tell in full beside its masked form (P06); other texts stay.
QString maskedArgument(const QString& argument) {
  static const QRegularExpression kStudentNumber(QStringLiteral("^[GJL][0-9]{17}[0-9X]$"));
  static const QRegularExpression kLongNumber(QStringLiteral("^[0-9A-Z]{0,3}[0-9]{8,}X?[0-9]*$"));
  if (kStudentNumber.match(argument).hasMatch())
    return maskedStudentNumber(argument);
  return kLongNumber.match(argument).hasMatch() ? maskedIdentityNumber(argument) : argument;
}

/// Of what is but a part of a number nothing is left, a day keeps its dashes.
QString starredOut(QString part) {
  for (QChar& c : part)
    if (c.isLetterOrNumber())
      c = u'*';
  return part;
}

} // namespace

OwnRights::OwnRights(const Office& office)
    : m_fields(office.fields()), m_rules(office.standardRules()), m_role(office.store().user().role) {
  for (const FieldDefinition& definition : m_fields.all()) {
    Way way = Way::Whole;
    if (!may(Verb::See, definition.field))
      way = Way::Withheld;
    else if (definition.sensitivity == Sensitivity::Sensitive && !may(Verb::SeeWhole, definition.field))
      way = Way::Masked;
    m_ways[static_cast<std::size_t>(definition.field)] = way;
    m_everything = m_everything && way == Way::Whole;
  }
}

bool OwnRights::may(Verb verb, const QString& group) const {
  return Rights::standard().allows(m_role, verb, group);
}

Result<void> OwnRights::require(Verb verb, const QString& group) const {
  return may(verb, group) ? Result<void>() : fail(ErrorCode::RoleForbids, {toKey(m_role), toKey(verb), group});
}

Result<void> OwnRights::require(Verb verb, const QSet<QString>& groups) const {
  for (const QString& group : Rights::standard().groups())
    if (groups.contains(group) && !may(verb, group))
      return require(verb, group);
  for (const QString& group : groups) // one that the table does not know
    if (!may(verb, group))
      return require(verb, group);
  return {};
}

QString OwnRights::groupOf(Field field) const {
  return Rights::standard().groupOf(m_fields.definition(field));
}

QStringList OwnRights::groupsSeen(const QList<Field>& fields) const {
  QSet<QString> seen;
  for (const Field field : fields)
    if (sees(field))
      seen.insert(groupOf(field));
  QStringList groups = Rights::standard().groups();
  groups.removeIf([&](const QString& group) { return !seen.contains(group); });
  return groups;
}

QString OwnRights::seen(Field field, const QString& value) const {
  switch (m_ways[static_cast<std::size_t>(field)]) {
  case Way::Whole:
    return value;
  case Way::Masked:
    return maskedItem(m_fields.definition(field).kind, value);
  case Way::Withheld:
    break;
  }
  return {};
}

StudentRow OwnRights::seen(StudentRow row) const {
  if (m_everything)
    return row;
  for (const FieldDefinition& definition : m_fields.all())
    if (m_ways[static_cast<std::size_t>(definition.field)] != Way::Whole)
      row.record.setValue(definition.field, seen(definition.field, row.record.value(definition.field)));
  row.studentNumber = seen(Field::StudentNumber, row.studentNumber);
  return row;
}

Finding OwnRights::seen(Finding finding) const {
  const QStringList items = m_rules.itemsOf(finding);
  for (qsizetype at = 0; at < finding.args.size(); ++at) {
    QString& argument = finding.args[at];
    const QString shown = maskedArgument(argument);
    const auto item = m_fields.byId(items.value(at));
    const bool isPart = shown == argument;
    argument = isPart && item && !seesWhole(*item) ? starredOut(argument) : shown;
  }
  return finding;
}

Findings OwnRights::seen(Findings findings) const {
  findings.removeIf([&](const Finding& finding) {
    return std::any_of(finding.fields.begin(), finding.fields.end(), [&](Field field) { return !sees(field); });
  });
  for (Finding& finding : findings)
    finding = seen(std::move(finding));
  return findings;
}

TextReach OwnRights::reach() const {
  return {seesWhole(Field::StudentNumber), seesWhole(Field::IdDocumentNumber),
          seesWhole(Field::Phone) && seesWhole(Field::Member1Phone) && seesWhole(Field::Member2Phone)};
}

} // namespace xueji
