#include "result_step.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace xueji {

ResultStep::ResultStep(Session& session, ImportDraft& draft, QWidget* parent)
    : ImportStep(session, draft, parent), m_sign(new QLabel(this)), m_title(new PageTitle({}, this)),
      m_text(new QLabel(this)),
      m_list(named(new QPushButton(icon(QStringLiteral("students")), tr("See the students"), this), "goToStudents",
                   tr("See the students"))),
      m_undo(named(new QPushButton(icon(QStringLiteral("undo")), tr("Undo the whole import…"), this), "undoImport",
                   tr("Undo this import"))) {
  setObjectName(QStringLiteral("resultStep"));
  m_title->setObjectName(QStringLiteral("resultTitle"));
  m_text->setObjectName(QStringLiteral("resultText"));
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* head = new QHBoxLayout;
  head->setSpacing(2 * kGrid);
  head->addWidget(m_sign);
  head->addWidget(m_title, 1);
  auto* acts = new QHBoxLayout;
  acts->setSpacing(kGrid);
  acts->addWidget(m_list);
  acts->addWidget(m_undo);
  acts->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2 * kGrid);
  layout->addLayout(head);
  layout->addWidget(m_text);
  layout->addLayout(acts);
  layout->addStretch();
  connect(m_list, &QPushButton::clicked, this, [this] { this->session().open(QString::fromLatin1(place::kStudents)); });
  connect(m_undo, &QPushButton::clicked, this, [this] {
    if (const auto& result = this->draft().result())
      emit undoWanted(result->batch);
  });
}

void ResultStep::refresh() {
  const auto& result = draft().result();
  const ImportPlan* plan = draft().plan();
  if (!result || !plan)
    return;
  const ImportSummary sum = plan->summary();
  const int left = sum.refused + sum.differs;
  m_sign->setPixmap(icon(draft().resultUndone() ? QStringLiteral("undo") : QStringLiteral("good")).pixmap(28, 28));
  m_title->setText(draft().resultUndone() ? tr("The import was taken back") : draft().headline());
  QStringList lines;
  if (draft().resultUndone()) {
    lines << tr(
        "None of its students counts any more; numbers made here stay burnt. The acts stay in the ledger as void.");
  } else {
    QStringList sheets;
    for (const ImportSheet& sheet : plan->sheets)
      if (!sheet.sheet.name.isEmpty())
        sheets << sheet.sheet.name;
    const QString from = sheets.isEmpty() ? plan->fileName : tr("%1 (%2)").arg(plan->fileName, sheets.join(u'、'));
    lines
        << (plan->options.isWholeSchool()
                ? tr("Batch %1, from %2, each child from the day it entered.").arg(QString::number(result->batch), from)
                : tr("Batch %1, from %2, in force from %3.")
                      .arg(QString::number(result->batch), from, plan->options.effective.toString(Qt::ISODate)));
    if (result->movedUp > 0)
      lines << tr("%1 children moved up to this stage under their number.").arg(result->movedUp);
    if (result->placed > 0)
      lines << tr("%1 children of the register came into their class.").arg(result->placed);
    if (result->classes > 0)
      lines << tr("%1 classes were made.").arg(result->classes);
    if (const auto waiting = std::count_if(
            plan->rows.begin(), plan->rows.end(),
            [](const ImportRow& row) { return row.verdict == ImportRow::Verdict::Enrol && row.classId == 0; });
        waiting > 0)
      lines << tr("%1 of the enrolled wait for a class.").arg(waiting);
    if (left > 0)
      lines << tr("%1 rows were left out. Put them right in the file and import it again.").arg(left);
    if (sum.unchanged > 0)
      lines << tr("%1 rows were in the register already and stayed as they are.").arg(sum.unchanged);
    lines << tr("It can be undone as a whole until a later act builds on it.");
  }
  m_text->setText(lines.join(QLatin1Char('\n')));
  m_undo->setVisible(!draft().resultUndone() && result->batch > 0);
  m_list->setVisible(!draft().resultUndone());
}

QWidget* ResultStep::firstField() const {
  return m_list;
}

} // namespace xueji
