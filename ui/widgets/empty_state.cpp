#include "ui/widgets/empty_state.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace xueji {

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& sentence, const QString& actWord,
                       QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_sentence(new QLabel(this)) {
  named(this, "emptyState", title);
  auto* sign = new QLabel(this);
  sign->setPixmap(icon(iconName).pixmap(48, 48));
  sign->setAlignment(Qt::AlignCenter);
  m_title->setStyleSheet(QStringLiteral("font-size: 13pt; font-weight: 500"));
  m_title->setAlignment(Qt::AlignCenter);
  m_sentence->setAlignment(Qt::AlignCenter);
  m_sentence->setWordWrap(true);
  m_sentence->setMinimumWidth(420);
  m_sentence->setMaximumWidth(560);
  m_sentence->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).faint.name()));
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(kGrid);
  layout->addStretch(2);
  layout->addWidget(sign);
  layout->addWidget(m_title);
  // In a row of its own and not aligned: only so does the wrapped text get the height it needs.
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(m_sentence, 4);
  row->addStretch(1);
  layout->addLayout(row);
  if (!actWord.isEmpty()) {
    m_act = named(new QPushButton(actWord, this), "emptyStateAct", actWord);
    m_act->setProperty("main", true);
    layout->addSpacing(kGrid);
    layout->addWidget(m_act, 0, Qt::AlignHCenter);
    connect(m_act, &QPushButton::clicked, this, &EmptyState::actWanted);
  }
  layout->addStretch(3);
  setText(title, sentence);
}

void EmptyState::setText(const QString& title, const QString& sentence) {
  m_title->setText(title);
  m_sentence->setText(sentence);
  setAccessibleName(title);
}

} // namespace xueji
