#pragma once

#include "ui/office/office_page.h"

namespace xueji {

/// Light or dark, language, minutes until the window locks: of this person on this PC.
class WindowSection : public OfficeSection {
  Q_OBJECT

public:
  WindowSection(Session& session, QWidget* parent);
};

} // namespace xueji
