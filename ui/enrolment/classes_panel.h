#pragma once

#include "domain/wish.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;

namespace xueji {

class PaperFields;
struct ImportPlan;
class SchoolSystem;

/// What the class column of a roster needs before children are placed: classes that are not there yet, and of a first
/// grade the protocol of its draw. Takes no room where nothing is needed.
class ClassesPanel : public QWidget {
  Q_OBJECT

public:
  explicit ClassesPanel(QWidget* parent = nullptr);
  void setPlan(const ImportPlan& plan, const SchoolSystem& system);
  QList<QWidget*> panes() const;

signals:
  /// The roster is to be judged anew with these.
  void wanted(bool makeClasses, const std::optional<SeenPaper>& protocol);

private:
  QWidget* makeDrawPart();
  std::optional<SeenPaper> protocol() const;
  void ask();

  QCheckBox* m_make;
  QLabel* m_missing;
  QLabel* m_drawText = nullptr;
  PaperFields* m_protocol = nullptr;
  QPushButton* m_place = nullptr;
  QWidget* m_draw;       ///< holds the three before it
  QByteArray m_fileHash; ///< of the file that the fields were filled in for
};

} // namespace xueji
