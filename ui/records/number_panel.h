#pragma once

#include "domain/finding.h"
#include "domain/language.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace xueji {

class DateEdit;
class FindingList;
class NumberEdit;
class RuleBook;

/// The few fields for a student number that the bureau has issued, in the page itself.
class NumberPanel : public QWidget {
  Q_OBJECT

public:
  NumberPanel(const RuleBook& rules, Language language, QWidget* parent = nullptr);
  void begin(const QDate& today); ///< empties, shows and takes the focus
  QString number() const;
  QDate effective() const; ///< null where the date cannot be read
  QString ground() const;
  void refuse(const Findings& findings, const QString& sentence);

signals:
  void wanted();
  void closed();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  NumberEdit* m_number;
  DateEdit* m_date;
  QLineEdit* m_ground;
  QLabel* m_problem;
  FindingList* m_findings;
};

} // namespace xueji
