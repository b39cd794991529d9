// Carrying out an import: one batch, one transaction.

#include "register/acts.h"
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

/// The rows that may be enrolled, as judged wishes.
Result<QList<Judged>> wishesOf(Office& office, const ImportPlan& plan, const Progress& progress) {
  const SchoolProfile& school = office.store().school();
  QHash<int, Findings> warnings;
  for (const ImportFinding& found : plan.findings)
    warnings[found.row] << found.finding;
  QSet<QString> taken;
  QList<Judged> judged;
  for (qsizetype i = 0; i < plan.rows.size(); ++i) {
    const ImportRow& row = plan.rows[i];
    if (!goesOn(progress, i, 2 * plan.rows.size()))
      return fail(ErrorCode::Cancelled);
    if (row.verdict != ImportRow::Verdict::Enrol)
      continue;
    Enrolment enrolment;
    enrolment.record = row.record;
    enrolment.entryYear = plan.options.entryYear;
    enrolment.effective = plan.options.effective;
    auto wish = enrolmentWish(office, enrolment, &taken);
    if (!wish)
      return std::unexpected(wish.error());
    Judged one;
    one.wish = std::move(*wish);
    one.before.lastAct = plan.lastAct;
    auto planned = planOn(office, one.wish, one.before);
    if (!planned)
      return std::unexpected(planned.error());
    one.planned = std::move(*planned);
    one.verdict.findings = warnings.value(row.sheetRow);
    const Stage stage = stageOf(row.record, plan.options.entryYear, school.system);
    one.verdict.ruleSets = office.rules().setsOn(plan.options.effective, stage, school.region.left(2));
    judged << std::move(one);
  }
  return judged;
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
  if (present->summary().enrol == 0) {
    if (auto logged = office.store().log().append(LogAction::Import, QStringLiteral("file"), logDetail(*present, 0));
        !logged)
      return std::unexpected(logged.error());
  } else {
    auto judged = wishesOf(office, *present, progress);
    if (!judged)
      return std::unexpected(judged.error());
    result.enrolled = static_cast<int>(judged->size());
    Batch batch;
    batch.kind = BatchKind::Import;
    batch.source = plan.fileName;
    batch.sourceHash = plan.fileHash;
    const qint64 rows = present->rows.size();
    const auto second = [&](qint64 done, qint64) { return goesOn(progress, rows + done, 2 * rows); };
    const auto done = performAll(office, batch, std::move(*judged),
                                 {LogAction::Import, {}, logDetail(*present, result.enrolled)}, second);
    if (!done)
      return std::unexpected(done.error());
    result.batch = done->batch;
  }
  if (auto committed = transaction.commit(); !committed)
    return std::unexpected(committed.error());
  return result;
}

} // namespace xueji
