#include "register/leaving.h"

#include "domain/wish_bytes.h"
#include "store/tables.h"

namespace xueji {

namespace {

bool needsWitness(const Leaving& leaving) {
  return leaving.whole && leaving.children > kMostWithoutWitness;
}

} // namespace

QByteArray leavingHash(const QString& purpose) {
  return hashOf({QByteArray("leaving"), purpose.trimmed().toUtf8()});
}

Result<void> mayLeave(const Office& office, const Leaving& leaving, const WitnessToken* witness) {
  const OwnRights rights(office);
  QSet<QString> groups;
  QSet<QString> sensitive;
  for (const Field field : leaving.fields) {
    groups.insert(rights.groupOf(field));
    if (office.fields().definition(field).sensitivity == Sensitivity::Sensitive)
      sensitive.insert(rights.groupOf(field));
  }
  if (auto allowed = rights.require(leaving.verb, groups); !allowed)
    return allowed;
  if (leaving.whole)
    if (auto allowed = rights.require(Verb::SeeWhole, sensitive); !allowed)
      return allowed;
  if (needsWitness(leaving) && !witness)
    return fail(ErrorCode::WitnessNeeded, {QString::number(leaving.children), QString::number(kMostWithoutWitness),
                                           QString::fromLatin1(leavingHash(leaving.purpose).toHex())});
  return {};
}

Result<QString> letLeave(const Office& office, const Leaving& leaving, WitnessToken* witness) {
  if (auto allowed = mayLeave(office, leaving, witness); !allowed)
    return std::unexpected(allowed.error());
  if (!needsWitness(leaving))
    return QString();
  if (auto spent = witness->spend(office.clock().now(), leavingHash(leaving.purpose)); !spent)
    return std::unexpected(spent.error());
  return QStringLiteral(" witness=%1").arg(witness->user());
}

Result<QString> logLeaving(Office& office, LogAction action, const QStringList& objects, const QString& detail) {
  if (action == LogAction::Read) { // what was only looked at waits while a job writes
    for (const QString& object : objects)
      if (auto logged = office.tables().log().append(action, object, detail); !logged)
        return std::unexpected(logged.error());
    return office.tables().log().shortCode();
  }
  Transaction transaction = office.tables().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  for (const QString& object : objects)
    if (auto logged = office.tables().log().append(action, object, detail); !logged)
      return std::unexpected(logged.error());
  if (auto stored = transaction.commit(); !stored)
    return std::unexpected(stored.error());
  return office.tables().log().shortCode();
}

QList<Field> allFields(const FieldCatalogue& catalogue) {
  QList<Field> fields;
  for (const FieldDefinition& definition : catalogue.all())
    fields << definition.field;
  return fields;
}

} // namespace xueji
