#include "support/made_child.h"

#include "domain/identity_number.h"

#include <QDate>
#include <utility>

namespace xueji::test {

namespace {

constexpr int kDays = 365;
constexpr int kRegions = 37; ///< 132201 ... 132237

const QString kSurnames = QStringLiteral("王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹");
const QString kGiven = QStringLiteral("子梓浩宇雨欣怡涵俊杰思佳明文静雅博轩诗晨睿彤铭泽语嘉琪航悦然家豪若萱天佑书瑶");

QString nameOf(int number) {
  const qsizetype given = kGiven.size();
  const qsizetype mixed = (number * 7919LL) % (kSurnames.size() * given * given);
  return QString(kSurnames[mixed % kSurnames.size()]) + kGiven[mixed / kSurnames.size() % given] +
         kGiven[mixed / kSurnames.size() / given];
}

} // namespace

StudentRecord madeChild(int number, int entryYear) {
  const bool girl = number % 2 == 1;
  const QDate birth = QDate(entryYear - 7, 9, 1).addDays(number / 2 % kDays);
  const int region = number / (2 * kDays) % kRegions;
  const int sequence = 2 * (number / (2 * kDays * kRegions)) + (girl ? 2 : 1);
  const QString seventeen = QStringLiteral("1322%1%2%3")
                                .arg(region + 1, 2, 10, QLatin1Char('0'))
                                .arg(birth.toString(QStringLiteral("yyyyMMdd")))
                                .arg(sequence, 3, 10, QLatin1Char('0'));
  const QString address = QStringLiteral("河北省示范县新开道%1号").arg(number % 900 + 1);
  const QString phone = QStringLiteral("139%1").arg(number % 100000000, 8, 10, QLatin1Char('0'));
  const QString name = nameOf(number);
  const std::pair<Field, QString> values[] = {
      {Field::Name, name},
      {Field::Sex, girl ? QStringLiteral("2") : QStringLiteral("1")},
      {Field::BirthDate, birth.toString(Qt::ISODate)},
      {Field::BirthPlace, QStringLiteral("130500000000")},
      {Field::AncestralPlace, QStringLiteral("河北省邢台市")},
      {Field::EthnicGroup, QStringLiteral("01")},
      {Field::Nationality, QStringLiteral("CHN")},
      {Field::IdDocumentType, QStringLiteral("1")},
      {Field::IdDocumentNumber, seventeen + IdentityNumber::checkCharacter(seventeen)},
      {Field::OverseasStatus, QStringLiteral("00")},
      {Field::PoliticalStatus, QStringLiteral("13")},
      {Field::Health, QStringLiteral("10")},
      {Field::HouseholdPlace, QStringLiteral("130502000000")},
      {Field::HouseholdKind, QStringLiteral("2")},
      {Field::EntryMonth, QStringLiteral("%1-09").arg(entryYear)},
      {Field::EntryMode, QStringLiteral("11")},
      {Field::StudyMode, QStringLiteral("1")},
      {Field::CurrentAddress, address},
      {Field::MailAddress, address},
      {Field::FamilyAddress, address},
      {Field::Phone, phone},
      {Field::PostalCode, QStringLiteral("054000")},
      {Field::OnlyChild, QStringLiteral("0")},
      {Field::Preschool, QStringLiteral("1")},
      {Field::LeftBehind, QStringLiteral("0")},
      {Field::MigrantChild, QStringLiteral("0")},
      {Field::Orphan, QStringLiteral("0")},
      {Field::MartyrFamily, QStringLiteral("0")},
      {Field::InclusiveEducation, QStringLiteral("0")},
      {Field::Disability, QStringLiteral("0")},
      {Field::AidRequested, QStringLiteral("0")},
      {Field::LivingSubsidy, QStringLiteral("0")},
      {Field::SchoolDistance, QStringLiteral("1.5")},
      {Field::SchoolTransport, QStringLiteral("1")},
      {Field::SchoolBus, QStringLiteral("0")},
      {Field::Member1Name, name.left(1) + QStringLiteral("建国")},
      {Field::Member1Relation, QStringLiteral("51")},
      {Field::Member1Address, address},
      {Field::Member1Household, QStringLiteral("130502000000")},
      {Field::Member1Phone, phone},
      {Field::Member1IsGuardian, QStringLiteral("1")},
      {Field::Member2Name, QStringLiteral("李秀英")},
      {Field::Member2Relation, QStringLiteral("52")},
      {Field::Member2Address, address},
      {Field::Member2Household, QStringLiteral("130502000000")},
      {Field::Member2Phone, phone},
      {Field::Member2IsGuardian, QStringLiteral("0")},
  };
  StudentRecord record;
  for (const auto& [field, text] : values)
    record.setValue(field, text);
  return record;
}

} // namespace xueji::test
