#pragma once

#include "domain/field_parser.h"
#include "domain/student_row.h"
#include "register/acts.h"

#include <QHash>

namespace xueji {

/// One record while it is being corrected: what was typed, what that means, what the rules say to it. No widgets.
class RecordDraft {
public:
  /// The office must outlive the draft.
  explicit RecordDraft(Office& office) : m_office(office), m_parser(office.fields()) {}

  /// Begins with a record as stored; what was typed is dropped.
  void begin(const StudentRow& row);
  /// The stored record changed meanwhile: what was typed stays.
  void rebase(const StudentRow& row);
  void discard();

  const StudentRow& row() const { return m_row; }
  /// The person typed: parsed, compared with what is stored, judged.
  void type(Field field, const QString& typed);
  /// What the field holds now, canonical; the text as typed where it cannot be read.
  QString value(Field field) const;
  bool isChanged(Field field) const { return m_values.contains(field) || m_faults.contains(field); }
  QList<Field> changed() const; ///< in the order of the form
  int changes() const { return static_cast<int>(changed().size()); }

  /// What was typed was wrong from the first day of what it corrects, not only from today on.
  void setTypingError(bool typingError);
  bool isTypingError() const { return m_typingError; }

  /// Everything that stands against what was typed.
  const Findings& findings() const { return m_findings; }
  /// What kept the rules from being asked: then nothing may be saved.
  const std::optional<Error>& unjudged() const { return m_unjudged; }
  /// Shown beside this field.
  Findings findingsOf(Field field) const;
  bool mayBeSaved() const;

  /// What was changed as one wish, for correct(). Error: ValueInvalid (args: label and text of a field that cannot be
  /// read).
  Result<Correction> correction(const QString& ground) const;
  /// The rules refused it: what they found stands in findings().
  void refuse(const Findings& why) { m_findings = why; }

private:
  void judge();
  template <typename Found>
  void take(const Result<Found>& found) {
    if (found)
      m_findings << *found;
    else
      m_unjudged = found.error();
  }
  Correction wish() const;

  Office& m_office;
  FieldParser m_parser;
  StudentRow m_row;
  QHash<Field, QString> m_values; ///< canonical, only what differs from the stored record
  QHash<Field, QPair<QString, FieldFault>> m_faults;
  bool m_typingError = false;
  Findings m_findings;
  std::optional<Error> m_unjudged;
};

} // namespace xueji
