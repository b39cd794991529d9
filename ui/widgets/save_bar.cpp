#include "ui/widgets/save_bar.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace xueji {

SaveBar::SaveBar(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_problem(new QLabel(this)), m_save(new QPushButton(tr("Save"), this)),
      m_discard(new QPushButton(tr("Discard"), this)) {
  named(this, "saveBar", tr("Unsaved changes"));
  named(m_save, "save", tr("Save"));
  named(m_discard, "discard", tr("Discard"));
  m_problem->setObjectName(QStringLiteral("saveProblem"));
  m_save->setProperty("main", true);
  m_save->setToolTip(tr("Save (Ctrl+Enter)"));
  m_discard->setToolTip(tr("Discard (Esc)"));
  m_problem->setWordWrap(true);
  m_problem->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).refuse.name()));
  setAttribute(Qt::WA_StyledBackground);
  setStyleSheet(QStringLiteral("xueji--SaveBar { background: %1; border-radius: 4px; }")
                    .arg(tonesOf(palette()).accentSoft.name()));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
  layout->setSpacing(kGrid);
  layout->addWidget(m_text);
  layout->addWidget(m_problem, 1);
  layout->addWidget(m_discard);
  layout->addWidget(m_save);
  connect(m_save, &QPushButton::clicked, this, &SaveBar::saveWanted);
  connect(m_discard, &QPushButton::clicked, this, &SaveBar::discardWanted);
  hide();
}

void SaveBar::setChanges(int count) {
  m_text->setText(tr("Changed items: %1").arg(count));
  setVisible(count > 0);
}

void SaveBar::setProblem(const QString& sentence) {
  m_problem->setText(sentence);
}

void SaveBar::setSaveEnabled(bool enabled) {
  m_save->setEnabled(enabled);
}

} // namespace xueji
