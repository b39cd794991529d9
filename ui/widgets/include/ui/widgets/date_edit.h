#pragma once

#include <QDate>
#include <QLineEdit>
#include <optional>

namespace xueji {

/// A date as text: takes 20180831, 2018-8-31, 2018.8.31, 2018/8/31, 2018年8月31日 and shows 2018-08-31 once left. Up
/// and Down change the day, with Shift the month.
class DateEdit : public QLineEdit {
  Q_OBJECT

public:
  enum class Kind { Day, Month };
  explicit DateEdit(QWidget* parent = nullptr, Kind kind = Kind::Day);

  std::optional<QDate> date() const;
  void setDate(const QDate& date);
  /// Canonical (2018-08-31, 2024-09); the text as typed where it cannot be read; empty for empty.
  QString value() const;
  void setValue(const QString& canonical);

signals:
  void valueChanged(const QString& value); ///< by the person only

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  void settle();
  Kind m_kind;
  QString m_last;
};

} // namespace xueji
