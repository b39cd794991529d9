#pragma once

#include "rules/facts.h"
#include "store/register_store.h"

namespace xueji {

/// The rules' questions, answered by the ledger: who had what on the day, or will have from a later one.
class RegisterFacts final : public Facts {
public:
  /// The store must outlive it.
  explicit RegisterFacts(RegisterStore& store) : m_store(store) {}

  Result<SchoolProfile> school(const QDate& day) const override;
  Result<std::optional<NumberHolder>> holderOfIdentityNumber(const QString& number,
                                                             const Asking& asking) const override;
  Result<std::optional<NumberHolder>> holderOfStudentNumber(const QString& number, const Asking& asking) const override;
  /// Sought by what the children are called today, answered as at the day.
  Result<QList<NumberHolder>> sameNameSexBirth(const QString& name, const QString& sex, const QString& birthDate,
                                               const Asking& asking) const override;
  Result<int> childrenInClass(qint64 classId, const Asking& asking) const override;
  Result<bool> hasFinishedStage(const QString& idDocumentNumber, Stage stage, const Asking& asking) const override;

private:
  struct Known;
  Result<Known> known(qint64 student, const QDate& day) const;
  Result<QList<Known>> withDocument(const QString& number, const Asking& asking) const;

  RegisterStore& m_store;
  /// The answer of school() as last given, and what it was read from.
  struct School {
    QStringList rows;
    SchoolProfile profile;
  };
  mutable std::optional<School> m_school;
};

} // namespace xueji
