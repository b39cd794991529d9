#pragma once

#include "ui/documents/paper_choice.h"
#include "ui/shell/session.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTableView;

namespace xueji {

class ChosenStudents;
class Notice;
class SearchBox;

/// The left of the papers page: which paper, of whom, for what, with numbers masked or in full.
class ChoicePanel : public QWidget {
  Q_OBJECT

public:
  explicit ChoicePanel(Session& session, QWidget* parent = nullptr);

  PaperChoice choice() const;
  void setStudents(const QList<qint64>& students); ///< instead of those chosen, and a paper of children
  void reload();                                   ///< the register changed
  QString nameOf(int index) const;                 ///< of student `index` of the choice
  QWidget* firstField() const;
  QTableView* table() const { return m_table; }

signals:
  void changed();             ///< at once for a choice, a moment after the last letter of the purpose
  void currentMoved(int row); ///< another student of the list

private:
  QWidget* makeKinds();
  QWidget* makeChildPart();
  QWidget* makeCohortPart();
  QWidget* makeWishPart();
  void fillYears();
  void pickStudent(const QVariant& key);
  void removeCurrent();
  void setFull(bool full);
  void present();
  const PaperDefinition& paper() const; ///< chosen

  Session& m_session;
  ChosenStudents* m_students;
  QList<QRadioButton*> m_kinds; ///< in the order of paperDefinitions()
  QStackedWidget* m_parts;      ///< one for each of PaperNeeds
  SearchBox* m_search;
  QTableView* m_table;
  QLabel* m_count;
  QPushButton* m_remove;
  QPushButton* m_clear;
  QComboBox* m_addYear;
  QComboBox* m_year;
  QComboBox* m_stage;
  QComboBox* m_purpose;
  QCheckBox* m_full;
  Notice* m_notice;
  QTimer m_typed; ///< a moment after the last letter
};

} // namespace xueji
