#pragma once

#include "domain/error.h"

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace xueji {

class StoreSession;

/// What is kept as dated rows of a student.
enum class NumberKind { StudentNumber, Name, IdDocument };

/// A student number (学籍号), name or identity document and when it was the valid one.
struct NumberEntry {
  qint64 id = 0;
  qint64 student = 0;
  NumberKind kind = NumberKind::StudentNumber;
  QString value;
  QString documentType; ///< IdDocument only: code of table id_document
  QDate validFrom;
  QDate validTo;       ///< first day on which it no longer holds; null: still valid
  qint64 act = 0;      ///< that gave it; 0: the enrolment
  bool voided = false; ///< the enrolment or the act was declared void; a student number stays burnt all the same
};

/// Dated names, documents and student numbers. Rows of one student and kind that are not voided follow each other
/// without gap or overlap. Needs the capabilities of StudentTable.
class NumberHistory {
public:
  explicit NumberHistory(StoreSession& session) : m_session(session) {}

  /// `value` holds from `from` on (not before the present one began: then from that day); the present one ends. Nothing
  /// happens when it is the present value already (a missing act is filled in).
  Result<void> change(qint64 student, NumberKind kind, const QString& value, const QDate& from, qint64 act = 0,
                      const QString& documentType = {});
  /// The latest row of this kind is declared void and the one before holds again; answers its value (empty: none).
  Result<QString> takeBack(qint64 student, NumberKind kind);
  /// Of one student, oldest first.
  Result<QList<NumberEntry>> of(qint64 student, NumberKind kind);
  /// Whoever has or had it, voided rows too; oldest first.
  Result<QList<NumberEntry>> holders(NumberKind kind, const QString& value);
  /// As at a day.
  Result<std::optional<NumberEntry>> on(qint64 student, NumberKind kind, const QDate& day);

private:
  StoreSession& m_session;
};

} // namespace xueji
