#include "documents/print_wish.h"

#include "printable.h"
#include "register/leaving.h"
#include "register/office.h"

namespace xueji {

namespace {

/// What such papers show, and whether they only come out of the printer or leave the program.
Leaving leavingOf(const Office& office, const PrintWish& wish, qint64 children, bool list) {
  const OwnRights rights(office);
  const bool leaves = wish.file && !wish.preview && (wish.full || list);
  Leaving leaving{leaves ? Verb::Export : Verb::Print, allFields(office.fields()), wish.full,
                  wish.preview ? 0 : children, wish.purpose};
  leaving.fields.removeIf([&](Field field) { return !isPrintable(rights, field); });
  return leaving;
}

} // namespace

Result<void> mayPrint(const Office& office, const PrintWish& wish, qint64 children, bool list) {
  if (wish.full && wish.purpose.trimmed().isEmpty())
    return fail(ErrorCode::WrongUse, {QStringLiteral("purpose")});
  if (auto allowed = office.store().require(Capability::Print); !allowed)
    return allowed;
  return mayLeave(office, leavingOf(office, wish, children, list), wish.witness);
}

PaperFrame unprintedFrame(const Office& office, const PrintWish& wish) {
  const SchoolProfile school = office.store().school();
  PaperFrame frame;
  frame.schoolName = school.name;
  frame.schoolCode = school.code;
  frame.purpose = wish.purpose.trimmed();
  frame.date = chineseDate(office.clock().today());
  frame.printedBy = office.store().user().name;
  frame.partial = leavingOf(office, wish, 0, false).fields.size() < office.fields().all().size();
  return frame;
}

Result<PaperFrame> paperFrame(Office& office, const PrintWish& wish, const QStringList& objects, qint64 children,
                              bool list) {
  if (const auto allowed = mayPrint(office, wish, children, list); !allowed)
    return std::unexpected(allowed.error());
  const Leaving leaving = leavingOf(office, wish, children, list);
  PaperFrame frame = unprintedFrame(office, wish);
  const auto witnessed = letLeave(office, leaving, wish.witness);
  if (!witnessed)
    return std::unexpected(witnessed.error());
  // The number tells apart what was printed; it is kept in the log row of each child concerned.
  frame.printNumber = wish.preview ? QStringLiteral("预览")
                                   : office.clock().now().toUTC().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
  QStringList details{(wish.preview ? QStringLiteral("preview") : QStringLiteral("print=") + frame.printNumber)};
  details << (wish.full ? QStringLiteral("full") : QStringLiteral("masked")) + *witnessed;
  if (!frame.purpose.isEmpty())
    details << QStringLiteral("purpose=") + frame.purpose;
  const LogAction action = wish.preview                   ? LogAction::Read
                           : leaving.verb == Verb::Export ? LogAction::Export
                                                          : LogAction::Print;
  const auto code = logLeaving(office, action, objects, details.join(QLatin1Char(' ')));
  if (!code)
    return std::unexpected(code.error());
  frame.logCode = *code;
  return frame;
}

} // namespace xueji
