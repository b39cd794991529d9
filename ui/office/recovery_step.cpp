#include "ui/office/recovery_step.h"

#include "documents/pdf_file.h"
#include "documents/recovery_sheet.h"
#include "domain/random_source.h"
#include "form_rows.h"
#include "register/log_view.h"
#include "store/register_folder.h"
#include "store/register_store.h"
#include "ui/shell/dialogs.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace xueji {

RecoveryStep::RecoveryStep(const Clock& clock, RandomSource& random, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent), m_clock(clock), m_random(random), m_dialogs(dialogs), m_secretLabel(new QLabel(this)),
      m_question(new QLabel(this)), m_answer(new QLineEdit(this)), m_notice(new Notice(this)) {
  named(m_secretLabel, "recoverySecret", tr("Recovery code"));
  named(m_answer, "recoveryAnswer", tr("The group asked for"));
  QFont large = numberFont();
  m_secretLabel->setFont(large);
  m_secretLabel->setStyleSheet(QStringLiteral("font-size: 15pt; padding: 16px; border: 1px solid %1; "
                                              "border-radius: 4px; background: %2")
                                   .arg(tonesOf(palette()).line.name(), palette().color(QPalette::Base).name()));
  m_secretLabel->setAlignment(Qt::AlignCenter);
  m_answer->setFont(large);
  m_answer->setMaximumWidth(160);
  m_answer->setMinimumHeight(kFormRow);
  auto* printButton = named(new QPushButton(icon(QStringLiteral("print")), tr("Print…"), this), "printRecovery",
                            tr("Print the recovery sheet"));
  auto* pdfButton = named(new QPushButton(icon(QStringLiteral("export")), tr("Save as PDF…"), this), "saveRecovery",
                          tr("Save the recovery sheet as PDF"));
  connect(printButton, &QPushButton::clicked, this, &RecoveryStep::print);
  connect(pdfButton, &QPushButton::clicked, this, &RecoveryStep::savePdf);
  connect(m_answer, &QLineEdit::textChanged, this, [this] { emit confirmedChanged(isConfirmed()); });

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGrid);
  buttons->addWidget(printButton);
  buttons->addWidget(pdfButton);
  buttons->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(new PageTitle(tr("Recovery sheet"), this));
  layout->addWidget(
      explanation(tr("If every password is lost, only this code opens the register; nobody else can help, "
                     "not even who made the program. Print the sheet, put it into an envelope, seal it, "
                     "and keep it in the safe. It is shown only now and stored nowhere."),
                  this));
  layout->addWidget(m_secretLabel);
  layout->addLayout(buttons);
  layout->addWidget(m_notice);
  layout->addSpacing(kGrid);
  layout->addWidget(m_question);
  layout->addWidget(m_answer);
  layout->addStretch();
}

void RecoveryStep::setSecret(RegisterStore& store, const QString& secret) {
  m_store = &store;
  m_secret = secret;
  static const QRegularExpression kBetween(QStringLiteral("[\\s-]+"));
  m_groups = secret.split(kBetween, Qt::SkipEmptyParts);
  m_asked = int(m_random.below(quint32(m_groups.size()))) + 1;
  m_secretLabel->setText(m_groups.join(QStringLiteral("  ")));
  m_question->setText(tr("To go on, type group %1 of the sheet:").arg(m_asked));
  m_answer->clear();
}

bool RecoveryStep::isConfirmed() const {
  return m_asked > 0 && m_answer->text().trimmed().compare(group(m_asked), Qt::CaseInsensitive) == 0;
}

void RecoveryStep::forget() {
  m_secret.fill(u'0');
  m_secret.clear();
  m_groups.clear();
  m_asked = 0;
  m_secretLabel->clear();
  m_answer->clear();
  m_store = nullptr;
}

template <class Use>
void RecoveryStep::withPaper(Use use) {
  if (m_store == nullptr)
    return;
  const SchoolProfile school = m_store->school();
  PaperFrame frame;
  frame.schoolName = school.name;
  frame.schoolCode = school.code;
  frame.purpose = QStringLiteral("封存");
  frame.date = m_clock.today().toString(QStringLiteral("yyyy年M月d日"));
  frame.printedBy = m_store->user().name;
  if (const auto code = logCode(*m_store))
    frame.logCode = *code;
  const RecoverySheetPaper paper({RegisterFolder(m_store->folder()).name(), m_secret, m_store->user().name}, frame);
  use(paper);
}

void RecoveryStep::print() {
  withPaper([this](const Paper& paper) {
    if (!m_dialogs.print(this, {&paper}))
      return;
    (void)logRecoverySheet(*m_store, SheetWay::Printed);
    m_notice->showGood(tr("The sheet went to the printer. Check that it can be read before going on."));
    m_answer->setFocus();
  });
}

void RecoveryStep::savePdf() {
  const QString path =
      m_dialogs.saveFile(this, tr("Save the recovery sheet"), QStringLiteral("恢复凭据.pdf"), tr("PDF file (*.pdf)"));
  if (path.isEmpty())
    return;
  withPaper([this, &path](const Paper& paper) {
    if (const auto written = writePdf(path, {&paper}); !written) {
      m_notice->showProblem(sentenceFor(written.error()));
      return;
    }
    (void)logRecoverySheet(*m_store, SheetWay::Saved);
    m_notice->showHint(
        tr("Saved as %1. Print it and delete the file: whoever has it can open the register.").arg(path));
    m_answer->setFocus();
  });
}

} // namespace xueji
