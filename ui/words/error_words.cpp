#include "ui/words/error_words.h"

#include "ui/words/right_words.h"

#include <QCoreApplication>

namespace xueji {

namespace {

/// The sentences stand here as one context for the translators: xueji::Words.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(xueji::Words)
public:
  static QString ofPerson(ErrorCode code, const QStringList& args);
  static QString ofAccount(ErrorCode code, const QStringList& args);
  static QString ofRegister(ErrorCode code);
  static QString ofDisk(ErrorCode code, const QStringList& args);
  static QString ofFile(ErrorCode code);
  static QString ofLedger(ErrorCode code, const QStringList& args);
  static QString ofCase(ErrorCode code);
  static QString weakness(const QStringList& missing);
  static QString capability(const QString& key);
  static QString use(const QString& key);
};

QString Words::capability(const QString& key) {
  if (key == QLatin1String("read_records"))
    return tr("read records");
  if (key == QLatin1String("enrol"))
    return tr("enrol students");
  if (key == QLatin1String("change_records"))
    return tr("change records");
  if (key == QLatin1String("approve"))
    return tr("approve");
  if (key == QLatin1String("print"))
    return tr("print");
  if (key == QLatin1String("export"))
    return tr("export");
  if (key == QLatin1String("read_log"))
    return tr("read the log");
  if (key == QLatin1String("manage_users"))
    return tr("manage accounts");
  if (key == QLatin1String("change_school"))
    return tr("change the school's settings");
  if (key == QLatin1String("back_up"))
    return tr("make backups");
  return key;
}

/// What cannot be done so; a text that is no key of these says it itself.
QString Words::use(const QString& key) {
  if (key == QLatin1String("purpose"))
    return tr("say for which purpose whole numbers are shown");
  if (key == QLatin1String("restore onto itself"))
    return tr("a backup is not brought back onto itself; name another folder");
  if (key == QLatin1String("remove oneself"))
    return tr("nobody removes the account with which he is signed in");
  if (key == QLatin1String("empty password"))
    return tr("the password is empty");
  if (key == QLatin1String("too many accounts"))
    return tr("a register takes no more accounts; remove one first");
  return key;
}

QString Words::weakness(const QStringList& missing) {
  QStringList parts;
  if (missing.contains(QLatin1String("length")))
    parts.append(tr("it needs at least 8 characters"));
  if (missing.contains(QLatin1String("kinds")))
    parts.append(tr("it needs three of: capitals, small letters, digits, other characters"));
  return parts.isEmpty() ? missing.join(QStringLiteral("; ")) : parts.join(tr("; "));
}

QString Words::ofPerson(ErrorCode code, const QStringList& args) {
  switch (code) {
  case ErrorCode::WrongUse:
    return tr("This cannot be done so: %1");
  case ErrorCode::ValueInvalid:
    return tr("“%2” cannot be taken as %1. Please correct it.");
  case ErrorCode::FieldUnknown:
    return tr("The register has no item called “%1”.");
  case ErrorCode::FieldNotEditable:
    return args.value(1).isEmpty()
               ? tr("%1 cannot be changed here.")
               : tr("%1 cannot be changed here (rule %2): it is key data and needs its own application with papers.");
  case ErrorCode::RoleForbids:
    return tr("An account of the role %1 may not %2. Ask somebody whose role may.");
  case ErrorCode::Cancelled:
    return tr("Stopped on your wish. Nothing was changed.");
  default:
    return {};
  }
}

QString Words::ofAccount(ErrorCode code, const QStringList& args) {
  switch (code) {
  case ErrorCode::WrongPassword:
    return tr("The user name or the password is wrong. Check Caps Lock and the keyboard language. "
              "Who has forgotten the password can use the recovery sheet.");
  case ErrorCode::WrongRecoverySecret:
    return tr("The recovery code does not open this register. Compare it with the sheet group by group.");
  case ErrorCode::PasswordTooWeak:
    return tr("The password is too weak: %1. A sentence of 20 characters or more also does.").arg(weakness(args));
  case ErrorCode::UserExists:
    return tr("There is already an account named “%1”. Choose another name.");
  case ErrorCode::UserUnknown:
    return tr("There is no active account named “%1”.");
  case ErrorCode::TooManyAttempts:
    return tr("Too many wrong passwords. Please wait %1 seconds and try again.");
  case ErrorCode::WitnessNeeded:
    return tr("This concerns %1 children; above %2 a second person must give name and password (rule P05).");
  case ErrorCode::WitnessAlone:
    return tr("A second person is needed and this register has one account only. Add an account for the principal or a "
              "colleague under Accounts first.");
  case ErrorCode::WitnessSelf:
    return tr("The witness must be another person than %1, who is signed in.");
  case ErrorCode::WitnessWrongPassword:
    return tr("Name or password of the second person (%1) is wrong. Nothing was done; that person gives both again.");
  case ErrorCode::WitnessSpent:
    return tr("What %1 confirmed as witness was done already. Ask again for what is left to do.");
  case ErrorCode::WitnessLate:
    return tr("%1 confirmed as witness more than two minutes ago. Ask again.");
  case ErrorCode::WitnessOther:
    return tr("%1 confirmed something else as witness. Ask again for this.");
  case ErrorCode::VoidNeedsWitness:
    return tr(
        "%1 (act no. %2) is declared void by two persons (rule X10): a second person gives name and password. Only "
        "one's own entries of the same day need nobody else.");
  default:
    return {};
  }
}

QString Words::ofRegister(ErrorCode code) {
  switch (code) {
  case ErrorCode::RegisterMissing:
    return tr("There is no register at %1. Check the folder, or whether its drive is connected.");
  case ErrorCode::RegisterExists:
    return tr("%1 already holds something. Choose another name or folder; nothing was overwritten.");
  case ErrorCode::NotARegister:
    return tr("%1 is not a register of this program. Choose the folder whose name ends in .xueji.");
  case ErrorCode::RegisterDamaged:
    return tr("The register at %1 is damaged. Restore the last proven backup; the damaged one is kept beside it.");
  case ErrorCode::RegisterNewer:
    return tr("This register was made by a newer version of the program (format %1, this one knows %2). "
              "Install the newer version; nothing was changed.");
  case ErrorCode::RegisterInUse:
    return tr("The register is open already: %1 on %2 since %3. Ask for it to be closed there first.");
  case ErrorCode::KeyFileDamaged:
    return tr("The key file %1 and its copy are damaged. Restore the last proven backup.");
  case ErrorCode::LogBroken:
    return tr("The log was altered at line %1: it no longer fits together. "
              "Keep this copy as evidence and compare it with the last proven backup.");
  case ErrorCode::LogRolledBack:
    return tr("This register is older than its own keys say: somebody put an earlier copy in its place. "
              "Find out who restored it before going on.");
  case ErrorCode::KeyDoesNotFit:
    return tr("The keys in %1 do not fit this database: they belong to another register, or its beginning is lost. "
              "Restore the last proven backup.");
  case ErrorCode::IsBackup:
    return tr("%1 is a backup: it is kept as it is and not worked in. Bring it back as a register first "
              "(“Bring a backup back” in the window, or xuejictl restore).");
  default:
    return {};
  }
}

QString Words::ofDisk(ErrorCode code, const QStringList& args) {
  switch (code) {
  case ErrorCode::PathMissing:
    return tr("There is no file or folder %1. Check its name, or whether its drive is connected.");
  case ErrorCode::NotWritable:
    return tr("Nothing can be written to %1: it is read-only or belongs to somebody else. Choose another folder.");
  case ErrorCode::DiskFull:
    return tr("The disk of %1 is full. Nothing was changed; make room and try again.");
  case ErrorCode::ReadFailed:
    return tr("%1 cannot be read. Check whether it is open elsewhere or its drive was removed.");
  case ErrorCode::WriteFailed:
    return tr("%1 could not be written. Close it if it is open in another program, and try again.");
  case ErrorCode::BackupUnproven:
    return args.value(1).isEmpty()
               ? tr("The backup at %1 could not be proven: it does not reopen or its counts differ. "
                    "Do not rely on it; make another one on a different disk.")
               : tr("The backup at %1 could not be proven: rows of the register do not fit their seals. Let the "
                    "register "
                    "be checked (xuejictl verify names them), and bring back the last proven backup; to keep the "
                    "present "
                    "state as evidence, copy its folder.");
  default:
    return {};
  }
}

QString Words::ofFile(ErrorCode code) {
  switch (code) {
  case ErrorCode::FileEmpty:
    return tr("The file %1 is empty. Choose the file that holds the roster.");
  case ErrorCode::FileTooLarge:
    return tr("The file %1 is too large (%2; the limit is %3). Split it by class or grade.");
  case ErrorCode::FileEncrypted:
    return tr("The file %1 is protected by a password. Open it in the spreadsheet program, "
              "save it without a password, and choose it again.");
  case ErrorCode::FileTypeUnknown:
    return tr("The file %1 is no table this program can read. It reads xlsx, xls, ods and csv.");
  case ErrorCode::FileDamaged:
    return tr("The file %1 is damaged. Open it in the spreadsheet program and save it again, or ask the sender.");
  case ErrorCode::ArchiveBomb:
    return tr("The file %1 would unpack to far more than a roster holds. It was not opened; ask the sender.");
  case ErrorCode::CellTooLong:
    return tr("Cell %1 holds %2 characters; the limit is %3. Correct it in the spreadsheet.");
  case ErrorCode::TooManyCells:
    return tr("The file %1 has more cells than the limit of %2. Delete empty rows and columns, or split it.");
  case ErrorCode::EncodingUnknown:
    return tr("The characters of the file %1 cannot be recognised. Save it as xlsx, or as CSV in UTF-8.");
  case ErrorCode::HeadersUnknown:
    return tr("No line of the file was recognised as headers (found: %1). "
              "The headers should be those of the collection form, such as 姓名 and 身份证件号.");
  case ErrorCode::HeaderDuplicate:
    return tr("The header “%1” stands over two columns. Delete or rename one of them.");
  case ErrorCode::HeaderMissing:
    return tr("The file lacks columns an import needs: %1. Add them and choose the file again.");
  case ErrorCode::NoRows:
    return tr("The file %1 has headers but no student below them.");
  case ErrorCode::OtherSchool:
    return tr("The file is of the school %1; this register is of the school %2. Nothing was taken over.");
  default:
    return {};
  }
}

QString Words::ofCase(ErrorCode code) {
  switch (code) {
  case ErrorCode::CaseNotFound:
    return tr("There is no case %1 in this register.");
  case ErrorCode::CaseKindUnknown:
    return tr("Case %1 is of a kind this program does not know (%2, version %3): a newer version wrote it. It can be "
              "withdrawn, not performed; install the newer version.");
  case ErrorCode::CaseTooLarge:
    return tr("This case holds %1 bytes; the limit is %2. Leave out what does not belong into it; nothing was kept.");
  case ErrorCode::CaseNotHandedOver:
    return tr("Case %1 is still a draft of its owner. It must be handed over first.");
  case ErrorCode::CaseWithdrawn:
    return tr("Case %1 was withdrawn. Open a new one.");
  case ErrorCode::CasePerformed:
    return tr("Case %1 was performed already, as act no. %2. It is done once only.");
  case ErrorCode::CaseChanged:
    return tr("Case %1 is no longer what you looked at. Look at it again.");
  case ErrorCode::CaseOpen:
    return tr(
        "This enrolment cannot be declared void: case %1 (%2) of this child is still open. Perform or withdraw it "
        "first.");
  case ErrorCode::ApprovalNeeded:
    return tr("%1 must be approved before it is done. Hand it over as a case to somebody who may approve.");
  case ErrorCode::ApprovalOwn:
    return tr("%1 asked for this and cannot approve it. Another person must.");
  case ErrorCode::ApprovalOutdated:
    return tr("Wish, record or rules have changed since case %1 was approved. It must be approved again.");
  case ErrorCode::ApprovalRefused:
    return tr("Case %1 was refused by %2. Change it and ask again, or withdraw it.");
  default:
    return {};
  }
}

QString Words::ofLedger(ErrorCode code, const QStringList& args) {
  switch (code) {
  case ErrorCode::StudentNotFound:
    return tr("No student with the number %1 is in this register.");
  case ErrorCode::BatchNotFound:
    return tr("There is no batch %1 in this register.");
  case ErrorCode::BatchBuiltUpon:
    return args.value(3).toInt() > 1
               ? tr("This cannot be undone any more, because %4 later acts stand on it, the newest: %1 of %2 (act %3). "
                    "Undo that first, then the one before it.")
               : tr("This cannot be undone any more, because something later stands on it: %1 of %2 (act %3). Undo "
                    "that first.");
  case ErrorCode::BatchNotYours:
    return tr("Batch %1 was made by %2; only that person can undo it, or another registrar with a witness once the "
              "account is removed.");
  case ErrorCode::ActNotFound:
    return tr("There is no act %1 in this register.");
  case ErrorCode::RefusedByRules:
    return tr("Not done, because the rules refuse it: %1.");
  case ErrorCode::NothingToDo:
    return tr("There is nothing to do here.");
  case ErrorCode::RecordChanged:
    return tr("Somebody changed this record since you opened it. Look at it again before saving.");
  case ErrorCode::ActKindUnknown:
    return tr("The register holds an act of a kind this program does not know (%2, no. %1). It was written by a newer "
              "version, or altered: install the newer version, or check the register. Nothing was changed.");
  case ErrorCode::FactUnknown:
    return tr("This register keeps nothing called “%1”. Nothing was changed.");
  case ErrorCode::StateTwice:
    return tr("%1 would begin twice on the same day (%2) by one act. Nothing was changed; enter one of them.");
  case ErrorCode::DayTooEarly:
    return tr("%1 cannot hold from %2: the enrolment begins only on %3. Enter a later day, or move the enrolment's day "
              "first.");
  case ErrorCode::DayTooLate:
    return tr("%1 is too far ahead: nothing is entered beyond %2, the end of next school year. Check the day.");
  case ErrorCode::NotVoidable:
    return args.value(1).isEmpty() ? tr("%1 is not declared void; move the day again instead.")
                                   : tr("%1: a register cannot be without its school, so what was known of it first is "
                                        "not declared void. Enter what is right as a change instead.");
  case ErrorCode::ClassNotFound:
    return tr("There is no class no. %1 in this school, or its making was declared void. Choose another class.");
  case ErrorCode::ClassClosed:
    return tr("%1 is not open on %2: it was made later or closed before. Choose another class or another day.");
  case ErrorCode::ClassExists:
    return tr("There is %1 already. Take another number.");
  case ErrorCode::ClassNotEmpty:
    return args.value(3).toInt() == 0
               ? tr("%1 cannot be closed on %3: %2 children are in it. Move them to other classes first.")
               : tr("%1 cannot be closed on %3: %2 children are in it on that day or come into it later (later: %4). "
                    "Move them to other classes first.");
  case ErrorCode::ActByProgram:
    return tr("%1 was written by the program itself: it can be neither entered nor declared void. Correct the records "
              "themselves instead.");
  case ErrorCode::ActBetween:
    return tr("The enrolment cannot be moved past what was entered between the two days: %1 of %2. Declare that void "
              "first.");
  case ErrorCode::ActStands:
    return tr("Act no. %1 stands; only an act that is void can be done again, and only once.");
  case ErrorCode::PaperGone:
    return tr("Paper no. %1 is not among those that stand in this record.");
  case ErrorCode::ClockBehind:
    return tr("The clock of this computer (%2) is behind the newest entry of the log (%1). Set the clock right before "
              "entering anything. If it is right and the log ran ahead, a second person confirms that: xuejictl "
              "confirm-clock. Nothing was changed.");
  case ErrorCode::GlyphMissing:
    return tr("The fonts of this computer cannot draw: %1. Install a font that holds these characters (for example "
              "Noto Sans CJK or Plangothic); nothing was printed.");
  case ErrorCode::PrinterFailed:
    return tr("The printer did not take the pages. Check whether it is switched on, or save a PDF instead.");
  default:
    return tr("Something went wrong inside the program (%1). Nothing was changed; please report this.");
  }
}

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
  QStringList args = error.args;
  if (error.code == ErrorCode::RoleForbids) {
    const QString what = args.size() > 2 ? rightWord(args[1], args[2]) : Words::capability(args.value(1));
    args = {roleWord(args.value(0)), what};
  }
  if (error.code == ErrorCode::WrongUse)
    args = {Words::use(args.value(0))};
  QString sentence = Words::ofPerson(error.code, args);
  for (const auto of : {&Words::ofRegister, &Words::ofFile, &Words::ofCase})
    if (sentence.isEmpty())
      sentence = of(error.code);
  for (const auto of : {&Words::ofDisk, &Words::ofAccount})
    if (sentence.isEmpty())
      sentence = of(error.code, args);
  if (sentence.isEmpty())
    sentence = Words::ofLedger(error.code, error.args);
  // All places at once, so that a %1 inside an argument stays as it is; a missing argument leaves nothing behind.
  QString filled;
  for (qsizetype i = 0; i < sentence.size(); ++i) {
    const bool place = sentence[i] == u'%' && i + 1 < sentence.size() && sentence[i + 1].isDigit();
    filled += place ? args.value(sentence[i + 1].digitValue() - 1) : QString(sentence[i]);
    if (place)
      ++i;
  }
  return filled;
}

} // namespace xueji
