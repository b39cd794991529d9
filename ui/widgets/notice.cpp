#include "ui/widgets/notice.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace xueji {

Notice::Notice(QWidget* parent) : QFrame(parent), m_sign(new QLabel(this)), m_text(new QLabel(this)) {
  setObjectName(QStringLiteral("notice"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
  layout->setSpacing(kGrid);
  layout->addWidget(m_sign, 0, Qt::AlignTop);
  layout->addWidget(m_text, 1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
  hide();
}

void Notice::showProblem(const QString& sentence) {
  const Tones tones = tonesOf(palette());
  say(sentence, QStringLiteral("refuse"), tones.refuse, tones.refuseSoft);
}

void Notice::showHint(const QString& sentence) {
  const Tones tones = tonesOf(palette());
  say(sentence, QStringLiteral("warn"), tones.proof, tones.proofSoft);
}

void Notice::showGood(const QString& sentence) {
  const Tones tones = tonesOf(palette());
  say(sentence, QStringLiteral("good"), tones.good, tones.goodSoft);
}

void Notice::clear() {
  m_text->clear();
  hide();
}

QString Notice::text() const {
  return m_text->text();
}

void Notice::say(const QString& sentence, const QString& iconName, const QColor& colour, const QColor& ground) {
  if (sentence.isEmpty())
    return clear();
  m_sign->setPixmap(icon(iconName).pixmap(18, 18));
  m_text->setText(sentence);
  setAccessibleName(sentence);
  setStyleSheet(QStringLiteral("#%1 { background: %2; border-left: 3px solid %3; border-radius: 3px; }")
                    .arg(objectName(), ground.name(), colour.name()));
  setVisible(true);
}

} // namespace xueji
