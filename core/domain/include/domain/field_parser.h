#pragma once

#include "domain/field_catalogue.h"

#include <QString>
#include <QStringList>
#include <expected>

namespace xueji {

/// A cell or an entry field, understood.
struct ParsedField {
  QString value; ///< canonical (student_record.h); empty where nothing was given
  /// What was put right, each at most once: "spaces" (blanks taken out), "width" (full width made half), "case" (x made
  /// X), "letters" (a Cyrillic or Greek Х made X), "dots" (look-alike dots in a name made ·), "date_serial" (a
  /// spreadsheet's day number made a date), "leading_zero" (54000 made 054000), "private_use" (a code point that GBK
  /// left made the character it means), "invisible" (characters that nobody sees taken out), "control" (control
  /// characters, and tabs inside a text, made blanks), "nearest" (the entry of a table nearest to what was typed, or
  /// found although it was typed with marks that no spelling of it has), "wrapped" (="..." or ' taken off). Trimming,
  /// the choice of form of a date or a phone number and the placeholders / - 无 of empty cells are no repairs.
  QStringList repairs;
  bool operator==(const ParsedField&) const = default;
};

/// Why a text cannot be read. Codes: "date_unreadable", "month_unreadable", "code_unknown", "flag_unreadable",
/// "number_unreadable", "phone_unreadable", "region_unreadable", "validity_unreadable",
/// "postal_unreadable", "name_unreadable", "too_long", "character_lost" (U+FFFD or a code
/// point that is no character, or ? in a name), "character_homemade"
/// (自造字), "cell_error" (#N/A); of a cell of the wrong kind (row_reader.h) "formula_empty", "cell_date",
/// "cell_number", "cell_boolean".
struct FieldFault {
  QString code;
  QStringList args; ///< args[0]: the text as typed; "too_long": [1] the limit in characters
  bool operator==(const FieldFault&) const = default;
};

/// Makes canonical text of what a person typed or a roster holds. Judges nothing that rules judge: a wrong check
/// character, a number damaged by a spreadsheet, an impossible age, a missing must-fill item pass here.
class FieldParser {
public:
  explicit FieldParser(const FieldCatalogue& catalogue);
  std::expected<ParsedField, FieldFault> parse(Field field, const QString& typed) const;
  const FieldDefinition& definition(Field field) const { return m_catalogue.definition(field); }

private:
  FieldCatalogue m_catalogue;
};

} // namespace xueji
