#pragma once

#include "domain/region_table.h"
#include "ui/widgets/choice_filter.h"

namespace xueji {

/// The counties in force of one province (region code 130000) with their full names, for a ChoiceBox.
QList<Choice> countiesOf(const RegionTable& regions, const QString& province);

} // namespace xueji
