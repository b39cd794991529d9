#include "ui/widgets/toast.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <utility>

namespace xueji {

namespace {
constexpr int kFadesAfterMs = 8000;
}

Toast::Toast(QWidget* parent)
    : QWidget(parent), m_sign(new QLabel(this)), m_label(new QLabel(this)), m_undo(new QPushButton(tr("Undo"), this)),
      m_close(new QPushButton(this)) {
  named(this, "toast", tr("Message"));
  named(m_undo, "toastUndo", tr("Undo"));
  named(m_close, "toastClose", tr("Close the message"));
  m_label->setObjectName(QStringLiteral("toastText"));
  m_label->setWordWrap(true);
  m_undo->setProperty("link", true);
  m_close->setProperty("flat", true);
  m_close->setIcon(icon(QStringLiteral("close")));
  m_close->setToolTip(tr("Close the message"));
  setAttribute(Qt::WA_StyledBackground);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(2 * kGrid, kGrid / 2, kGrid, kGrid / 2);
  layout->setSpacing(kGrid);
  layout->addWidget(m_sign);
  layout->addWidget(m_label, 1);
  layout->addWidget(m_undo);
  layout->addWidget(m_close);
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &Toast::fade);
  connect(m_close, &QPushButton::clicked, this, [this] {
    if (m_label->text() == m_warning)
      m_warning.clear();
    fade();
  });
  connect(m_undo, &QPushButton::clicked, this, [this] {
    const auto act = std::exchange(m_undoAct, {});
    fade();
    if (act)
      act();
  });
  hide();
}

void Toast::say(const QString& sentence, std::function<void()> undo) {
  m_undoAct = std::move(undo);
  const Tones tones = tonesOf(palette());
  present(sentence, QStringLiteral("good"), tones.goodSoft);
  m_timer.start(m_undoAct ? 2 * kFadesAfterMs : kFadesAfterMs); // somebody who wants to undo must have read it first
}

void Toast::fade() {
  hide();
  if (!m_warning.isEmpty())
    warn(m_warning);
}

void Toast::warn(const QString& sentence) {
  m_warning = sentence;
  m_warned.start();
  m_undoAct = {};
  m_timer.stop();
  present(sentence, QStringLiteral("refuse"), tonesOf(palette()).refuseSoft);
}

void Toast::tell(const QString& sentence) {
  m_undoAct = {};
  m_timer.stop();
  present(sentence, QStringLiteral("good"), tonesOf(palette()).goodSoft);
}

void Toast::offer(const QString& sentence, const QString& word, std::function<void()> act) {
  m_undoAct = std::move(act);
  m_timer.stop();
  present(sentence, QStringLiteral("proof"), tonesOf(palette()).proofSoft, word);
}

QWidget* Toast::offered() const {
  return isHidden() || m_undo->isHidden() ? nullptr : m_undo;
}

QString Toast::text() const {
  return isHidden() ? QString() : m_label->text();
}

void Toast::present(const QString& sentence, const QString& iconName, const QColor& ground, const QString& word) {
  if (sentence != m_warning && m_warned.isValid() && m_warned.hasExpired(kFadesAfterMs))
    m_warning.clear(); // it was there to be read
  m_sign->setPixmap(icon(iconName).pixmap(18, 18));
  m_label->setText(sentence);
  m_undo->setText(word.isEmpty() ? tr("Undo") : word);
  m_undo->setAccessibleName(m_undo->text());
  m_undo->setVisible(bool(m_undoAct));
  setStyleSheet(QStringLiteral("xueji--Toast { background: %1; border-radius: 4px; }").arg(ground.name()));
  show();
}

} // namespace xueji
