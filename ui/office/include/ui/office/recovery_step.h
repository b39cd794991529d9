#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace xueji {

class Clock;
class Dialogs;
class Notice;
class RandomSource;
class RegisterStore;

/// Shows the recovery secret once, prints it or saves it as PDF, and lets the person type one group back, so that it is
/// surely on paper.
class RecoveryStep : public QWidget {
  Q_OBJECT

public:
  RecoveryStep(const Clock& clock, RandomSource& random, Dialogs& dialogs, QWidget* parent = nullptr);

  /// The store must live until forget().
  void setSecret(RegisterStore& store, const QString& secret);
  bool isConfirmed() const;
  /// Wipes the secret from the page.
  void forget();
  int askedGroup() const { return m_asked; } ///< counted from 1
  QString group(int number) const { return m_groups.value(number - 1); }

signals:
  void confirmedChanged(bool confirmed);

private:
  void print();
  void savePdf();
  template <class Use>
  void withPaper(Use use);

  const Clock& m_clock;
  RandomSource& m_random;
  Dialogs& m_dialogs;
  RegisterStore* m_store = nullptr;
  QString m_secret;
  QStringList m_groups;
  int m_asked = 0;
  QLabel* m_secretLabel;
  QLabel* m_question;
  QLineEdit* m_answer;
  Notice* m_notice;
};

} // namespace xueji
