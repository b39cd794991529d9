#include "ui/widgets/witness_dialog.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace xueji {

namespace {
constexpr int kWidth = 440;
} // namespace

WitnessDialog::WitnessDialog(const QString& reason, const QString& problem, QWidget* parent)
    : QDialog(parent), m_name(named(new QLineEdit(this), "witnessName", tr("Name of the witness"))),
      m_password(named(new PasswordEdit(this), "witnessPassword", tr("Password of the witness"))) {
  named(this, "witnessDialog", tr("A second person"));
  setWindowTitle(tr("A second person"));
  setMinimumWidth(kWidth);
  auto* why = new QLabel(reason, this);
  why->setWordWrap(true);
  auto* notice = new Notice(this);
  notice->showProblem(problem);
  auto* form = new QFormLayout;
  form->addRow(tr("Name"), m_name);
  form->addRow(tr("Password"), m_password);
  auto* buttons = new QDialogButtonBox(this);
  auto* agree = named(buttons->addButton(tr("I agree"), QDialogButtonBox::AcceptRole), "witnessAgree", tr("I agree"));
  named(buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole), "witnessCancel", tr("Cancel"));
  const auto present = [this, agree] {
    agree->setEnabled(!m_name->text().trimmed().isEmpty() && !m_password->text().isEmpty());
  };
  connect(m_name, &QLineEdit::textChanged, agree, present);
  connect(m_password, &QLineEdit::textChanged, agree, present);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  present();
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(kGrid);
  layout->addWidget(why);
  layout->addLayout(form);
  layout->addWidget(notice);
  layout->addWidget(buttons);
  m_name->setFocus();
}

QString WitnessDialog::name() const {
  return m_name->text().trimmed();
}

SecretBytes WitnessDialog::takePassword() {
  return m_password->take();
}

} // namespace xueji
