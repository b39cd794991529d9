#pragma once

#include "domain/field.h"

#include <QString>
#include <array>

namespace xueji {

/// The content of a record, item by item, in canonical form: dates as yyyy-MM-dd, months as yyyy-MM, choices as the
/// code of their table, yes/no as 1/0, numbers and phones without spaces, texts as written. Empty means not given.
/// Canonical text is made by FieldParser only (field_parser.h); display text by FieldCatalogue::display().
class StudentRecord {
public:
  const QString& value(Field field) const { return m_values[static_cast<std::size_t>(field)]; }
  void setValue(Field field, QString value) { m_values[static_cast<std::size_t>(field)] = std::move(value); }
  bool isEmpty(Field field) const { return value(field).isEmpty(); }
  bool operator==(const StudentRecord&) const = default;

private:
  std::array<QString, kFieldCount> m_values;
};

} // namespace xueji
