#pragma once

#include <QStringList>
#include <cstddef>
#include <expected>

namespace xueji {

/// What went wrong, without words: the words are made where a person reads them (window or command line).
/// Arguments never hold SQL nor a child's data beyond the one cell in question.
enum class ErrorCode {
  // the person's wish
  WrongUse,         ///< args: what is wrong
  ValueInvalid,     ///< args: field label or option, value
  FieldUnknown,     ///< args: name
  FieldNotEditable, ///< args: field label, rule id
  RoleForbids,      ///< args: role, capability; or role, verb and group of the table of rights
  Cancelled,        ///< the person stopped it; nothing changed
  // accounts and keys
  WrongPassword, ///< also: unknown user (which of the two is not said)
  WrongRecoverySecret,
  PasswordTooWeak,      ///< args: what is missing (words of the rule P07)
  UserExists,           ///< args: user name
  UserUnknown,          ///< args: user name
  TooManyAttempts,      ///< args: seconds to wait
  WitnessNeeded,        ///< args: children, limit
  WitnessAlone,         ///< there is no other account
  WitnessSelf,          ///< args: user name
  WitnessWrongPassword, ///< args: user name as given; also: unknown user
  WitnessSpent,         ///< args: user name: what this person confirmed was done already
  WitnessLate,          ///< args: user name: confirmed more than two minutes ago
  WitnessOther,         ///< args: user name: confirmed something else
  VoidNeedsWitness,     ///< args: kind of the act that would be declared void, its number
  // the register folder
  RegisterMissing, ///< args: folder
  RegisterExists,  ///< args: folder
  NotARegister,    ///< args: folder or file
  RegisterDamaged, ///< args: folder
  RegisterNewer,   ///< args: version of the file, version known
  RegisterInUse,   ///< args: user, host, since
  RegisterBusy,    ///< another connection of this program has been writing for as long as one waits
  KeyFileDamaged,  ///< args: file
  LogBroken,       ///< args: number of the first row that does not fit
  LogRolledBack,   ///< the log is shorter or other than the head kept beside the keys
  KeyDoesNotFit,   ///< the keys beside the database belong to another register, or its first pages are lost; args: file
  IsBackup,        ///< a backup is brought back, never worked in; args: folder
  // disk
  PathMissing,    ///< args: path
  NotWritable,    ///< args: path
  DiskFull,       ///< args: path
  ReadFailed,     ///< args: path
  WriteFailed,    ///< args: path
  BackupUnproven, ///< the copy could not be reopened or counts differ; args: path; then "seals" where rows do not fit
  // files that are read
  FileEmpty,       ///< args: file
  FileTooLarge,    ///< args: file, size, limit
  FileEncrypted,   ///< args: file (password-protected workbook)
  FileTypeUnknown, ///< args: file
  FileDamaged,     ///< args: file
  // what a file is that is no roster; args: file
  FileIsWebPage, ///< without a table
  FileIsWebArchive,
  FileIsBinaryWorkbook, ///< xlsb
  FileIsNumbers,
  FileIsDocument,
  FileIsPdf,
  FileIsLockFile,
  FileIsArchive,   ///< with a sheet inside
  QuoteOpen,       ///< args: file, line with a quote that never closes
  QuoteSwallows,   ///< args: file, line with a quote, line of the table in which it closes
  ArchiveBomb,     ///< args: file
  CellTooLong,     ///< args: cell such as B7, characters, limit
  TooManyCells,    ///< args: file, limit
  EncodingUnknown, ///< args: file
  SheetsUndecided, ///< args: names of the sheets that hold a roster
  SheetUnknown,    ///< args: name asked for, names of the sheets that hold a roster
  HeadersUnknown,  ///< args: headers found; no row of the file is a known header line
  HeaderUndecided, ///< args: label of the item, headers with their columns that could be it
  ColumnUnknown,   ///< args: header, column letter or item that the file or the record does not have
  HeaderMissing,   ///< args: headers that an import cannot do without
  NoRows,          ///< args: file
  OtherSchool,     ///< args: school code in the file, school code of the register
  // register
  StudentNotFound, ///< args: number as typed
  BatchNotFound,   ///< args: batch
  BatchBuiltUpon,  ///< args: the newest of what stands on it (act kind, date, act), how many acts do
  BatchNotYours,   ///< args: batch, its maker
  ActNotFound,     ///< args: act
  RefusedByRules,  ///< args: rule ids; the findings travel beside the error
  NothingToDo,
  RecordChanged,  ///< somebody changed the record since it was read
  ActKindUnknown, ///< args: number of the act or batch, kind: a newer program wrote it, or it was tampered with
  FactUnknown,    ///< args: fact, column or kind of subject; a plan asks for what the register does not keep
  StateTwice,     ///< args: fact's name, day: two rows of one act on one state and day
  DayTooEarly,    ///< args: fact's name, day, first day of the enrolment
  DayTooLate,     ///< args: day, last day that may be entered (the end of next school year)
  NotVoidable,    ///< args: kind of act: a moved day is moved again; its first entry with "school": none is without it
  ClassNotFound,  ///< args: id
  ClassClosed,    ///< args: class, day: not open on it
  ClassExists,    ///< args: class
  ClassNotEmpty,  ///< args: class, children, day, of them: so many are in it on that day or (of them) come later
  ActByProgram,   ///< args: kind of act: the program tells its own doing; nobody wishes it, and it is not voided
  ActBetween,     ///< args: kind of act, its day: it lies between the old and the new day of the enrolment
  ActStands,      ///< args: act: only a voided act is done again
  PaperGone,      ///< args: paper: withdrawn already, or none of this record
  ClockBehind,    ///< args: time of the newest log row, time of the clock
  // cases and approvals
  CaseNotFound,      ///< args: case
  CaseKindUnknown,   ///< args: case, kind, version: a newer program wrote it
  CaseTooLarge,      ///< args: bytes, limit
  CaseNotHandedOver, ///< args: case: still a draft of its owner
  CaseWithdrawn,     ///< args: case
  CasePerformed,     ///< args: case, its act
  CaseChanged,       ///< args: case: another than the one that was looked at
  CaseOpen,          ///< args: case, kind of act: it stands on the enrolment
  ApprovalNeeded,    ///< args: kind of act
  ApprovalOwn,       ///< args: user name: who asks does not approve
  ApprovalOutdated,  ///< args: case: wish, record or rules are no longer those that were approved
  ApprovalRefused,   ///< args: case, who refused it
  // paper
  PaperStopped, ///< stopped after the log had it: no file was left
  GlyphMissing, ///< args: the characters
  PrinterFailed,
  // what should not be
  Internal, ///< args: place in the program, never data; stays the last
};
inline constexpr std::size_t kErrorCodes = static_cast<std::size_t>(ErrorCode::Internal) + 1;

struct Error {
  ErrorCode code = ErrorCode::Internal;
  QStringList args;
  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, QStringList args = {}) {
  return std::unexpected<Error>(Error{code, std::move(args)});
}

} // namespace xueji
