#include "record_header.h"

#include "domain/grade_name.h"
#include "register/roster_list.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/status_badge.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

namespace xueji {

RecordHeader::RecordHeader(QWidget* parent)
    : QWidget(parent), m_name(named(new QLabel(this), "studentName", tr("Name"))),
      m_reading(named(new QLabel(this), "studentReading", tr("Pinyin"))),
      m_place(named(new QLabel(this), "studentPlace", tr("Cohort, grade and class"))),
      m_number(named(new NumberEdit(NumberEdit::Kind::StudentNumber, this), "studentNumber", tr("Student number"))),
      m_awaited(named(new QLabel(this), "numberAwaited", tr("Whether the student number is still to come"))),
      m_status(new StatusBadge(StudentStatus::InSchool, this)),
      m_issue(named(new QPushButton(icon(QStringLiteral("add")), tr("Number issued ..."), this), "issueNumber",
                    tr("Number issued ..."))),
      m_class(named(new QPushButton(icon(QStringLiteral("students")), tr("Class ..."), this), "placeStudent",
                    tr("Place in a class, or move to another"))),
      m_print(named(new QPushButton(icon(QStringLiteral("print")), tr("Print dossier"), this), "printDossier",
                    tr("Print dossier"))) {
  QFont big = titleFont();
  big.setPointSizeF(18);
  m_name->setFont(big);
  m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
  const QString faint = QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name());
  m_reading->setStyleSheet(faint);
  m_awaited->setStyleSheet(faint);
  m_number->setGuarded(true);
  m_number->setEditable(false);
  m_number->setFixedWidth(252);
  m_number->setToolTip(tr("Student number; the eye or F2 shows it, with a reason"));
  auto* key = new QShortcut(QKeySequence(Qt::Key_F2), m_number);
  key->setContext(Qt::WidgetShortcut);
  connect(key, &QShortcut::activated, this, &RecordHeader::revealWanted);
  m_class->setToolTip(tr("Place in a class, or move to another"));
  m_issue->setToolTip(tr("Enter the student number that the bureau has issued"));
  m_print->setToolTip(tr("Print the dossier of this student (Ctrl+P)"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2 * kGrid);
  layout->addWidget(m_name);
  layout->addWidget(m_reading);
  layout->addWidget(m_status);
  layout->addWidget(m_place);
  layout->addWidget(m_number);
  layout->addWidget(m_awaited);
  layout->addStretch(1);
  layout->addWidget(m_class);
  layout->addWidget(m_issue);
  layout->addWidget(m_print);
  connect(m_number, &NumberEdit::revealWanted, this, &RecordHeader::revealWanted);
  connect(m_issue, &QPushButton::clicked, this, &RecordHeader::issueWanted);
  connect(m_class, &QPushButton::clicked, this, &RecordHeader::placementWanted);
  connect(m_print, &QPushButton::clicked, this, &RecordHeader::printWanted);
}

void RecordHeader::showStudent(const StudentRow& row, const SchoolSystem& system, const QDate& today) {
  m_name->setText(row.record.value(Field::Name));
  m_reading->setText(row.pinyin);
  m_status->setStatus(row.status);
  m_number->setValue(row.studentNumber);
  const bool isLocal = row.numberSource == NumberSource::Local && !row.studentNumber.isEmpty();
  m_awaited->setText(isLocal ? QStringLiteral("%1，%2").arg(chineseName(NumberSource::Local), awaitedNumber())
                             : QString());
  m_awaited->setVisible(isLocal);
  m_number->setMasked(true);
  const QString& name = row.record.value(Field::Class);
  QStringList place{cohortName(row.entryYear), gradeNameOn(today, system, row.stage, row.entryYear),
                    name.isEmpty() ? tr("Not placed") : name};
  if (const QString ahead = markOfAhead(row, today); !ahead.isEmpty())
    place << ahead;
  m_place->setText(place.join(QStringLiteral(" · ")));
}

void RecordHeader::allow(bool issue, bool place, bool print) {
  m_issue->setEnabled(issue);
  m_class->setEnabled(place);
  m_print->setEnabled(print);
}

void RecordHeader::revealNumber() {
  m_number->setMasked(false);
}

} // namespace xueji
