#include "register_facts.h"

#include "domain/class_facts.h"
#include "domain/ledger_facts.h"
#include "store/tables.h"

#include <algorithm>

namespace xueji {
namespace {

NumberHolder holderOf(const StudentRow& row) {
  NumberHolder holder;
  holder.student = row.id;
  holder.status = row.status;
  holder.idDocumentNumber = row.record.value(Field::IdDocumentNumber);
  holder.name = row.record.value(Field::Name);
  holder.studentNumber = row.studentNumber;
  return holder;
}

/// Whether a state has this value on the day or gets it later.
bool hasFrom(const Chains& chains, const Fact& fact, int column, const QString& value, const QString& day) {
  const QList<FactRow> rows = chains.seen(fact.key);
  for (qsizetype at = 0; at < rows.size(); ++at) {
    const bool endsBefore = at + 1 < rows.size() && rows[at + 1].from <= day;
    if (rows[at].values.value(column) == value && !endsBefore)
      return true;
  }
  return false;
}

} // namespace

/// A child as at a day: not before its first standing enrolment; of a voided one what was known before the void.
struct RegisterFacts::Known {
  NumberHolder holder;
  Chains chains;
  std::optional<Stage> stage; ///< of the enrolment that holds; nothing: none stands
};

Result<RegisterFacts::Known> RegisterFacts::known(qint64 student, const QDate& day) const {
  auto chains = m_store.tables().facts().chains(Subject::student(student));
  if (!chains)
    return std::unexpected(chains.error());
  Known known;
  known.holder.student = student;
  known.holder.status = StudentStatus::Voided;
  if (const FactRow* first = chains->first(EnrolmentFact::fact().key)) {
    const QString view = std::max(day.toString(Qt::ISODate), first->from);
    const auto text = [&](const Fact& fact, int column) {
      const FactRow* row = chains->at(fact.key, view);
      return row ? row->values.value(column) : QString();
    };
    if (const FactRow* status = chains->at(StatusFact::fact().key, view))
      known.holder.status = StatusFact::of(*status).status;
    known.holder.idDocumentNumber = text(DocumentFact::fact(), 1);
    known.holder.name = text(NameFact::fact(), 0);
    known.holder.studentNumber = text(NumberFact::fact(), 0);
    known.stage = EnrolmentFact::of(*chains->at(EnrolmentFact::fact().key, view)).stage;
  } else {
    const auto row = m_store.tables().students().byId(student);
    if (!row)
      return std::unexpected(row.error());
    if (*row)
      known.holder = holderOf(**row);
  }
  known.chains = std::move(*chains);
  return known;
}

/// Children with a standing enrolment that have the number on the day or later.
Result<QList<RegisterFacts::Known>> RegisterFacts::withDocument(const QString& number, const Asking& asking) const {
  const auto rows = m_store.tables().facts().withValue(DocumentFact::fact(), QStringLiteral("number"), number);
  if (!rows)
    return std::unexpected(rows.error());
  QList<Known> children;
  QList<qint64> seen{asking.student};
  for (const FactRow& row : *rows) {
    if (row.voidedBy != 0 || seen.contains(row.subject))
      continue;
    seen << row.subject;
    auto child = known(row.subject, asking.day);
    if (!child)
      return std::unexpected(child.error());
    const int column = DocumentFact::fact().column(QStringLiteral("number"));
    if (child->stage && hasFrom(child->chains, DocumentFact::fact(), column, number, asking.day.toString(Qt::ISODate)))
      children << std::move(*child);
  }
  return children;
}

Result<SchoolProfile> RegisterFacts::school(const QDate& day) const {
  const QString asAt = day.toString(Qt::ISODate);
  QStringList rows;
  for (const Fact* fact : {&SchoolProfileFact::fact(), &SchoolStagesFact::fact()})
    if (const FactRow* row = m_store.schoolChains().at(fact->key, asAt))
      rows << row->values;
  if (!m_school || m_school->rows != rows) {
    auto read = schoolOf(m_store.schoolChains(), asAt);
    if (!read)
      return read;
    m_school = {rows, std::move(*read)};
  }
  return m_school->profile;
}

Result<std::optional<NumberHolder>> RegisterFacts::holderOfIdentityNumber(const QString& number,
                                                                          const Asking& asking) const {
  const auto children = withDocument(number, asking);
  if (!children)
    return std::unexpected(children.error());
  return children->isEmpty() ? std::optional<NumberHolder>() : children->first().holder;
}

/// Who has it now; else whose it was, if it was made here (burnt) or still stands in a chain. A number of the system
/// whose rows are all void was typed at the wrong child and is free.
Result<std::optional<NumberHolder>> RegisterFacts::holderOfStudentNumber(const QString& number,
                                                                         const Asking& asking) const {
  const auto rows = m_store.tables().facts().withValue(NumberFact::fact(), QStringLiteral("value"), number);
  if (!rows)
    return std::unexpected(rows.error());
  const FactRow* found = nullptr;
  for (const FactRow& row : *rows) {
    if (asking.student != 0 && row.subject == asking.student)
      continue;
    if (row.voidedBy == 0 || ((!found || found->voidedBy != 0) && NumberFact::of(row).source == NumberSource::Local))
      found = &row;
  }
  if (!found)
    return std::optional<NumberHolder>();
  auto child = known(found->subject, asking.day);
  if (!child)
    return std::unexpected(child.error());
  child->holder.former = child->holder.studentNumber != number || found->voidedBy != 0;
  return std::optional<NumberHolder>(child->holder);
}

Result<QList<NumberHolder>> RegisterFacts::sameNameSexBirth(const QString& name, const QString& sex,
                                                            const QString& birthDate, const Asking& asking) const {
  const auto rows = m_store.tables().students().sameNameSexBirth(name, sex, birthDate);
  if (!rows)
    return std::unexpected(rows.error());
  QList<NumberHolder> holders;
  for (const StudentRow& row : *rows) {
    if (row.id == asking.student)
      continue;
    const auto child = known(row.id, asking.day);
    if (!child)
      return std::unexpected(child.error());
    holders << child->holder;
  }
  return holders;
}

Result<int> RegisterFacts::childrenInClass(qint64 classId, const Asking& asking) const {
  const Fact& placement = PlacementFact::fact();
  const auto rows = m_store.tables().facts().withValue(placement, QStringLiteral("class"), QString::number(classId));
  if (!rows)
    return std::unexpected(rows.error());
  const QString day = asking.day.toString(Qt::ISODate);
  QSet<qint64> seen{asking.student};
  int children = 0;
  for (const FactRow& row : *rows) {
    if (row.voidedBy != 0 || seen.contains(row.subject))
      continue;
    seen.insert(row.subject);
    Chains chains;
    for (const Fact* fact : {&placement, &StatusFact::fact()}) {
      auto chain = m_store.tables().facts().chain(*fact, row.subject);
      if (!chain)
        return std::unexpected(chain.error());
      for (FactRow& one : *chain)
        chains.add(fact->key, std::move(one));
    }
    const FactRow* status = chains.at(StatusFact::fact().key, day);
    const StudentStatus is = status ? StatusFact::of(*status).status : StudentStatus::Voided;
    children +=
        PlacementFact::on(chains, day) == classId && (is == StudentStatus::InSchool || is == StudentStatus::Suspended);
  }
  return children;
}

Result<bool> RegisterFacts::hasFinishedStage(const QString& idDocumentNumber, Stage stage, const Asking& asking) const {
  const auto children = withDocument(idDocumentNumber, asking);
  if (!children)
    return std::unexpected(children.error());
  return std::any_of(children->begin(), children->end(), [stage](const Known& child) {
    return child.stage == stage &&
           (child.holder.status == StudentStatus::Graduated || child.holder.status == StudentStatus::Completed);
  });
}

} // namespace xueji
