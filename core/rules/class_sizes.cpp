#include "rules/class_sizes.h"

#include <QMap>

namespace xueji {

namespace {

const QString kOfSpecial = QStringLiteral("C04");
const QMap<Stage, QString> kOfStage{{Stage::Primary, QStringLiteral("C01")},
                                    {Stage::Junior, QStringLiteral("C02")},
                                    {Stage::Senior, QStringLiteral("C03")}};

} // namespace

QString sizeRule(Stage stage, ClassKind kind, const SchoolProfile& school) {
  if (kind == ClassKind::Special || school.isSpecialSchool())
    return kOfSpecial;
  return kind == ClassKind::Ordinary ? kOfStage.value(stage) : QString();
}

QStringList sizeRules() {
  return kOfStage.values() << kOfSpecial;
}

std::optional<BrokenSize> brokenSize(const RuleInForce& rule, int children, bool firstGrade) {
  const int limit = rule.parameters.number(QStringLiteral("limit"));
  const bool ofFirstOnly = rule.parameters.number(QStringLiteral("hardInFirstGradeOnly")) == 1;
  const int hard = firstGrade || !ofFirstOnly ? rule.parameters.number(QStringLiteral("hard")) : 0;
  if (hard > 0 && children >= hard)
    return BrokenSize{rule.rule->id + QStringLiteral(".hard"), hard};
  if (limit > 0 && children > limit)
    return BrokenSize{rule.rule->id, limit};
  return std::nullopt;
}

} // namespace xueji
