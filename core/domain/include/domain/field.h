#pragma once

#include <array>
#include <cstdint>

namespace xueji {

/// The data items of a student's record. The first 72 are those of the national collection form in its order
/// (学生基本信息表, nos. 1-72); the rest are what rosters and papers carry beside it.
/// Labels, kinds, code tables, duties and header aliases stand in the field catalogue (field_catalogue.h), once.
enum class Field : std::uint8_t {
  Name,                ///< 1 姓名
  Sex,                 ///< 2 性别
  BirthDate,           ///< 3 出生日期
  BirthPlace,          ///< 4 出生地
  AncestralPlace,      ///< 5 籍贯
  EthnicGroup,         ///< 6 民族
  Nationality,         ///< 7 国籍/地区
  IdDocumentType,      ///< 8 身份证件类型
  IdDocumentNumber,    ///< 9 身份证件号
  OverseasStatus,      ///< 10 港澳台侨外
  PoliticalStatus,     ///< 11 政治面貌
  Health,              ///< 12 健康状况
  Photo,               ///< 13 照片
  NamePinyin,          ///< 14 姓名拼音
  FormerName,          ///< 15 曾用名
  IdDocumentValidity,  ///< 16 身份证件有效期
  HouseholdPlace,      ///< 17 户口所在地
  HouseholdKind,       ///< 18 户口性质
  Talents,             ///< 19 特长
  AuxiliaryNumber,     ///< 20 学籍辅号
  NumberInClass,       ///< 21 班内学号
  Grade,               ///< 22 年级
  Class,               ///< 23 班级
  EntryMonth,          ///< 24 入学年月
  EntryMode,           ///< 25 入学方式
  StudyMode,           ///< 26 就读方式
  Origin,              ///< 27 学生来源
  CurrentAddress,      ///< 28 现住址
  MailAddress,         ///< 29 通信地址
  FamilyAddress,       ///< 30 家庭地址
  Phone,               ///< 31 联系电话
  PostalCode,          ///< 32 邮政编码
  Email,               ///< 33 电子信箱
  HomePage,            ///< 34 主页地址
  OnlyChild,           ///< 35 是否独生子女
  Preschool,           ///< 36 是否受过学前教育
  LeftBehind,          ///< 37 是否留守儿童
  MigrantChild,        ///< 38 是否进城务工人员随迁子女
  Orphan,              ///< 39 是否孤儿
  MartyrFamily,        ///< 40 是否烈士或优抚子女
  InclusiveEducation,  ///< 41 随班就读
  Disability,          ///< 42 残疾类型
  PurchasedPlace,      ///< 43 是否由政府购买学位
  AidRequested,        ///< 44 是否需要申请资助
  LivingSubsidy,       ///< 45 是否享受一补
  SchoolDistance,      ///< 46 上下学距离（公里）
  SchoolTransport,     ///< 47 上下学交通方式
  SchoolBus,           ///< 48 是否需要乘坐校车
  Member1Name,         ///< 49 成员1姓名
  Member1Relation,     ///< 50 成员1关系
  Member1RelationNote, ///< 51 成员1关系说明
  Member1EthnicGroup,  ///< 52 成员1民族
  Member1Employer,     ///< 53 成员1工作单位
  Member1Address,      ///< 54 成员1现住址
  Member1Household,    ///< 55 成员1户口所在地
  Member1Phone,        ///< 56 成员1联系电话
  Member1IsGuardian,   ///< 57 成员1是否监护人
  Member1IdType,       ///< 58 成员1身份证件类型
  Member1IdNumber,     ///< 59 成员1身份证件号
  Member1Position,     ///< 60 成员1职务
  Member2Name,         ///< 61 ... 72: the same twelve of the second person
  Member2Relation,
  Member2RelationNote,
  Member2EthnicGroup,
  Member2Employer,
  Member2Address,
  Member2Household,
  Member2Phone,
  Member2IsGuardian,
  Member2IdType,
  Member2IdNumber,
  Member2Position,
  // beside the form
  SchoolCode,       ///< 学校标识码 (of the sheet; checked against the register's school)
  StudentNumber,    ///< 学籍号 / 个人标识码
  BloodGroup,       ///< 血型 (not kept by default: data minimisation)
  DisabilityCard,   ///< 残疾人证号
  SpecialEducation, ///< 特教就读类型
};

inline constexpr int kFieldCount = static_cast<int>(Field::SpecialEducation) + 1;
inline constexpr int kFormFieldCount = 72;

} // namespace xueji
