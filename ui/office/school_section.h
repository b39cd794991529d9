#pragma once

#include "domain/school_profile.h"
#include "ui/office/office_page.h"

class QLineEdit;

namespace xueji {

class ChoiceBox;
class SaveBar;

/// What papers and rules know of the school; the code stays, the rest is edited in place.
class SchoolSection : public OfficeSection {
  Q_OBJECT

public:
  SchoolSection(Session& session, QWidget* parent);
  /// Shows what the store holds, unless something typed is not saved.
  void refresh() override;
  bool hasUnsaved() const override { return m_changes > 0; }
  void save() override;
  void discard() override;

private:
  SchoolProfile edited() const;
  void showChanges();

  SchoolProfile m_profile;
  int m_changes = 0;
  bool m_complete = false; ///< what stands in the lines can be saved
  QLineEdit* m_code;
  QLineEdit* m_name;
  ChoiceBox* m_region;
  ChoiceBox* m_kind;
  ChoiceBox* m_urbanRural;
  QLineEdit* m_principal;
  QLineEdit* m_registrar;
  QLineEdit* m_address;
  QLineEdit* m_phone;
  QLineEdit* m_bureau;
  SaveBar* m_bar;
};

} // namespace xueji
