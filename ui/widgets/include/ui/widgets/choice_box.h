#pragma once

#include "ui/widgets/choice_filter.h"

#include <QLineEdit>
#include <QPointer>

class QListView;
class QStringListModel;

namespace xueji {

/// A line in which one types a code, name, pinyin or initials and takes a choice from the list below it. For every code
/// table. Down or F4 shows all; Enter or Tab takes the first match; Esc restores.
class ChoiceBox : public QLineEdit {
  Q_OBJECT

public:
  explicit ChoiceBox(QWidget* parent = nullptr);
  ~ChoiceBox() override;

  void setTable(const CodeTable& table);
  void setChoices(QList<Choice> choices);
  /// The code; or the text as typed where it is no choice (the rules then say so).
  QString value() const { return m_value; }
  void setValue(const QString& code);
  bool isKnown() const { return m_filter.indexOfCode(m_value) >= 0; }

signals:
  void valueChanged(const QString& value); ///< by the person only

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

private:
  void showMatches(const QString& typed);
  void hideList();
  void take(int index);
  void takeTyped();
  void showValue();

  ChoiceFilter m_filter;
  QString m_value;
  QList<int> m_shown;
  QStringListModel* m_model;
  QPointer<QListView> m_list; ///< child of the window while shown, which may end before this line
};

} // namespace xueji
