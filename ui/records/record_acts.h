#pragma once

#include "domain/error.h"
#include "domain/finding.h"

#include <QDate>
#include <QObject>

class QWidget;

namespace xueji {

class Session;

/// What a person does with the acts of a record's timeline: asks for what it needs, does it, tells how it ended.
/// Nothing is done where the person gives up.
class RecordActs : public QObject {
  Q_OBJECT

public:
  /// `page`: above which questions are asked; the owner.
  RecordActs(Session& session, QWidget* page);

  /// Declares an act void, with a reason; where later acts stand on it, they are named and go with it, newest first.
  void takeBack(qint64 act);
  /// Does a voided act again.
  void doAgain(qint64 act);
  /// Moves the enrolment to another day than `present`.
  void moveDay(qint64 student, const QDate& present);
  /// Notes that a paper of this kind was seen; `title`: its name in the language of the window.
  void notePaper(qint64 student, const QString& kind, const QString& title);

signals:
  void done(const QString& sentence);
  void failed(const Error& error);

private:
  bool agreesToVoidAll(const QList<qint64>& blockers);
  /// Does the act; `sentence` tells that it is done.
  template <class Act>
  void enter(const QString& what, Act act, const QString& sentence);
  /// Tells an error; of one of the rules what they found and what would make it right.
  void refuse(const Error& error, const Findings& why);

  Session& m_session;
  QWidget* m_page;
};

} // namespace xueji
