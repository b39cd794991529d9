#pragma once

#include "domain/student_record.h"
#include "rules/facts.h"

#include <QMultiHash>
#include <QPair>

namespace xueji {

/// The register as the next row of an import sees it: the records there, and the rows above.
class ImportFacts final : public Facts {
public:
  explicit ImportFacts(const Facts& registered) : m_registered(registered) {}

  /// Makes a row known to those below it: of two equal numbers the later is refused.
  void addRow(int sheetRow, const QString& place, const StudentRecord& record);
  /// Whether a row above has this document number.
  bool hasRowWithNumber(const QString& number) const { return m_byNumber.contains(number); }

  Result<SchoolProfile> school(const QDate& day) const override;
  Result<std::optional<NumberHolder>> holderOfIdentityNumber(const QString& number,
                                                             const Asking& asking) const override;
  Result<std::optional<NumberHolder>> holderOfStudentNumber(const QString& number, const Asking& asking) const override;
  Result<QList<NumberHolder>> sameNameSexBirth(const QString& name, const QString& sex, const QString& birthDate,
                                               const Asking& asking) const override;
  Result<int> childrenInClass(qint64 classId, const Asking& asking) const override;
  Result<bool> hasFinishedStage(const QString& idDocumentNumber, Stage stage, const Asking& asking) const override;

private:
  static QString personKey(const QString& name, const QString& sex, const QString& birthDate);

  const Facts& m_registered;
  mutable std::optional<QPair<QDate, SchoolProfile>> m_school; ///< as last asked: ten thousand rows ask for one day
  QHash<QString, NumberHolder> m_byNumber;
  QHash<QString, NumberHolder> m_byStudentNumber;
  QMultiHash<QString, NumberHolder> m_byPerson;
};

} // namespace xueji
