#include "ui/widgets/date_edit.h"

#include "domain/date_reading.h"
#include "text/folding.h"

#include <QKeyEvent>

namespace xueji {

DateEdit::DateEdit(QWidget* parent, Kind kind) : QLineEdit(parent), m_kind(kind) {
  setPlaceholderText(kind == Kind::Day ? QStringLiteral("2018-08-31") : QStringLiteral("2018-08"));
  connect(this, &QLineEdit::editingFinished, this, &DateEdit::settle);
  connect(this, &QLineEdit::textEdited, this, [this] {
    if (const QString present = value(); present != m_last) {
      m_last = present;
      emit valueChanged(present);
    }
  });
}

std::optional<QDate> DateEdit::date() const {
  const QString typed = toHalfWidth(text()).trimmed();
  return m_kind == Kind::Day ? detail::readDate(typed) : detail::readMonth(typed);
}

QString DateEdit::value() const {
  const auto read = date();
  if (!read)
    return text().trimmed();
  return read->toString(m_kind == Kind::Day ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyy-MM"));
}

void DateEdit::setValue(const QString& canonical) {
  setText(canonical);
  m_last = value();
}

void DateEdit::setDate(const QDate& date) {
  setValue(date.toString(m_kind == Kind::Day ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyy-MM")));
}

void DateEdit::settle() {
  if (!isReadOnly() && date())
    setText(value());
}

void DateEdit::keyPressEvent(QKeyEvent* event) {
  const bool up = event->key() == Qt::Key_Up;
  const auto present = date();
  if ((up || event->key() == Qt::Key_Down) && present && !isReadOnly()) {
    const int step = up ? 1 : -1;
    const bool byMonth = m_kind == Kind::Month || (event->modifiers() & Qt::ShiftModifier);
    setDate(byMonth ? present->addMonths(step) : present->addDays(step));
    emit valueChanged(m_last);
    return;
  }
  QLineEdit::keyPressEvent(event);
}

} // namespace xueji
