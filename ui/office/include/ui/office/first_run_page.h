#pragma once

#include "store/register_store.h"
#include "ui/office/new_register_plan.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace xueji {

class ChoiceBox;
class Dialogs;
class Notice;
class PasswordEdit;
class RandomSource;
class RecoveryStep;
class StepList;
class StoreOpener;

/// The first run: where to keep the register, the school, the first account, the recovery sheet, done. Can be left at
/// any step before the register is made; what was typed stays.
class FirstRunPage : public QWidget {
  Q_OBJECT

public:
  FirstRunPage(const FieldCatalogue& fields, const Clock& clock, const Registry& registry, RandomSource& random,
               Dialogs& dialogs, KeyCost cost, QWidget* parent = nullptr);
  ~FirstRunPage() override;

  int step() const;
  /// The made register, once finished() was emitted.
  std::unique_ptr<RegisterStore> takeStore() { return std::move(m_store); }
  void setParentFolder(const QString& folder);

signals:
  void finished(bool importNext);
  void leaveWanted();
  void restoreWanted();

protected:
  void keyPressEvent(QKeyEvent* event) override;

private:
  QWidget* makePlaceStep();
  QWidget* makeSchoolStep();
  QWidget* makeAccountStep();
  QWidget* makeDoneStep();
  void goTo(int step);
  void next();
  void createRegister();
  void takeForm();
  void showLack(NewRegisterPlan::Lack lack);
  void showPolicy();

  NewRegisterPlan m_plan;
  FieldCatalogue m_fields;
  const Clock& m_clock;
  const Registry& m_registry;
  Dialogs& m_dialogs;
  KeyCost m_cost;
  std::unique_ptr<RegisterStore> m_store;
  StoreOpener* m_opener;

  StepList* m_steps;
  QStackedWidget* m_stack;
  Notice* m_notice;
  QPushButton* m_back;
  QPushButton* m_next;
  QLineEdit* m_parentEdit = nullptr;
  QLineEdit* m_nameEdit = nullptr;
  QLineEdit* m_codeEdit = nullptr;
  QLineEdit* m_schoolEdit = nullptr;
  ChoiceBox* m_regionBox = nullptr;
  QLineEdit* m_userEdit = nullptr;
  PasswordEdit* m_password = nullptr;
  PasswordEdit* m_repeated = nullptr;
  Notice* m_policy = nullptr;
  RecoveryStep* m_recovery = nullptr;
};

} // namespace xueji
