#pragma once

#include "domain/field_catalogue.h"
#include "domain/identity_number.h"
#include "fake_facts.h"
#include "rules/judge.h"

#include <QDate>

namespace xueji::test {

/// A boy born on the last admissible day for autumn 2024, with everything in order. The number's region never met a
/// child of his age, so nothing here can be a real one: regulations' own vectors are used where the region matters.
inline StudentRecord goodRecord() {
  StudentRecord record;
  const std::pair<Field, const char*> values[] = {{Field::Name, "张小明"},
                                                  {Field::Sex, "1"},
                                                  {Field::BirthDate, "2018-08-31"},
                                                  {Field::BirthPlace, "130500000000"},
                                                  {Field::AncestralPlace, "河北省邢台市"},
                                                  {Field::EthnicGroup, "01"},
                                                  {Field::Nationality, "CHN"},
                                                  {Field::IdDocumentType, "1"},
                                                  {Field::IdDocumentNumber, "130502201808310010"},
                                                  {Field::OverseasStatus, "00"},
                                                  {Field::PoliticalStatus, "13"},
                                                  {Field::Health, "10"},
                                                  {Field::HouseholdPlace, "130502000000"},
                                                  {Field::HouseholdKind, "2"},
                                                  {Field::EntryMonth, "2024-09"},
                                                  {Field::EntryMode, "11"},
                                                  {Field::StudyMode, "1"},
                                                  {Field::CurrentAddress, "示范路1号"},
                                                  {Field::MailAddress, "示范路1号"},
                                                  {Field::FamilyAddress, "示范路1号"},
                                                  {Field::Phone, "13900000001"},
                                                  {Field::PostalCode, "054000"},
                                                  {Field::OnlyChild, "0"},
                                                  {Field::Preschool, "1"},
                                                  {Field::LeftBehind, "0"},
                                                  {Field::MigrantChild, "0"},
                                                  {Field::Orphan, "0"},
                                                  {Field::MartyrFamily, "0"},
                                                  {Field::InclusiveEducation, "0"},
                                                  {Field::Disability, "0"},
                                                  {Field::AidRequested, "0"},
                                                  {Field::LivingSubsidy, "0"},
                                                  {Field::SchoolDistance, "1.5"},
                                                  {Field::SchoolTransport, "1"},
                                                  {Field::SchoolBus, "0"},
                                                  {Field::Member1Name, "张华"},
                                                  {Field::Member1Relation, "51"},
                                                  {Field::Member1Address, "示范路1号"},
                                                  {Field::Member1Household, "130502000000"},
                                                  {Field::Member1Phone, "13900000001"},
                                                  {Field::Member1IsGuardian, "1"},
                                                  {Field::Member2Name, "李梅"},
                                                  {Field::Member2Relation, "52"},
                                                  {Field::Member2Address, "示范路1号"},
                                                  {Field::Member2Household, "130502000000"},
                                                  {Field::Member2Phone, "13900000002"},
                                                  {Field::Member2IsGuardian, "0"},
                                                  {Field::SchoolCode, "2113009999"}};
  for (const auto& [field, text] : values)
    record.setValue(field, QString::fromUtf8(text));
  return record;
}

/// One question to the rules, to be varied by a test.
struct Case {
  StudentRecord record = goodRecord();
  Request request;
  FakeFacts facts;

  Case() {
    request.effective = QDate(2024, 9, 1);
    request.today = QDate(2024, 9, 10);
    request.entryYear = 2024;
  }
  Case& with(Field field, const char* value) {
    record.setValue(field, QString::fromUtf8(value));
    return *this;
  }
  /// A made-up boy born on the day: region 132201 was retired long before, so rule N22 warns and nothing else may.
  Case& born(const char* birth) {
    const QString seventeen =
        QStringLiteral("132201") + QString::fromLatin1(birth).remove(u'-') + QStringLiteral("001");
    record.setValue(Field::IdDocumentNumber, seventeen + IdentityNumber::checkCharacter(seventeen));
    return with(Field::BirthDate, birth).with(Field::Sex, "1");
  }
  Case& entering(Stage stage, int year) {
    request.stage = stage;
    request.entryYear = year;
    request.effective = QDate(year, 9, 1);
    request.today = QDate(year, 9, 10);
    record.setValue(Field::EntryMonth, QStringLiteral("%1-09").arg(year));
    return *this;
  }
  /// A paper of this kind with everything that may be recorded of one.
  static SeenPaper paper(const char* kind) {
    return {QString::fromLatin1(kind), QStringLiteral("第1号"), QStringLiteral("某单位"),
            QStringLiteral("county"),  QDate(2024, 8, 1),       QStringLiteral("说明")};
  }
  Case& given(const SeenPaper& seen) {
    request.papers << seen;
    return *this;
  }
  Case& given(const char* kind) { return given(paper(kind)); }
  /// All papers of a child that comes to school later than the law expects (E02, E03).
  Case& deferred() {
    return given("deferral_approval")
        .given("deferral_application")
        .given("deferral_hospital")
        .given("deferral_renewal");
  }
  /// At a school of another province (370102) or, with its code, of another kind.
  Case& at(const char* schoolCode, const char* region) {
    facts.profile = SchoolProfile::fromSchoolCode(QString::fromLatin1(schoolCode), QStringLiteral("示范学校"),
                                                  QString::fromLatin1(region));
    record.setValue(Field::SchoolCode, QString::fromLatin1(schoolCode));
    return *this;
  }
  Case& atSpecialSchool() { return at("5113009999", "130502"); }
  Case& outsideHebei() { return at("2137009999", "370102"); }
  /// Put into 一年级(1)班 of the cohort, in which so many are already.
  Case& placed(int others = 30, bool wasElsewhere = false) {
    constexpr qint64 kClass = 5;
    request.placement = {kClass,
                         {request.stage, request.entryYear, 1, ClassKind::Ordinary},
                         QStringLiteral("一年级(1)班"),
                         {},
                         wasElsewhere};
    facts.inClass[kClass] = others;
    return *this;
  }
  /// Not an act, but the record as it stands on a day.
  Case& standing(const QDate& day = QDate(2024, 10, 10)) {
    request.occasion = Occasion::AsItStands;
    request.effective = request.today = day;
    request.student = 7;
    return *this;
  }
  /// Another child: number, birth date and sex together.
  Case& child(const char* number, const char* birth, const char* sex) {
    return with(Field::IdDocumentNumber, number).with(Field::BirthDate, birth).with(Field::Sex, sex);
  }
};

inline const RuleBook& book() {
  static const RuleBook loaded = [] {
    auto result = RuleBook::load();
    if (!result)
      qFatal("rule book: %s", qPrintable(result.error().args.join(u' ')));
    return *result;
  }();
  return loaded;
}

inline const FieldCatalogue& catalogue() {
  static const FieldCatalogue loaded = FieldCatalogue::load();
  return loaded;
}

/// Stops at a finding that tells six characters or more of a number or of the birth date and does not say of which item
/// they are: whoever may not see that item would be told them.
inline void mustNameItsItems(const Findings& findings, const StudentRecord& record, const RuleBook& rules) {
  constexpr int kTelling = 6;
  for (const Finding& finding : findings)
    for (qsizetype at = 0; at < finding.args.size(); ++at) {
      const QString told = QString(finding.args[at]).remove(u'-');
      for (const Field field : {Field::IdDocumentNumber, Field::StudentNumber, Field::BirthDate})
        if (told.size() >= kTelling && QString(record.value(field)).remove(u'-').contains(told) &&
            rules.itemsOf(finding).value(at).isEmpty())
          qFatal("%s: argument %d is of %s", qPrintable(finding.code), int(at) + 1,
                 qPrintable(catalogue().definition(field).id));
    }
}

inline Result<Verdict> answerTo(Case question, const RuleBook& rules = book()) {
  question.request.record = &question.record;
  auto verdict = Judge(rules, catalogue()).verdict(question.request, question.facts);
  if (verdict)
    mustNameItsItems(verdict->findings + verdict->met, question.record, rules);
  return verdict;
}
inline Verdict verdictOf(const Case& question, const RuleBook& rules = book()) {
  const auto verdict = answerTo(question, rules);
  if (!verdict)
    qFatal("no verdict: %s", qPrintable(verdict.error().args.join(u' ')));
  return *verdict;
}

/// Codes of what stands, sorted, e.g. "E01 N22"; "required" with its field's id.
inline QString codesOf(const Findings& findings) {
  QStringList codes;
  for (const Finding& finding : findings)
    codes << (finding.code == u"required" ? finding.code + u':' + catalogue().definition(finding.fields.first()).id
                                          : finding.code);
  codes.sort();
  return codes.join(u' ');
}
inline QString codes(const Case& question) {
  return codesOf(verdictOf(question).findings);
}

/// Without the warnings.
inline QString blocking(const Case& question) {
  Findings findings = verdictOf(question).findings;
  findings.removeIf([](const Finding& finding) { return finding.severity == Severity::Warn; });
  return codesOf(findings);
}

} // namespace xueji::test

Q_DECLARE_METATYPE(xueji::test::Case)
