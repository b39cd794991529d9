#include "ui/words/error_words.h"

#include "right_words.h"
#include "text/filling.h"

#include <QCoreApplication>
#include <QHash>
#include <array>

namespace xueji {

namespace {

/// The sentences stand here as one context for the translators: xueji::Words.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(xueji::Words)
public:
  static QStringList weakness(const QStringList& missing);
  static QStringList use(const QStringList& args);
  static QStringList right(const QStringList& args);
};

/// What an account may, by its key (store/capability.h).
QString capabilityWord(const QString& key) {
  static const QHash<QString, const char*> words{
      {QStringLiteral("read_records"), QT_TRANSLATE_NOOP("xueji::Words", "read records")},
      {QStringLiteral("enrol"), QT_TRANSLATE_NOOP("xueji::Words", "enrol students")},
      {QStringLiteral("change_records"), QT_TRANSLATE_NOOP("xueji::Words", "change records")},
      {QStringLiteral("approve"), QT_TRANSLATE_NOOP("xueji::Words", "approve")},
      {QStringLiteral("print"), QT_TRANSLATE_NOOP("xueji::Words", "print")},
      {QStringLiteral("export"), QT_TRANSLATE_NOOP("xueji::Words", "export")},
      {QStringLiteral("read_log"), QT_TRANSLATE_NOOP("xueji::Words", "read the log")},
      {QStringLiteral("manage_users"), QT_TRANSLATE_NOOP("xueji::Words", "manage accounts")},
      {QStringLiteral("change_school"), QT_TRANSLATE_NOOP("xueji::Words", "change the school's settings")},
      {QStringLiteral("back_up"), QT_TRANSLATE_NOOP("xueji::Words", "make backups")},
  };
  const auto word = words.constFind(key);
  return word == words.constEnd() ? key : Words::tr(*word);
}

/// What cannot be done so; a text that is no key of these says it itself.
QStringList Words::use(const QStringList& args) {
  static const QHash<QString, const char*> sentences{
      {QStringLiteral("purpose"), QT_TR_NOOP("say for which purpose whole numbers are shown")},
      {QStringLiteral("restore onto itself"),
       QT_TR_NOOP("a backup is not brought back onto itself; name another folder")},
      {QStringLiteral("remove oneself"), QT_TR_NOOP("nobody removes the account with which he is signed in")},
      {QStringLiteral("empty password"), QT_TR_NOOP("the password is empty")},
      {QStringLiteral("too many accounts"), QT_TR_NOOP("a register takes no more accounts; remove one first")},
  };
  const auto sentence = sentences.constFind(args.value(0));
  return {sentence == sentences.constEnd() ? args.value(0) : tr(*sentence)};
}

QStringList Words::weakness(const QStringList& missing) {
  QStringList parts;
  if (missing.contains(QLatin1String("length")))
    parts.append(tr("it needs at least 8 characters"));
  if (missing.contains(QLatin1String("kinds")))
    parts.append(tr("it needs three of: capitals, small letters, digits, other characters"));
  return {parts.isEmpty() ? missing.join(QStringLiteral("; ")) : parts.join(tr("; "))};
}

QStringList Words::right(const QStringList& args) {
  return {roleWord(args.value(0)), args.size() > 2 ? rightWord(args[1], args[2]) : capabilityWord(args.value(1))};
}

struct ErrorEntry {
  ErrorCode code;
  ExitCode exit;
  const char* sentence;
  /// Another sentence, where it fits the arguments better.
  struct {
    bool (*fits)(const QStringList&) = nullptr;
    const char* sentence = nullptr;
  } other = {};
  QStringList (*shown)(const QStringList&) = nullptr; ///< the arguments as they are shown; none: as they are
};

/// Every error there is, in the order of the enumeration: what the shell is told, and what a person is told.
constexpr ErrorEntry kErrors[] = {
    {ErrorCode::WrongUse,
     ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "This cannot be done so: %1"),
     {},
     Words::use},
    {ErrorCode::ValueInvalid, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "“%2” cannot be taken as %1. Please correct it.")},
    {ErrorCode::FieldUnknown, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "The register has no item called “%1”.")},
    {ErrorCode::FieldNotEditable,
     ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 cannot be changed here."),
     {[](const QStringList& args) { return !(args.value(1).isEmpty()); },
      QT_TRANSLATE_NOOP(
          "xueji::Words",
          "%1 cannot be changed here (rule %2): it is key data and needs its own application with papers.")}},
    {ErrorCode::RoleForbids,
     ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "An account of the role %1 may not %2. Ask somebody whose role may."),
     {},
     Words::right},
    {ErrorCode::Cancelled, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Stopped on your wish. Nothing was changed.")},
    {ErrorCode::WrongPassword, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The user name or the password is wrong. Check Caps Lock and the keyboard language. "
                       "Who has forgotten the password can use the recovery sheet.")},
    {ErrorCode::WrongRecoverySecret, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The recovery code does not open this register. Compare it with the sheet group by group.")},
    {ErrorCode::PasswordTooWeak,
     ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "The password is too weak: %1. A sentence of 20 characters or more also does."),
     {},
     Words::weakness},
    {ErrorCode::UserExists, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "There is already an account named “%1”. Choose another name.")},
    {ErrorCode::UserUnknown, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "There is no active account named “%1”.")},
    {ErrorCode::TooManyAttempts, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words", "Too many wrong passwords. Please wait %1 seconds and try again.")},
    {ErrorCode::WitnessNeeded, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "This concerns %1 children; above %2 a second person must give name and password (rule P05).")},
    {ErrorCode::WitnessAlone, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "A second person is needed and this register has one account only. Add an account for the principal or a "
         "colleague under Accounts first.")},
    {ErrorCode::WitnessSelf, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "The witness must be another person than %1, who is signed in.")},
    {ErrorCode::WitnessWrongPassword, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "Name or password of the second person (%1) is wrong. Nothing was done; that person gives both again.")},
    {ErrorCode::WitnessSpent, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "What %1 confirmed as witness was done already. Ask again for what is left to do.")},
    {ErrorCode::WitnessLate, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 confirmed as witness more than two minutes ago. Ask again.")},
    {ErrorCode::WitnessOther, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 confirmed something else as witness. Ask again for this.")},
    {ErrorCode::VoidNeedsWitness, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 (act no. %2) is declared void by two persons (rule X10): a second person gives name and password. Only "
         "one's own entries of the same day need nobody else.")},
    {ErrorCode::RegisterMissing, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "There is no register at %1. Check the folder, or whether its drive is connected.")},
    {ErrorCode::RegisterExists, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 already holds something. Choose another name or folder; nothing was overwritten.")},
    {ErrorCode::NotARegister, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 is not a register of this program. Choose the folder whose name ends in .xueji.")},
    {ErrorCode::RegisterDamaged, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The register at %1 is damaged. Restore the last proven backup; the damaged one is kept beside it.")},
    {ErrorCode::RegisterNewer, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "This register was made by a newer version of the program (format %1, this one knows %2). "
                       "Install the newer version; nothing was changed.")},
    {ErrorCode::RegisterInUse, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The register is open already: %1 on %2 since %3. Ask for it to be closed there first.")},
    {ErrorCode::RegisterBusy, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Another piece of work is writing to the register just now. Nothing was changed; "
                       "try again when it has ended.")},
    {ErrorCode::KeyFileDamaged, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words", "The key file %1 and its copy are damaged. Restore the last proven backup.")},
    {ErrorCode::LogBroken, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "The log was altered at line %1: it no longer fits together. "
                                       "Keep this copy as evidence and compare it with the last proven backup.")},
    {ErrorCode::LogRolledBack, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "This register is older than its own keys say: somebody put an earlier copy in its place. "
                       "Find out who restored it before going on.")},
    {ErrorCode::KeyDoesNotFit, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The keys in %1 do not fit this database: they belong to another register, or its beginning is lost. "
         "Restore the last proven backup.")},
    {ErrorCode::IsBackup, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 is a backup: it is kept as it is and not worked in. Bring it back as a register first "
                       "(“Bring a backup back” in the window, or xuejictl restore).")},
    {ErrorCode::PathMissing, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "There is no file or folder %1. Check its name, or whether its drive is connected.")},
    {ErrorCode::NotWritable, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "Nothing can be written to %1: it is read-only or belongs to somebody else. Choose another folder.")},
    {ErrorCode::DiskFull, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words", "The disk of %1 is full. Nothing was changed; make room and try again.")},
    {ErrorCode::ReadFailed, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 cannot be read. Check whether it is open elsewhere or its drive was removed.")},
    {ErrorCode::WriteFailed, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 could not be written. Close it if it is open in another program, and try again.")},
    {ErrorCode::BackupUnproven,
     ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words", "The backup at %1 could not be proven: it does not reopen or its counts differ. "
                                       "Do not rely on it; make another one on a different disk."),
     {[](const QStringList& args) { return !(args.value(1).isEmpty()); },
      QT_TRANSLATE_NOOP("xueji::Words",
                        "The backup at %1 could not be proven: rows of the register do not fit their seals. Let the "
                        "register "
                        "be checked (xuejictl verify names them), and bring back the last proven backup; to keep the "
                        "present "
                        "state as evidence, copy its folder.")}},
    {ErrorCode::FileEmpty, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "The file %1 is empty. Choose the file that holds the roster.")},
    {ErrorCode::FileTooLarge, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "The file %1 is too large (%2; the limit is %3). Split it by class or grade.")},
    {ErrorCode::FileEncrypted, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "The file %1 is protected by a password. Open it in the spreadsheet program, "
                                       "save it without a password, and choose it again.")},
    {ErrorCode::FileTypeUnknown, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The file %1 is no table this program can read. It reads xlsx, xls, ods and csv.")},
    {ErrorCode::FileDamaged, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The file %1 is damaged. Open it in the spreadsheet program and save it again, or ask the sender.")},
    {ErrorCode::FileIsWebPage, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 is a web page without a table. Export the roster from the web system again, as xlsx or csv.")},
    {ErrorCode::FileIsWebArchive, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 is a web archive (mht). Open it in a spreadsheet program and save it as xlsx.")},
    {ErrorCode::FileIsBinaryWorkbook, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 is a binary workbook (xlsb). Open it in its spreadsheet program and save it as xlsx.")},
    {ErrorCode::FileIsNumbers, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 is a document of Numbers. Export it there as xlsx or csv.")},
    {ErrorCode::FileIsDocument, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 is a text document, not a sheet. Copy its table into a spreadsheet and save it as xlsx.")},
    {ErrorCode::FileIsPdf, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 is a PDF. Ask for the roster as xlsx or csv.")},
    {ErrorCode::FileIsLockFile, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 is the mark that a spreadsheet program lays beside an open file. Choose the "
                                       "roster itself, whose name is the same without it.")},
    {ErrorCode::FileIsArchive, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 is an archive with a sheet inside. Unpack it and choose the sheet.")},
    {ErrorCode::QuoteOpen, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The quotation mark in line %2 of %1 never closes; the lines after it would be lost. "
                       "Take it away, or close it in its own line.")},
    {ErrorCode::QuoteSwallows, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The quotation mark in line %2 of %1 closes only in line %3; the lines between would "
                       "be lost. Take both away, or close each in its own line.")},
    {ErrorCode::ArchiveBomb, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The file %1 would unpack to far more than a roster holds. It was not opened; ask the sender.")},
    {ErrorCode::CellTooLong, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "Cell %1 holds %2 characters; the limit is %3. Correct it in the spreadsheet.")},
    {ErrorCode::TooManyCells, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The file %1 has more cells than the limit of %2. Delete empty rows and columns, or split it.")},
    {ErrorCode::EncodingUnknown, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The characters of the file %1 cannot be recognised. Save it as xlsx, or as CSV in UTF-8.")},
    {ErrorCode::SheetsUndecided, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Several sheets hold a roster: %1. Say which are to be taken: some of them (--sheet "
                       "NAME, several times), or all (--all-sheets).")},
    {ErrorCode::SheetUnknown, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "The file has no roster in a sheet %1. Sheets with one: %2.")},
    {ErrorCode::HeadersUnknown, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "No line of the file was recognised as headers (found: %1). "
                       "The headers should be those of the collection form, such as 姓名 and 身份证件号.")},
    {ErrorCode::HeaderUndecided, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Several columns could be %1: %2. Say which it is (in the step “Columns”; --map "
                       "COLUMN=ITEM with header or letter, =- leaves one out), or change a header in the file.")},
    {ErrorCode::ColumnUnknown, ExitCode::WrongUse,
     QT_TRANSLATE_NOOP("xueji::Words", "There is no column or item “%1”. A column is named by its header or letter, "
                                       "of several sheets as SHEET!LETTER; an item by its name on the form.")},
    {ErrorCode::HeaderMissing, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The file lacks columns an import needs: %1. Say which columns they are (in the step "
                       "“Columns”; --map COLUMN=ITEM), or add them and choose the file again.")},
    {ErrorCode::NoRows, ExitCode::Unreadable,
     QT_TRANSLATE_NOOP("xueji::Words", "The file %1 has headers but no student below them.")},
    {ErrorCode::OtherSchool, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The file is of the school %1; this register is of the school %2. Nothing was taken over.")},
    {ErrorCode::StudentNotFound, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "No student with the number %1 is in this register.")},
    {ErrorCode::BatchNotFound, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "There is no batch %1 in this register.")},
    {ErrorCode::BatchBuiltUpon,
     ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "This cannot be undone any more, because %4 later acts stand on it, the newest: %1 of %2 (act %3). "
         "Undo that first, then the one before it."),
     {[](const QStringList& args) { return !(args.value(3).toInt() > 1); },
      QT_TRANSLATE_NOOP("xueji::Words",
                        "This cannot be undone any more, because something later stands on it: %1 of %2 (act %3). Undo "
                        "that first.")}},
    {ErrorCode::BatchNotYours, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "Batch %1 was made by %2; only that person can undo it, or another registrar with a witness once the "
         "account is removed.")},
    {ErrorCode::ActNotFound, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "There is no act %1 in this register.")},
    {ErrorCode::RefusedByRules, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Not done, because the rules refuse it: %1.")},
    {ErrorCode::NothingToDo, ExitCode::Refused, QT_TRANSLATE_NOOP("xueji::Words", "There is nothing to do here.")},
    {ErrorCode::RecordChanged, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Somebody changed this record since you opened it. Look at it again before saving.")},
    {ErrorCode::ActKindUnknown, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The register holds an act of a kind this program does not know (%2, no. %1). It was written by a newer "
         "version, or altered: install the newer version, or check the register. Nothing was changed.")},
    {ErrorCode::FactUnknown, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "This register keeps nothing called “%1”. Nothing was changed.")},
    {ErrorCode::StateTwice, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 would begin twice on the same day (%2) by one act. Nothing was changed; enter one of them.")},
    {ErrorCode::DayTooEarly, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 cannot hold from %2: the enrolment begins only on %3. Enter a later day, or move the enrolment's day "
         "first.")},
    {ErrorCode::DayTooLate, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 is too far ahead: nothing is entered beyond %2, the end of next school year. Check the day.")},
    {ErrorCode::NotVoidable,
     ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 is not declared void; move the day again instead."),
     {[](const QStringList& args) { return !(args.value(1).isEmpty()); },
      QT_TRANSLATE_NOOP("xueji::Words", "%1: a register cannot be without its school, so what was known of it first is "
                                        "not declared void. Enter what is right as a change instead.")}},
    {ErrorCode::ClassNotFound, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "There is no class no. %1 in this school, or its making was declared void. Choose another class.")},
    {ErrorCode::ClassClosed, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 is not open on %2: it was made later or closed before. Choose another class or another day.")},
    {ErrorCode::ClassExists, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "There is %1 already. Take another number.")},
    {ErrorCode::ClassNotEmpty,
     ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 cannot be closed on %3: %2 children are in it. Move them to other classes first."),
     {[](const QStringList& args) { return !(args.value(3).toInt() == 0); },
      QT_TRANSLATE_NOOP(
          "xueji::Words",
          "%1 cannot be closed on %3: %2 children are in it on that day or come into it later (later: %4). "
          "Move them to other classes first.")}},
    {ErrorCode::ActByProgram, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "%1 was written by the program itself: it can be neither entered nor declared void. Correct the records "
         "themselves instead.")},
    {ErrorCode::ActBetween, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The enrolment cannot be moved past what was entered between the two days: %1 of %2. Declare that void "
         "first.")},
    {ErrorCode::ActStands, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Act no. %1 stands; only an act that is void can be done again, and only once.")},
    {ErrorCode::PaperGone, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Paper no. %1 is not among those that stand in this record.")},
    {ErrorCode::ClockBehind, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The clock of this computer (%2) is behind the newest entry of the log (%1). Set the clock right before "
         "entering anything. If it is right and the log ran ahead, a second person confirms that: xuejictl "
         "confirm-clock. Nothing was changed.")},
    {ErrorCode::CaseNotFound, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "There is no case %1 in this register.")},
    {ErrorCode::CaseKindUnknown, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "Case %1 is of a kind this program does not know (%2, version %3): a newer version wrote it. It can be "
         "withdrawn, not performed; install the newer version.")},
    {ErrorCode::CaseTooLarge, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "This case holds %1 bytes; the limit is %2. Leave out what does not belong into it; nothing was kept.")},
    {ErrorCode::CaseNotHandedOver, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Case %1 is still a draft of its owner. It must be handed over first.")},
    {ErrorCode::CaseWithdrawn, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Case %1 was withdrawn. Open a new one.")},
    {ErrorCode::CasePerformed, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Case %1 was performed already, as act no. %2. It is done once only.")},
    {ErrorCode::CaseChanged, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Case %1 is no longer what you looked at. Look at it again.")},
    {ErrorCode::CaseOpen, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "This enrolment cannot be declared void: case %1 (%2) of this child is still open. Perform or withdraw it "
         "first.")},
    {ErrorCode::ApprovalNeeded, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "%1 must be approved before it is done. Hand it over as a case to somebody who may approve.")},
    {ErrorCode::ApprovalOwn, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "%1 asked for this and cannot approve it. Another person must.")},
    {ErrorCode::ApprovalOutdated, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Wish, record or rules have changed since case %1 was approved. It must be approved again.")},
    {ErrorCode::ApprovalRefused, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words", "Case %1 was refused by %2. Change it and ask again, or withdraw it.")},
    {ErrorCode::PaperStopped, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Stopped on your wish. No file was left; the log keeps that the papers were made.")},
    {ErrorCode::GlyphMissing, ExitCode::Refused,
     QT_TRANSLATE_NOOP(
         "xueji::Words",
         "The fonts of this computer cannot draw: %1. Install a font that holds these characters (for example "
         "Noto Sans CJK or Plangothic); nothing was printed.")},
    {ErrorCode::PrinterFailed, ExitCode::Refused,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "The printer did not take the pages. Check whether it is switched on, or save a PDF instead.")},
    {ErrorCode::Internal, ExitCode::CannotOpen,
     QT_TRANSLATE_NOOP("xueji::Words",
                       "Something went wrong inside the program (%1). Nothing was changed; please report this.")},
};

/// An error that was added and has no line here does not compile.
constexpr bool isComplete() {
  for (std::size_t at = 0; at < std::size(kErrors); ++at)
    if (static_cast<std::size_t>(kErrors[at].code) != at)
      return false;
  return std::size(kErrors) == kErrorCodes;
}
static_assert(isComplete(), "kErrors needs a line for every ErrorCode, in its order");

} // namespace

QString roleWord(const QString& roleKey) {
  if (roleKey == QLatin1String("registrar"))
    return Words::tr("Registrar");
  if (roleKey == QLatin1String("principal"))
    return Words::tr("Principal");
  if (roleKey == QLatin1String("helper"))
    return Words::tr("Helper");
  if (roleKey == QLatin1String("nurse"))
    return Words::tr("School nurse");
  if (roleKey == QLatin1String("aid_officer"))
    return Words::tr("Aid officer");
  if (roleKey == QLatin1String("auditor"))
    return Words::tr("Auditor");
  return roleKey;
}

QString sentenceFor(const Error& error) {
  const ErrorEntry& entry = kErrors[static_cast<std::size_t>(error.code)];
  const bool other = entry.other.fits && entry.other.fits(error.args);
  return filled(Words::tr(other ? entry.other.sentence : entry.sentence),
                entry.shown ? entry.shown(error.args) : error.args);
}

ExitCode exitCodeOf(ErrorCode code) {
  return kErrors[static_cast<std::size_t>(code)].exit;
}

} // namespace xueji
