#pragma once

#include "domain/wish.h"
#include "ui/records/act_panel.h"

class QComboBox;

namespace xueji {

class PaperFields;

/// Into which class a child comes: class, first day, ground, and the paper where a rule asks for one.
class PlacementPanel : public ActPanel {
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
  /// The paper as it was typed; nothing where no paper is asked for or nothing was typed.
  std::optional<SeenPaper> paper() const;
  bool paperReadable() const; ///< its day is empty or a date
  /// A finding that a paper may meet shows the paper's fields.
  void refuse(const Findings& findings, const QString& sentence) override;

private:
  const RuleBook& m_rules;
  Language m_language;
  QComboBox* m_class;
  PaperFields* m_paper;
  QString m_paperKind;
};

} // namespace xueji
