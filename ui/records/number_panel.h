#pragma once

#include "act_panel.h"

namespace xueji {

class NumberEdit;

/// The fields for a student number that the bureau has issued.
class NumberPanel : public ActPanel {
  Q_OBJECT

public:
  NumberPanel(const RuleBook& rules, Language language, QWidget* parent = nullptr);
  void begin(const QDate& today); ///< empties, shows and takes the focus
  QString number() const;

private:
  NumberEdit* m_number;
};

} // namespace xueji
