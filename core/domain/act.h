#pragma once

#include "domain/finding.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <optional>

namespace xueji {

/// 学籍异动 and every other change of the register.
enum class ActKind {
  Enrol,
  NumberIssued,
  Correct,
  ChangeKeyData,
  Place,
  MoveClass,
  Suspend,
  Resume,
  TransferIn,
  TransferOut,
  SettleAbroad,
  DropOut,
  Return,
  Promote,
  Retain,
  Skip,
  Graduate,
  Complete,
  Die,
  Void,
};

QString toKey(ActKind kind);       ///< "enrol", "number_issued" ... as stored
QString chineseName(ActKind kind); ///< 新生入学, 学籍号下发 ... as papers say it
std::optional<ActKind> actKindFromKey(const QString& key);

/// One dated act. Never edited or deleted once stored; a wrong one is voided by another.
struct Act {
  qint64 id = 0; ///< 0 until stored
  ActKind kind = ActKind::Enrol;
  qint64 student = 0;
  QDate effective;        ///< 生效日期
  QDateTime entered;      ///< 录入时间, UTC
  qint64 enteredBy = 0;   ///< user id
  qint64 approvedBy = 0;  ///< user id, 0 = nobody
  qint64 batch = 0;       ///< 0 = alone
  qint64 voids = 0;       ///< act that this one voids
  qint64 voidedBy = 0;    ///< act that voids this one (derived, not stored in the row)
  QString ground;         ///< reason in words
  QString ruleSet;        ///< sets it was judged by, e.g. "N2025+HB2017"
  Findings findings;      ///< what the rules said
  QStringList exceptions; ///< rule ids of severity proof that were met by papers
  QList<qint64> proofs;   ///< ids of the papers
  QJsonObject before;     ///< field id -> canonical value, only what changed
  QJsonObject after;
};

enum class BatchKind { Import, BulkEdit, Draw, YearChange };

/// Acts done together. Undone as a whole by its maker until a later act builds on it.
struct Batch {
  qint64 id = 0;
  BatchKind kind = BatchKind::Import;
  QDateTime made; ///< UTC
  qint64 madeBy = 0;
  QString source;        ///< file name without folder, or empty
  QByteArray sourceHash; ///< SHA-256 of the file
  int count = 0;         ///< acts in it
  QDateTime undone;      ///< null while it stands
  qint64 undoneBy = 0;
};

enum class StudentStatus { // 学生当前状态, codes of JY/T 1001
  InSchool = 1,
  Suspended = 2,
  Withdrawn = 3,
  DroppedOut = 6,
  Graduated = 7,
  Completed = 8,
  LeftEarly = 9,
  TransferredOut = 10,
  Dead = 11,
  SettledAbroad = 13,
  Voided = 0,
};
QString toKey(StudentStatus status);
QString chineseName(StudentStatus status); ///< 在读, 休学 ...
std::optional<StudentStatus> studentStatusFromKey(const QString& key);

enum class Role { Registrar, Principal, Helper, Auditor };
QString toKey(Role role);
QString chineseName(Role role); ///< 学籍管理员, 校长, 经办人员, 审计员
std::optional<Role> roleFromKey(const QString& key);

} // namespace xueji
