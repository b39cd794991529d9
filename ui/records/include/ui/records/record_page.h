#pragma once

#include "ui/records/record_draft.h"
#include "ui/shell/page.h"

class QCheckBox;
class QLineEdit;
class QStackedWidget;

namespace xueji {

class ActPanel;
class NumberPanel;
class PlacementPanel;
class RecordActs;
class RecordForm;
class RecordHeader;
class RecordSide;
class SaveBar;
struct StudentFile;

/// One child's record: read, corrected in place, with its acts, numbers, open points and findings. Every reading and
/// every number shown is logged (rules P02, P06).
class RecordPage : public Page {
  Q_OBJECT

public:
  explicit RecordPage(Session& session, QWidget* parent = nullptr);
  ~RecordPage() override;

  QString title() const override;
  /// qint64: the student's id.
  void open(const QVariant& argument) override;
  void refresh() override;
  bool leave() override;
  bool hasUnsaved() const override { return m_draft.changes() > 0; }
  QString statusText() const override;
  QList<QWidget*> panes() const override;
  void undo() override;
  void print() override;
  void save() override;
  bool escape() override;

  qint64 student() const { return m_draft.row().id; }
  const RecordDraft& draft() const { return m_draft; }

protected:
  void resizeEvent(QResizeEvent* event) override;

private:
  void layOut();
  void connectAll();
  /// Reads the record anew; `keepTyped`: what was typed stays.
  bool load(qint64 student, bool keepTyped);
  void showFile(const StudentFile& file);
  void showDraft();
  void type(Field field, const QString& text);
  void reveal(Field field);
  void refuseSave(const Error& error);
  /// Tells the others, and the person, who may take it back.
  void sayEntered(qint64 act, const QString& sentence);
  bool confirmDiscard();
  void discard();
  void clearGround();
  ActPanel* openPanel() const; ///< null where none is open
  void closePanels();
  void issue();
  void beginPlacement();
  void enterPlacement();
  /// Voids without asking: 撤销 of the line that fades.
  void takeBack(qint64 act, const QString& reason);
  /// Tells the others, then reads anew.
  void announce();
  void announce(qint64 changed);
  bool mayChange() const;

  RecordDraft m_draft;
  RecordHeader* m_header;
  NumberPanel* m_numberPanel;
  PlacementPanel* m_placement;
  RecordForm* m_form;
  RecordSide* m_side;
  SaveBar* m_saveBar;
  RecordActs* m_acts;
  QLineEdit* m_ground;
  QCheckBox* m_typingError;
  QWidget* m_groundRow;
  QWidget* m_record = nullptr;
  QStackedWidget* m_stack;
  int m_findings = 0;
  int m_openPoints = 0;
  qint64 m_lastAct = 0; ///< made on this page since the record was opened; Ctrl+Z voids it
  bool m_announcing = false;
};

} // namespace xueji
