#include "register/office.h"

namespace xueji {
namespace {

NumberHolder holderOf(const StudentRow& row) {
  NumberHolder holder;
  holder.student = row.id;
  holder.status = row.status;
  holder.idDocumentNumber = row.record.value(Field::IdDocumentNumber);
  holder.name = row.record.value(Field::Name);
  return holder;
}

/// The rules' questions, answered by the tables.
class RegisterFacts final : public Facts {
public:
  explicit RegisterFacts(RegisterStore& store) : m_store(store) {}

  SchoolProfile school() const override { return m_store.school(); }

  std::optional<NumberHolder> holderOfIdentityNumber(const QString& number) const override {
    const auto row = m_store.students().byIdentityNumber(number);
    return row && *row ? std::optional(holderOf(**row)) : std::nullopt;
  }

  std::optional<NumberHolder> holderOfStudentNumber(const QString& number) const override {
    const auto entries = m_store.numbers().holders(NumberKind::StudentNumber, number);
    if (!entries || entries->isEmpty())
      return std::nullopt;
    const NumberEntry& entry = entries->last();
    NumberHolder holder;
    if (const auto row = m_store.students().byId(entry.student); row && *row)
      holder = holderOf(**row);
    holder.student = entry.student;
    holder.former = !entry.validTo.isNull() || entry.voided;
    return holder;
  }

  QList<NumberHolder> sameNameSexBirth(const QString& name, const QString& sex,
                                       const QString& birthDate) const override {
    QList<NumberHolder> holders;
    if (const auto rows = m_store.students().sameNameSexBirth(name, sex, birthDate))
      for (const StudentRow& row : *rows)
        holders << holderOf(row);
    return holders;
  }

  bool hasFinishedStage(const QString& idDocumentNumber, Stage stage) const override {
    const auto rows = m_store.students().allByIdentityNumber(idDocumentNumber);
    return rows && std::any_of(rows->begin(), rows->end(), [stage](const StudentRow& row) {
             return row.stage == stage &&
                    (row.status == StudentStatus::Graduated || row.status == StudentStatus::Completed);
           });
  }

private:
  RegisterStore& m_store;
};

} // namespace

Office::Office(std::unique_ptr<RegisterStore> store, const RuleBook& rules, const FieldCatalogue& fields,
               const Clock& clock, RandomSource& random)
    : m_store(std::move(store)), m_rules(rules), m_fields(fields), m_judge(rules, fields), m_clock(clock),
      m_random(random), m_facts(std::make_unique<RegisterFacts>(*m_store)) {}

Office::~Office() = default;

Office::Maker Office::another() const {
  return [this]() -> Result<std::unique_ptr<Office>> {
    auto store = m_store->another();
    if (!store)
      return std::unexpected(store.error());
    return std::make_unique<Office>(std::move(*store), m_rules, m_fields, m_clock, m_random);
  };
}

} // namespace xueji
