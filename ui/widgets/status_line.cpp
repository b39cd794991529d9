#include "ui/widgets/status_line.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace xueji {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent), m_page(new QLabel(this)), m_semester(new QLabel(this)), m_backup(new QLabel(this)) {
  named(this, "statusLine", tr("Status"));
  m_page->setObjectName(QStringLiteral("statusPage"));
  m_semester->setObjectName(QStringLiteral("statusSemester"));
  m_backup->setObjectName(QStringLiteral("statusBackup"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, 4, 2 * kGrid, 4);
  layout->setSpacing(3 * kGrid);
  layout->addWidget(m_page, 1);
  layout->addWidget(m_semester);
  layout->addWidget(m_backup);
}

void StatusLine::setPageText(const QString& text) {
  m_page->setText(text);
}

void StatusLine::setSemester(const QString& text) {
  m_semester->setText(text);
}

void StatusLine::setBackup(const QString& text, bool stale) {
  const Tones tones = tonesOf(palette());
  m_backup->setText(text);
  m_backup->setStyleSheet(QStringLiteral("color: %1").arg((stale ? tones.proof : tones.good).name()));
}

} // namespace xueji
