#include "student_numbers.h"

#include "domain/ledger_facts.h"
#include "domain/student_number.h"
#include "store/tables.h"

namespace xueji {

Result<QString> freeTemporaryNumber(Office& office, const QDate& birth, const QSet<QString>& alsoTaken) {
  constexpr int kTries = 2000;
  const QString region = office.store().school().region;
  for (int i = 0; i < kTries; ++i) {
    const QString number = StudentNumber::makeTemporary(region, birth, office.random());
    if (alsoTaken.contains(number))
      continue;
    const auto holders = office.tables().facts().withValue(NumberFact::fact(), QStringLiteral("value"), number);
    if (!holders)
      return std::unexpected(holders.error());
    if (holders->isEmpty())
      return number;
  }
  return fail(ErrorCode::Internal, {QStringLiteral("student number")});
}

} // namespace xueji
