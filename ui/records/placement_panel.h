#pragma once

#include "act_panel.h"
#include "domain/wish.h"

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
    QDate opens; ///< first day of a class that opens later than the day proposed; null: it is open
  };
  /// Fills, shows and takes the focus. `present`: the class the child is in. `day`: proposed as the first one.
  void begin(const QList<Choice>& choices, qint64 present, const QDate& day);
  qint64 classId() const;
  /// The papers as they were typed; those asked for and left empty are none.
  QList<SeenPaper> papers() const;
  bool papersReadable() const; ///< their days are empty or dates
  /// Each finding that a paper may meet shows the fields of that paper; those that were asked for before stay.
  void refuse(const Findings& findings, const QString& sentence) override;

private:
  void proposeDay();
  void forgetPapers();
  void askFor(const QString& kind);

  const RuleBook& m_rules;
  Language m_language;
  QComboBox* m_class;
  struct Asked {
    QString kind;
    PaperFields* fields;
  };
  QList<Asked> m_papers; ///< in the order in which they were asked for
  QDate m_day;           ///< proposed
};

} // namespace xueji
