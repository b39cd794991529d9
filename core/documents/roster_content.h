#pragma once

#include "documents/paper_definition.h"
#include "domain/student_query.h"

namespace xueji {

/// Who stands on the roster of a cohort: who is in school or suspended.
StudentQuery rollOf(int entryYear, std::optional<Stage> stage);

/// 花名册 of a cohort, class by class, 待分班 last; for paperDefinitions(). Errors: NothingToDo (nobody), Cancelled.
Result<PaperDraft> readRoster(Office& office, const PaperSubject& subject, bool full, const Progress& progress);

} // namespace xueji
