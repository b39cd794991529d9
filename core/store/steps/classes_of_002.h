#pragma once

#include "domain/error.h"

#include <QString>

namespace xueji {

class StepWork;

/// Step 2 of the schema, frozen with its own copies of what it calls: the class, which schema 1 kept as a text among a
/// child's items, becomes classes and placements.
namespace step002 {

/// The number of a class as offices write it: "1班", "一班", "1", "(1)班", "2024级1班", "一年级1班", "七(3)班" ...; 0
/// where the text names no class by number, or another cohort than `cohort`.
int classNumber(const QString& text, int cohort);

/// One class a stage, cohort and number or name; placements from the first day of the row that said so, never before
/// the enrolment. Notes: "class_text" of a class whose number could not be read (it has the text as its name),
/// "class_items" of a child whose items could not.
Result<void> placeChildren(StepWork& work);

} // namespace step002

} // namespace xueji
