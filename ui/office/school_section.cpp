#include "school_section.h"

#include "form_rows.h"
#include "region_choices.h"
#include "register/acts.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/save_bar.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>

namespace xueji {

namespace {

QLineEdit* line(const char* name, QWidget* parent) {
  auto* edit = new QLineEdit(parent);
  edit->setObjectName(QString::fromLatin1(name));
  return edit;
}

ChoiceBox* choice(const char* name, QWidget* parent) {
  auto* box = new ChoiceBox(parent);
  box->setObjectName(QString::fromLatin1(name));
  return box;
}

} // namespace

SchoolSection::SchoolSection(Session& session, QWidget* parent)
    : OfficeSection(session, parent), m_code(line("officeSchoolCode", this)), m_name(line("officeSchoolName", this)),
      m_region(choice("officeSchoolRegion", this)), m_kind(choice("officeSchoolKind", this)),
      m_urbanRural(choice("officeUrbanRural", this)), m_principal(line("officePrincipal", this)),
      m_registrar(line("officeRegistrar", this)), m_address(line("officeAddress", this)),
      m_phone(line("officePhone", this)), m_bureau(line("officeBureau", this)), m_bar(new SaveBar(this)) {
  m_code->setReadOnly(true);
  m_code->setFont(numberFont());
  const FieldCatalogue& fields = session.fields();
  m_region->setChoices(countiesOf(fields.regions(), session.store().school().province()));
  m_kind->setTable(*fields.codes().table(QStringLiteral("school_kind")));
  m_urbanRural->setTable(*fields.codes().table(QStringLiteral("urban_rural")));
  auto* form = makeForm();
  addRow(form, tr("School code"), m_code);
  addRow(form, tr("School name"), m_name);
  addRow(form, tr("County or district"), m_region);
  addRow(form, tr("Kind of school"), m_kind);
  addRow(form, tr("Urban or rural"), m_urbanRural);
  addRow(form, tr("Principal"), m_principal);
  addRow(form, tr("Registrar"), m_registrar);
  addRow(form, tr("Address"), m_address);
  addRow(form, tr("Telephone"), m_phone);
  addRow(form, tr("Education bureau"), m_bureau, tr("As papers name it."));
  const bool may = session.store().may(Capability::ChangeSchool);
  for (QLineEdit* edit : findChildren<QLineEdit*>()) {
    if (edit != m_code)
      edit->setReadOnly(!may);
    connect(edit, &QLineEdit::textChanged, this, &SchoolSection::showChanges);
  }
  for (ChoiceBox* box : {m_region, m_kind, m_urbanRural})
    connect(box, &ChoiceBox::valueChanged, this, &SchoolSection::showChanges);
  connect(m_bar, &SaveBar::saveWanted, this, &SchoolSection::save);
  connect(m_bar, &SaveBar::discardWanted, this, &SchoolSection::discard);
  auto* column = new QWidget(this);
  column->setMaximumWidth(640);
  column->setLayout(form);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, kGrid, 0);
  layout->addWidget(new SectionTitle(tr("School"), this));
  layout->addWidget(column);
  layout->addWidget(m_bar);
  layout->addStretch();
}

void SchoolSection::refresh() {
  if (!hasUnsaved())
    discard();
}

void SchoolSection::discard() {
  m_profile = session().store().school();
  m_code->setText(m_profile.code);
  m_name->setText(m_profile.name);
  m_region->setValue(m_profile.region);
  m_kind->setValue(m_profile.kind);
  m_urbanRural->setValue(m_profile.urbanRural);
  m_principal->setText(m_profile.principal);
  m_registrar->setText(m_profile.registrar);
  m_address->setText(m_profile.address);
  m_phone->setText(m_profile.phone);
  m_bureau->setText(m_profile.bureau);
  showChanges();
}

SchoolProfile SchoolSection::edited() const {
  SchoolProfile profile = m_profile;
  profile.name = m_name->text().trimmed();
  profile.region = m_region->value();
  profile.kind = m_kind->value();
  profile.urbanRural = m_urbanRural->value();
  profile.principal = m_principal->text().trimmed();
  profile.registrar = m_registrar->text().trimmed();
  profile.address = m_address->text().trimmed();
  profile.phone = m_phone->text().trimmed();
  profile.bureau = m_bureau->text().trimmed();
  return profile;
}

void SchoolSection::showChanges() {
  const SchoolProfile now = edited();
  int changes = 0;
  for (const auto& [before, after] : {std::pair{m_profile.name, now.name},
                                      {m_profile.region, now.region},
                                      {m_profile.kind, now.kind},
                                      {m_profile.urbanRural, now.urbanRural},
                                      {m_profile.principal, now.principal},
                                      {m_profile.registrar, now.registrar},
                                      {m_profile.address, now.address},
                                      {m_profile.phone, now.phone},
                                      {m_profile.bureau, now.bureau}})
    changes += before != after ? 1 : 0;
  m_changes = changes;
  m_bar->setChanges(changes);
  m_complete = m_region->isKnown() && m_kind->isKnown() && !now.name.isEmpty() &&
               (now.urbanRural.isEmpty() || m_urbanRural->isKnown());
  m_bar->setProblem(m_complete ? QString() : tr("The name and the choices of the lists must be filled."));
  m_bar->setSaveEnabled(m_complete);
}

void SchoolSection::save() {
  if (!hasUnsaved() || !m_complete)
    return;
  session().write(
      this, tr("Saving the school's data"), [profile = edited()](Office& office) { return setSchool(office, profile); },
      [this](const auto& saved) {
        if (!saved) {
          emit failed(saved.error());
          return;
        }
        session().announceChange(0); // the store reads anew: what is typed is what it holds now
        discard();
        emit said(tr("The school's data were saved."));
      });
}

} // namespace xueji
