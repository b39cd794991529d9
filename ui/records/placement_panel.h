#pragma once

#include "domain/class_book.h"
#include "domain/finding.h"
#include "domain/language.h"
#include "domain/wish.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace xueji {

class DateEdit;
class FindingList;
class RuleBook;

/// Into which class a child comes, in the page itself: class, first day, ground, and the paper where a rule asks for
/// one.
class PlacementPanel : public QWidget {
  Q_OBJECT

public:
  PlacementPanel(const RuleBook& rules, Language language, QWidget* parent = nullptr);

  /// One class that may be chosen; id 0: in none.
  struct Choice {
    qint64 id = 0;
    QString title;
    int children = 0;
  };
  /// Fills, shows and takes the focus. `present`: the class the child is in.
  void begin(const QList<Choice>& choices, qint64 present, const QDate& today);
  qint64 classId() const;
  QDate effective() const; ///< null where the date cannot be read
  QString ground() const;
  /// The paper as it was typed; nothing where no paper is asked for or nothing was typed.
  std::optional<SeenPaper> paper() const;
  /// What stands against it; a finding that a paper may meet shows the paper's fields.
  void refuse(const Findings& findings, const QString& sentence);

signals:
  void wanted();
  void closed();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* makePaperPart();

  const RuleBook& m_rules;
  Language m_language;
  QComboBox* m_class;
  DateEdit* m_date;
  QLineEdit* m_ground;
  QLabel* m_problem;
  FindingList* m_findings;
  QLabel* m_paperName = nullptr;
  QLineEdit* m_number = nullptr;
  QLineEdit* m_issuer = nullptr;
  DateEdit* m_issued = nullptr;
  QComboBox* m_level = nullptr;
  QWidget* m_paper; ///< holds the five before it
  QString m_paperKind;
};

} // namespace xueji
