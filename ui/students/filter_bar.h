#pragma once

#include "domain/student_query.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace xueji {

class ChoiceBox;
class Session;

/// What the list of students is narrowed by: a text as one types, and choices.
class FilterBar : public QWidget {
  Q_OBJECT

public:
  enum class Part { Text, Status, EntryYear, Sex, Placed, EthnicGroup };
  /// One part that narrows, as its chip says it.
  struct Active {
    Part part;
    QString words;
  };

  explicit FilterBar(Session& session, QWidget* parent = nullptr);

  /// The filters of the bar; sort and direction are left as they are in `query`.
  StudentQuery applied(StudentQuery query) const;
  QList<Active> active() const;
  bool isActive() const { return !active().isEmpty(); }
  void drop(Part part);
  void clear();
  void setText(const QString& text);
  /// One cohort and no other filter, unless that cohort is chosen already.
  void showCohort(int entryYear);
  /// Typed elsewhere: goes on in the text field.
  void type(const QString& more);
  /// The years that can be chosen, newest first.
  void setEntryYears(const QList<int>& years);
  /// Classes that may be chosen, with their titles.
  void setClasses(const QList<QPair<qint64, QString>>& classes);
  QLineEdit* textField() const { return m_text; }

signals:
  void changed();

private:
  ChoiceBox* addChoice(const char* objectName, const QString& word, int width);
  void changeNow();

  QHBoxLayout* m_layout;
  QLineEdit* m_text;
  ChoiceBox* m_status;
  ChoiceBox* m_year;
  ChoiceBox* m_sex;
  ChoiceBox* m_placed;
  ChoiceBox* m_ethnic;
  QTimer m_typing;
};

/// The active filters as chips; a click on one takes it away.
class FilterChips : public QWidget {
  Q_OBJECT

public:
  explicit FilterChips(QWidget* parent = nullptr);
  void show(const QList<FilterBar::Active>& active);

signals:
  void dropped(FilterBar::Part part);

private:
  QHBoxLayout* m_layout;
};

} // namespace xueji
