#pragma once

#include "domain/finding.h"
#include "domain/language.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace xueji {

class DateEdit;
class FindingList;
class RuleBook;

/// The few fields of one act, in the page itself: what the act is about, first day, ground and the button that enters
/// it; below, what stands against it. Enter in a field is the button.
class ActPanel : public QWidget {
  Q_OBJECT

public:
  QDate effective() const; ///< null where the date cannot be read
  QString ground() const;
  /// What stands against the act. `sentence`: what no finding says; empty for nothing.
  virtual void refuse(const Findings& findings, const QString& sentence);

signals:
  void wanted();
  void closed();

protected:
  struct Words {
    QString title; ///< what the panel is called to those who do not see it
    QString about; ///< label of the first field
    QString from;
    QString groundHint;
    QString enter; ///< on the button
  };

  explicit ActPanel(QWidget* parent) : QWidget(parent) {}
  /// Lays the panel out around its first field, once. Objects are named `name` and what they are: nameDate.
  void compose(const QString& name, const Words& words, QWidget* about, const RuleBook& rules, Language language);
  /// Empties what is common to all panels, shows the panel with the sentence and takes the focus.
  void begin(const QDate& today, const QString& sentence = {});
  void addBelow(QWidget* part);
  void setEffective(const QDate& day);
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* m_about = nullptr;
  DateEdit* m_date = nullptr;
  QLineEdit* m_ground = nullptr;
  QLabel* m_problem = nullptr;
  FindingList* m_findings = nullptr;
  QVBoxLayout* m_layout = nullptr;
};

} // namespace xueji
