#pragma once

#include "domain/act_kind.h"
#include "domain/fact.h"
#include "domain/finding.h"

#include <QDate>
#include <QDateTime>
#include <optional>

namespace xueji {

/// The field's word for a kind of act, 新生入学, 学籍号下发 ..., also of kinds the rule book names before the program
/// does them; empty where the field has none.
QString actName(const QString& kind);
/// Whether the field knows this kind of act (rules may name it).
bool isActKind(const QString& kind);

/// One dated act. Never edited or deleted once stored; a wrong one is voided by another. What it did are its fact rows.
struct Act {
  qint64 id = 0;          ///< 1, 2, 3 ... without gap; 0 until stored
  QString kind;           ///< key of the registry
  Subject subject;        ///< whom its rows are of
  QDate effective;        ///< 生效日期
  QDateTime entered;      ///< 录入时间, UTC
  qint64 enteredBy = 0;   ///< user id
  qint64 batch = 0;       ///< 0 = alone
  qint64 refers = 0;      ///< a void: the act it voids; a redate: the enrolment it moves; done again: the voided act
  qint64 voidedBy = 0;    ///< act that voids this one (derived, not stored in the row)
  QString ground;         ///< reason in words
  QString ruleSet;        ///< sets it was judged by, e.g. "N2025+HB2017"
  Findings findings;      ///< what the rules said
  QStringList exceptions; ///< rule ids of severity proof that were met by papers
  QList<qint64> papers;   ///< ids of the paper rows that came with it, and of those on file that met a rule
  qint64 caseId = 0;      ///< case that it performed; 0: none
};

enum class BatchKind { Import, Undo, Numbers };
QString toKey(BatchKind kind); ///< "import" ... as stored
std::optional<BatchKind> batchKindFromKey(const QString& key);

/// Acts done together. Undone as a whole until a later act builds on it.
struct Batch {
  qint64 id = 0;
  BatchKind kind = BatchKind::Import;
  QDateTime made; ///< UTC
  qint64 madeBy = 0;
  QString source;        ///< file name without folder, or empty
  QByteArray sourceHash; ///< SHA-256 of the file
  int count = 0;         ///< acts in it
  qint64 undoes = 0;     ///< batch that an undo takes back
  QDateTime undone;      ///< derived: when the last of its acts was voided; null while one stands
  qint64 undoneBy = 0;   ///< derived: by whom
};

/// 学生当前状态. The register keeps the key; exchange files have codes of their own (exchangeCode()).
enum class StudentStatus {
  InSchool,
  Suspended,
  Withdrawn,
  DroppedOut,
  Graduated,
  Completed,
  LeftEarly,
  TransferredOut,
  Dead,
  SettledAbroad,
  Voided,
};
QString toKey(StudentStatus status);
QString chineseName(StudentStatus status); ///< 在读, 休学 ...
std::optional<StudentStatus> studentStatusFromKey(const QString& key);
/// Code of JY/T 1001 (code table student_status). Who settled abroad for good has left school (03 退学), and is none of
/// 13 公派出国; a voided record has no code.
QString exchangeCode(StudentStatus status);
QList<StudentStatus> allStatuses(); ///< in the order of the standard, Voided last

enum class Role { Registrar, Principal, Helper, Nurse, AidOfficer, Auditor };
QString toKey(Role role);
QString chineseName(Role role); ///< 学籍管理员, 校长, 经办人员, 校医, 资助员, 审计员
std::optional<Role> roleFromKey(const QString& key);

} // namespace xueji
