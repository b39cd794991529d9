#include "window_section.h"

#include "form_rows.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QSpinBox>

namespace xueji {

WindowSection::WindowSection(Session& session, QWidget* parent) : OfficeSection(session, parent) {
  Preferences& preferences = session.preferences();
  auto* scheme = named(new QComboBox(this), "scheme", tr("Colours"));
  scheme->addItems({tr("Light"), tr("Dark")});
  scheme->setCurrentIndex(preferences.scheme() == Scheme::Dark ? 1 : 0);
  auto* language = named(new QComboBox(this), "language", tr("Language"));
  language->addItems({QStringLiteral("中文"), QStringLiteral("English")});
  language->setCurrentIndex(preferences.language() == Language::English ? 1 : 0);
  auto* idle = named(new QSpinBox(this), "idleMinutes", tr("Lock after minutes without a key"));
  idle->setRange(1, 60);
  idle->setValue(preferences.idleMinutes());
  connect(scheme, &QComboBox::currentIndexChanged, this, [this, &preferences](int index) {
    preferences.setScheme(index == 1 ? Scheme::Dark : Scheme::Light);
    this->session().announcePreferences();
  });
  connect(language, &QComboBox::currentIndexChanged, this, [this, &preferences](int index) {
    preferences.setLanguage(index == 1 ? Language::English : Language::Chinese);
    emit said(tr("The language changes at the next start."));
  });
  connect(idle, &QSpinBox::valueChanged, this, [this, &preferences](int minutes) {
    preferences.setIdleMinutes(minutes);
    this->session().announcePreferences();
  });
  auto* form = makeForm();
  addRow(form, tr("Colours"), scheme);
  addRow(form, tr("Language"), language, tr("Papers and the register's own terms are always Chinese."));
  addRow(form, tr("Lock after minutes"), idle, tr("The register is closed and its data leave the memory."));
  auto* column = new QWidget(this);
  column->setMaximumWidth(480);
  column->setLayout(form);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, kGrid, 0);
  layout->addWidget(new SectionTitle(tr("This window"), this));
  layout->addWidget(column);
  layout->addStretch();
}

} // namespace xueji
