#include "import_facts.h"

namespace xueji {

QString ImportFacts::personKey(const QString& name, const QString& sex, const QString& birthDate) {
  return name + QChar(0x1F) + sex + QChar(0x1F) + birthDate;
}

void ImportFacts::addRow(int sheetRow, const QString& place, const StudentRecord& record) {
  NumberHolder holder;
  holder.sheetRow = sheetRow;
  holder.place = place;
  holder.idDocumentNumber = record.value(Field::IdDocumentNumber);
  if (!holder.idDocumentNumber.isEmpty() && !m_byNumber.contains(holder.idDocumentNumber))
    m_byNumber.insert(holder.idDocumentNumber, holder);
  const QString number = record.value(Field::StudentNumber);
  if (!number.isEmpty() && !m_byStudentNumber.contains(number))
    m_byStudentNumber.insert(number, holder);
  if (!record.isEmpty(Field::Name))
    m_byPerson.insert(personKey(record.value(Field::Name), record.value(Field::Sex), record.value(Field::BirthDate)),
                      holder);
}

Result<SchoolProfile> ImportFacts::school(const QDate& day) const {
  if (!m_school || m_school->first != day) {
    const auto school = m_registered.school(day);
    if (!school)
      return school;
    m_school = {day, *school};
  }
  return m_school->second;
}

Result<std::optional<NumberHolder>> ImportFacts::holderOfIdentityNumber(const QString& number,
                                                                        const Asking& asking) const {
  if (const auto row = m_byNumber.constFind(number); row != m_byNumber.constEnd())
    return *row;
  return m_registered.holderOfIdentityNumber(number, asking);
}

Result<std::optional<NumberHolder>> ImportFacts::holderOfStudentNumber(const QString& number,
                                                                       const Asking& asking) const {
  if (const auto row = m_byStudentNumber.constFind(number); row != m_byStudentNumber.constEnd())
    return *row;
  return m_registered.holderOfStudentNumber(number, asking);
}

Result<QList<NumberHolder>> ImportFacts::sameNameSexBirth(const QString& name, const QString& sex,
                                                          const QString& birthDate, const Asking& asking) const {
  auto registered = m_registered.sameNameSexBirth(name, sex, birthDate, asking);
  if (!registered)
    return registered;
  return m_byPerson.values(personKey(name, sex, birthDate)) + *registered;
}

Result<int> ImportFacts::childrenInClass(qint64 classId, const Asking& asking) const {
  return m_registered.childrenInClass(classId, asking);
}

Result<bool> ImportFacts::hasFinishedStage(const QString& idDocumentNumber, Stage stage, const Asking& asking) const {
  return m_registered.hasFinishedStage(idDocumentNumber, stage, asking);
}

} // namespace xueji
