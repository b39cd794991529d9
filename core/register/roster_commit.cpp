// Carrying out an import: one batch, one transaction.

#include "register/enrolment_writer.h"
#include "register/roster_import.h"
#include "register/row_reader.h"

namespace xueji {
namespace {

/// The plan as it stands now: when something was written since, every row is judged again.
Result<ImportPlan> presentPlan(Office& office, const ImportPlan& plan) {
  auto last = office.store().acts().lastId();
  if (!last)
    return std::unexpected(last.error());
  if (*last == plan.lastAct)
    return plan;
  return judgeAgain(office, plan);
}

Result<void> writeRows(Office& office, const ImportPlan& plan, qint64 batch, const Progress& progress, int& enrolled) {
  const SchoolProfile school = office.store().school();
  QHash<int, Findings> warnings;
  for (const ImportFinding& found : plan.findings)
    warnings[found.row] << found.finding;
  for (qsizetype i = 0; i < plan.rows.size(); ++i) {
    const ImportRow& row = plan.rows[i];
    if (!goesOn(progress, i, plan.rows.size()))
      return fail(ErrorCode::Cancelled);
    if (row.verdict != ImportRow::Verdict::Enrol)
      continue;
    EnrolmentToWrite enrolment;
    enrolment.record = row.record;
    enrolment.entryYear = plan.options.entryYear;
    enrolment.stage = stageOf(row.record, plan.options.entryYear, school.system);
    enrolment.effective = plan.options.effective;
    enrolment.batch = batch;
    enrolment.findings = warnings.value(row.sheetRow);
    enrolment.ruleSet = office.rules().setsOn(plan.options.effective, enrolment.stage, school.region.left(2));
    if (auto written = writeEnrolment(office, enrolment); !written)
      return std::unexpected(written.error());
    ++enrolled;
  }
  return {};
}

QStringList refusingRules(const ImportPlan& plan) {
  QStringList rules;
  for (const ImportFinding& found : plan.findings)
    if (found.finding.severity != Severity::Warn) {
      const QString rule = found.finding.rule.isEmpty() ? QStringLiteral("-") : found.finding.rule;
      if (!rules.contains(rule))
        rules << rule;
    }
  return rules;
}

QString logDetail(const ImportPlan& plan, int enrolled) {
  const ImportSummary sum = plan.summary();
  return QStringLiteral("rows=%1 enrolled=%2 refused=%3 unchanged=%4 sha256=%5")
      .arg(sum.rows)
      .arg(enrolled)
      .arg(sum.refused + sum.differs)
      .arg(sum.unchanged)
      .arg(QString::fromLatin1(plan.fileHash.toHex()));
}

} // namespace

Result<ImportResult> commitImport(Office& office, const ImportPlan& plan, bool onlyGood, const Progress& progress) {
  if (auto allowed = office.store().require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  Transaction transaction = office.store().begin();
  if (auto begun = transaction.begun(); !begun)
    return std::unexpected(begun.error());
  auto present = presentPlan(office, plan);
  if (!present)
    return std::unexpected(present.error());
  if (!onlyGood && !present->allGood())
    return fail(ErrorCode::RefusedByRules, refusingRules(*present));

  ImportResult result;
  if (present->summary().enrol > 0) {
    Batch batch;
    batch.kind = BatchKind::Import;
    batch.source = plan.fileName;
    batch.sourceHash = plan.fileHash;
    auto stored = office.store().batches().insert(batch);
    if (!stored)
      return std::unexpected(stored.error());
    result.batch = *stored;
    if (auto written = writeRows(office, *present, result.batch, progress, result.enrolled); !written)
      return std::unexpected(written.error());
    if (auto counted = office.store().batches().setCount(result.batch, result.enrolled); !counted)
      return std::unexpected(counted.error());
  }
  const QString object = result.batch > 0 ? QStringLiteral("batch:%1").arg(result.batch) : QStringLiteral("file");
  if (auto logged = office.store().log().append(LogAction::Import, object, logDetail(*present, result.enrolled));
      !logged)
    return std::unexpected(logged.error());
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return result;
}

} // namespace xueji
