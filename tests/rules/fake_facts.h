#pragma once

#include "domain/error.h"
#include "domain/school_profile.h"
#include "rules/facts.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace xueji::test {

/// Facts written down by a test; `failing` names the questions that cannot be answered.
struct FakeFacts final : Facts {
  SchoolProfile profile =
      SchoolProfile::fromSchoolCode(QStringLiteral("2113009999"), QStringLiteral("示范小学"), QStringLiteral("130502"));
  QHash<QString, NumberHolder> identityNumbers;
  QHash<QString, NumberHolder> studentNumbers;
  QList<NumberHolder> alike;
  QHash<qint64, int> inClass; ///< class -> other children in it
  QString finished;           ///< document number of a child that finished the stage asked for
  QSet<QString> failing;
  mutable QList<QDate> daysAsked;

  Result<SchoolProfile> school(const QDate& day) const override {
    return answer(QStringLiteral("school"), day, profile);
  }
  Result<std::optional<NumberHolder>> holderOfIdentityNumber(const QString& number,
                                                             const Asking& asking) const override {
    return answer(QStringLiteral("identity"), asking.day, other(identityNumbers, number, asking));
  }
  Result<std::optional<NumberHolder>> holderOfStudentNumber(const QString& number,
                                                            const Asking& asking) const override {
    return answer(QStringLiteral("number"), asking.day, other(studentNumbers, number, asking));
  }
  Result<QList<NumberHolder>> sameNameSexBirth(const QString&, const QString&, const QString&,
                                               const Asking& asking) const override {
    QList<NumberHolder> others = alike;
    others.removeIf([&](const NumberHolder& one) { return asking.student != 0 && one.student == asking.student; });
    return answer(QStringLiteral("alike"), asking.day, others);
  }
  Result<int> childrenInClass(qint64 classId, const Asking& asking) const override {
    return answer(QStringLiteral("class"), asking.day, inClass.value(classId));
  }
  Result<bool> hasFinishedStage(const QString& number, Stage, const Asking& asking) const override {
    return answer(QStringLiteral("finished"), asking.day, !finished.isEmpty() && number == finished);
  }

private:
  static std::optional<NumberHolder> other(const QHash<QString, NumberHolder>& holders, const QString& number,
                                           const Asking& asking) {
    const auto found = holders.constFind(number);
    if (found == holders.constEnd() || (asking.student != 0 && found->student == asking.student))
      return std::nullopt;
    return *found;
  }
  template <typename T>
  Result<T> answer(const QString& question, const QDate& day, T said) const {
    daysAsked << day;
    if (failing.contains(question))
      return fail(ErrorCode::ReadFailed, {question});
    return said;
  }
};

} // namespace xueji::test
