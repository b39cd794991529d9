#include "ui/records/record_draft.h"

#include <algorithm>

namespace xueji {

void RecordDraft::begin(const StudentRow& row) {
  m_row = row;
  discard();
}

void RecordDraft::rebase(const StudentRow& row) {
  m_row = row;
  m_values.removeIf([&](const auto& item) { return m_row.record.value(item.key()) == item.value(); });
  judge();
}

void RecordDraft::discard() {
  m_values.clear();
  m_faults.clear();
  m_typingError = false;
  m_findings.clear();
  m_unjudged.reset();
}

void RecordDraft::type(Field field, const QString& typed) {
  const QString& stored = m_row.record.value(field);
  m_values.remove(field);
  m_faults.remove(field);
  // A name shown for a code and left as it is, is no change.
  if (typed != stored && typed != m_office.fields().display(field, stored)) {
    const auto parsed = m_parser.parse(field, typed);
    if (!parsed)
      m_faults.insert(field, {typed, parsed.error()});
    else if (parsed->value != stored)
      m_values.insert(field, parsed->value);
  }
  judge();
}

void RecordDraft::setTypingError(bool typingError) {
  m_typingError = typingError;
  judge();
}

QString RecordDraft::value(Field field) const {
  if (const auto fault = m_faults.constFind(field); fault != m_faults.constEnd())
    return fault->first;
  return m_values.value(field, m_row.record.value(field));
}

QList<Field> RecordDraft::changed() const {
  QList<Field> fields = m_values.keys() + m_faults.keys();
  std::sort(fields.begin(), fields.end());
  return fields;
}

Correction RecordDraft::wish() const {
  Correction wish;
  wish.student = m_row.id;
  wish.revision = m_row.revision;
  wish.values = m_values;
  wish.typingError = m_typingError;
  return wish;
}

void RecordDraft::judge() {
  m_findings.clear();
  m_unjudged.reset();
  if (!m_values.isEmpty())
    take(judgeCorrection(m_office, wish()));
  Request request;
  request.kind = act_kind::kCorrect;
  request.effective = request.today = m_office.clock().today();
  request.record = &m_row.record;
  request.student = m_row.id;
  request.stage = m_row.stage;
  request.entryYear = m_row.entryYear;
  for (auto fault = m_faults.constBegin(); fault != m_faults.constEnd(); ++fault)
    take(m_office.judge().fault(fault.key(), fault->second, request, m_office.facts()));
}

Findings RecordDraft::findingsOf(Field field) const {
  Findings found;
  for (const Finding& finding : m_findings)
    if (!finding.fields.isEmpty() && finding.fields.first() == field)
      found << finding;
  return found;
}

bool RecordDraft::mayBeSaved() const {
  return changes() > 0 && !m_unjudged && std::none_of(m_findings.begin(), m_findings.end(), [](const Finding& finding) {
           return finding.severity != Severity::Warn;
         });
}

Result<Correction> RecordDraft::correction(const QString& ground) const {
  if (!m_faults.isEmpty()) {
    const Field field = *std::min_element(m_faults.keyBegin(), m_faults.keyEnd());
    return fail(ErrorCode::ValueInvalid, {m_office.fields().definition(field).label, m_faults.value(field).first});
  }
  Correction correction = wish();
  correction.ground = ground;
  return correction;
}

} // namespace xueji
