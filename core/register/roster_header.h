#pragma once

#include "domain/field_catalogue.h"
#include "exchange/sheet.h"

#include <optional>

namespace xueji {

/// How many lines of a sheet are looked at for its header.
inline constexpr int kHeaderSearchLines = 20;

/// For each column the texts above it from the first to the last line of a header, each once.
using Heads = QList<QStringList>;

Heads headsOf(const Sheet& sheet, int first, int last);

/// What a header names, and what it could name as well.
struct Named {
  std::optional<Field> field;
  std::optional<Field> otherwise;
  bool exact = false; ///< by the item's own label
  int member = 0;     ///< 1 or 2 where a relation tells who it is
  QString relation;   ///< 父亲 or 母亲
};

Named namedBy(const QStringList& heads, const FieldCatalogue& fields);

/// What a header that says no member names after a column of the member (电话 after 父亲姓名).
std::optional<Field> namedOfMember(const QStringList& heads, int member, const FieldCatalogue& fields);

/// The line, or the two or three lines, that name most items; last is -1 where none does.
struct HeaderPlace {
  int last = -1;
  int lines = 1;
};

HeaderPlace findHeader(const Sheet& sheet, const FieldCatalogue& fields);

} // namespace xueji
