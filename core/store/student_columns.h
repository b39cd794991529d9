#pragma once

#include "domain/field.h"

#include <QString>
#include <array>

namespace xueji::detail {

/// Columns of tables student and guardian in the order of the fields they keep; they bear the ids of the field
/// catalogue (a test compares), except that a member's position is called job. The class is no text: column class holds
/// its id.
struct FieldColumn {
  Field field;
  const char* name;
};

inline constexpr std::array kStudentColumns = {
    FieldColumn{Field::Name, "name"},
    FieldColumn{Field::Sex, "sex"},
    FieldColumn{Field::BirthDate, "birth_date"},
    FieldColumn{Field::BirthPlace, "birth_place"},
    FieldColumn{Field::AncestralPlace, "ancestral_place"},
    FieldColumn{Field::EthnicGroup, "ethnic_group"},
    FieldColumn{Field::Nationality, "nationality"},
    FieldColumn{Field::IdDocumentType, "id_document_type"},
    FieldColumn{Field::IdDocumentNumber, "id_document_number"},
    FieldColumn{Field::OverseasStatus, "overseas_status"},
    FieldColumn{Field::PoliticalStatus, "political_status"},
    FieldColumn{Field::Health, "health"},
    FieldColumn{Field::Photo, "photo"},
    FieldColumn{Field::NamePinyin, "name_pinyin"},
    FieldColumn{Field::FormerName, "former_name"},
    FieldColumn{Field::IdDocumentValidity, "id_document_validity"},
    FieldColumn{Field::HouseholdPlace, "household_place"},
    FieldColumn{Field::HouseholdKind, "household_kind"},
    FieldColumn{Field::Talents, "talents"},
    FieldColumn{Field::AuxiliaryNumber, "auxiliary_number"},
    FieldColumn{Field::NumberInClass, "number_in_class"},
    FieldColumn{Field::Grade, "grade"},
    FieldColumn{Field::EntryMonth, "entry_month"},
    FieldColumn{Field::EntryMode, "entry_mode"},
    FieldColumn{Field::StudyMode, "study_mode"},
    FieldColumn{Field::Origin, "origin"},
    FieldColumn{Field::CurrentAddress, "current_address"},
    FieldColumn{Field::MailAddress, "mail_address"},
    FieldColumn{Field::FamilyAddress, "family_address"},
    FieldColumn{Field::Phone, "phone"},
    FieldColumn{Field::PostalCode, "postal_code"},
    FieldColumn{Field::Email, "email"},
    FieldColumn{Field::HomePage, "home_page"},
    FieldColumn{Field::OnlyChild, "only_child"},
    FieldColumn{Field::Preschool, "preschool"},
    FieldColumn{Field::LeftBehind, "left_behind"},
    FieldColumn{Field::MigrantChild, "migrant_child"},
    FieldColumn{Field::Orphan, "orphan"},
    FieldColumn{Field::MartyrFamily, "martyr_family"},
    FieldColumn{Field::InclusiveEducation, "inclusive_education"},
    FieldColumn{Field::Disability, "disability"},
    FieldColumn{Field::PurchasedPlace, "purchased_place"},
    FieldColumn{Field::AidRequested, "aid_requested"},
    FieldColumn{Field::LivingSubsidy, "living_subsidy"},
    FieldColumn{Field::SchoolDistance, "school_distance"},
    FieldColumn{Field::SchoolTransport, "school_transport"},
    FieldColumn{Field::SchoolBus, "school_bus"},
    FieldColumn{Field::SchoolCode, "school_code"},
    FieldColumn{Field::StudentNumber, "student_number"},
    FieldColumn{Field::BloodGroup, "blood_group"},
    FieldColumn{Field::DisabilityCard, "disability_card"},
    FieldColumn{Field::SpecialEducation, "special_education"},
};

/// A family member's items; Field values of the second member follow those of the first by kMemberFields.
inline constexpr std::array kMemberColumns = {
    FieldColumn{Field::Member1Name, "name"},
    FieldColumn{Field::Member1Relation, "relation"},
    FieldColumn{Field::Member1RelationNote, "relation_note"},
    FieldColumn{Field::Member1EthnicGroup, "ethnic_group"},
    FieldColumn{Field::Member1Employer, "employer"},
    FieldColumn{Field::Member1Address, "address"},
    FieldColumn{Field::Member1Household, "household"},
    FieldColumn{Field::Member1Phone, "phone"},
    FieldColumn{Field::Member1IsGuardian, "is_guardian"},
    FieldColumn{Field::Member1IdType, "id_type"},
    FieldColumn{Field::Member1IdNumber, "id_number"},
    FieldColumn{Field::Member1Position, "job"},
};
inline constexpr int kMembers = 2;

/// The item's id in the catalogue: "member1_phone".
inline QString memberItem(const FieldColumn& column, int position) {
  return QStringLiteral("member%1_%2")
      .arg(position)
      .arg(column.field == Field::Member1Position ? QStringLiteral("position") : QString::fromLatin1(column.name));
}

inline constexpr Field memberField(Field ofFirst, int position) {
  return static_cast<Field>(static_cast<int>(ofFirst) + (position - 1) * static_cast<int>(kMemberColumns.size()));
}

} // namespace xueji::detail
