#pragma once

#include <QLatin1String>

namespace xueji {

/// Kinds of acts by their stored keys: those the program itself refers to. What kinds there are, with plan and rights,
/// stands in the registry (ledger_registry.h).
namespace act_kind {
inline constexpr QLatin1String kEnrol("enrol");
inline constexpr QLatin1String kNumberIssued("number_issued");
inline constexpr QLatin1String kCorrect("correct");
inline constexpr QLatin1String kRedate("redate");
inline constexpr QLatin1String kPaperSeen("paper_seen");
inline constexpr QLatin1String kPaperWithdrawn("paper_withdrawn");
inline constexpr QLatin1String kSetSchool("set_school");
inline constexpr QLatin1String kSetRules("set_rules");
inline constexpr QLatin1String kVoid("void");
inline constexpr QLatin1String kMoveUp("move_up");
inline constexpr QLatin1String kPlace("place");
inline constexpr QLatin1String kMoveClass("move_class");
inline constexpr QLatin1String kMakeClass("make_class");
inline constexpr QLatin1String kChangeClass("change_class");
inline constexpr QLatin1String kCloseClass("close_class");
inline constexpr QLatin1String kMigrated("migrated");
} // namespace act_kind

/// A kind of act and the field's word for it.
struct ActWord {
  QLatin1String key;
  const char16_t* chinese;
};

/// Also those that the rule book names before the program does them.
inline constexpr ActWord kActWords[] = {
    {act_kind::kEnrol, u"新生入学"},
    {act_kind::kNumberIssued, u"学籍号下发"},
    {act_kind::kCorrect, u"信息变更"},
    {QLatin1String("change_key_data"), u"关键数据变更"},
    {act_kind::kPlace, u"分班"},
    {act_kind::kMoveClass, u"调班"},
    {act_kind::kMoveUp, u"升入本校下一学段"},
    {act_kind::kMakeClass, u"设立班级"},
    {act_kind::kChangeClass, u"班级信息变更"},
    {act_kind::kCloseClass, u"撤班"},
    {QLatin1String("suspend"), u"休学"},
    {QLatin1String("resume"), u"复学"},
    {QLatin1String("transfer_in"), u"转入"},
    {QLatin1String("transfer_out"), u"转出"},
    {QLatin1String("settle_abroad"), u"出国（境）定居"},
    {QLatin1String("drop_out"), u"辍学"},
    {QLatin1String("return"), u"劝返复学"},
    {QLatin1String("promote"), u"升级"},
    {QLatin1String("retain"), u"留级"},
    {QLatin1String("skip"), u"跳级"},
    {QLatin1String("graduate"), u"毕业"},
    {QLatin1String("complete"), u"结业"},
    {QLatin1String("die"), u"死亡"},
    {act_kind::kVoid, u"作废"},
    {act_kind::kRedate, u"更正入学日期"},
    {act_kind::kPaperSeen, u"证明材料登记"},
    {act_kind::kPaperWithdrawn, u"证明材料撤回"},
    {act_kind::kSetSchool, u"学校信息"},
    {act_kind::kSetRules, u"县（区）和学校规则设置"},
    {act_kind::kMigrated, u"格式升级"},
};

} // namespace xueji
