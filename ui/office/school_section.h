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
  void refresh() override;

private:
  SchoolProfile edited() const;
  void showChanges();
  void save();

  SchoolProfile m_profile;
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
