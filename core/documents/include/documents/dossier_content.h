#pragma once

#include "documents/dossier.h"
#include "documents/paper_definition.h"

namespace xueji {

/// The content of a child's 学籍卡 as it stands today: display texts of the catalogue, masked unless `full`, the change
/// record from the acts that are not void; what the person may not see or print is left blank, and the paper says so.
/// Logs nothing. Errors: StudentNotFound, RoleForbids.
Result<DossierContent> dossierContent(Office& office, qint64 student, bool full);

/// For paperDefinitions().
Result<PaperDraft> readDossier(Office& office, const PaperSubject& subject, bool full, const Progress& progress);

} // namespace xueji
