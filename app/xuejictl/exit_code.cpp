#include "app/xuejictl/exit_code.h"

namespace xueji {

ExitCode exitCodeOf(ErrorCode code) {
  switch (code) {
  case ErrorCode::WrongUse:
  case ErrorCode::ValueInvalid:
  case ErrorCode::FieldUnknown:
  case ErrorCode::UserExists:
  case ErrorCode::UserUnknown:
  case ErrorCode::RegisterExists:
    return ExitCode::WrongUse;
  case ErrorCode::WrongPassword:
  case ErrorCode::WitnessWrongPassword:
  case ErrorCode::WrongRecoverySecret:
  case ErrorCode::TooManyAttempts:
  case ErrorCode::RegisterMissing:
  case ErrorCode::NotARegister:
  case ErrorCode::RegisterDamaged:
  case ErrorCode::RegisterNewer:
  case ErrorCode::RegisterInUse:
  case ErrorCode::KeyFileDamaged:
  case ErrorCode::KeyDoesNotFit:
  case ErrorCode::IsBackup:
  case ErrorCode::NotWritable:
  case ErrorCode::DiskFull:
  case ErrorCode::WriteFailed:
  case ErrorCode::PathMissing:
  case ErrorCode::ReadFailed:
  case ErrorCode::BackupUnproven:
  case ErrorCode::Internal:
    return ExitCode::CannotOpen;
  case ErrorCode::FileEmpty:
  case ErrorCode::FileTooLarge:
  case ErrorCode::FileEncrypted:
  case ErrorCode::FileTypeUnknown:
  case ErrorCode::FileDamaged:
  case ErrorCode::ArchiveBomb:
  case ErrorCode::CellTooLong:
  case ErrorCode::TooManyCells:
  case ErrorCode::EncodingUnknown:
  case ErrorCode::HeadersUnknown:
  case ErrorCode::HeaderDuplicate:
  case ErrorCode::HeaderMissing:
  case ErrorCode::NoRows:
    return ExitCode::Unreadable;
  default:
    return ExitCode::Refused;
  }
}

} // namespace xueji
