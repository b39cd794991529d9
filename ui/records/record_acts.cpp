#include "record_acts.h"

#include "domain/ledger_registry.h"
#include "enter_act.h"
#include "register/acts.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/session.h"

#include <QWidget>

namespace xueji {

RecordActs::RecordActs(Session& session, QWidget* page) : QObject(page), m_session(session), m_page(page) {}

void RecordActs::refuse(const Error& error, const Findings& why) {
  if (why.isEmpty()) {
    emit failed(error);
    return;
  }
  const RuleBook& rules = m_session.office().rules();
  QStringList sentences;
  QStringList remedies;
  for (const Finding& finding : why) {
    if (finding.severity == Severity::Warn)
      continue;
    sentences << rules.sentence(finding, m_session.language());
    remedies << rules.remedy(finding, m_session.language());
  }
  remedies.removeDuplicates();
  Question told;
  told.title = tr("The rules refuse it");
  told.text = sentences.join(QLatin1Char('\n'));
  told.detail = remedies.join(QLatin1Char('\n'));
  told.answers = {tr("Close")};
  m_session.dialogs().ask(m_page, told);
}

template <class Act>
void RecordActs::enter(const QString& what, Act act, const QString& sentence) {
  enterAct(m_session, this, what, std::move(act),
           [this, sentence](const Result<qint64>& came, const ActAnswer& answer) {
             if (came)
               emit done(sentence);
             else
               refuse(came.error(), answer.why);
           });
}

bool RecordActs::agreesToVoidAll(const QList<qint64>& blockers) {
  QStringList lines;
  for (const qint64 id : blockers) {
    const auto act = readAct(m_session.office(), id);
    if (!act) {
      emit failed(act.error());
      return false;
    }
    const ActKind* kind = m_session.office().registry().act(act->kind);
    lines << QStringLiteral("%1  %2").arg(act->effective.toString(Qt::ISODate), kind ? kind->name : act->kind);
  }
  Question question;
  question.title = tr("Later acts stand on it");
  question.text = tr("This act can be declared void only together with what stands on it, the newest first:");
  question.detail = lines.join(QLatin1Char('\n'));
  question.answers = {tr("Void all %1 acts").arg(blockers.size() + 1), tr("Cancel")};
  question.preferred = 1;
  question.dangerous = true;
  return m_session.dialogs().ask(m_page, question) == 0;
}

void RecordActs::takeBack(qint64 act) {
  Office& office = m_session.office();
  const auto blockers = blockersOf(office, act);
  if (!blockers) {
    emit failed(blockers.error());
    return;
  }
  if (!blockers->isEmpty() && !agreesToVoidAll(*blockers))
    return;
  const auto reason =
      m_session.dialogs().askText(m_page, tr("Void the act"), tr("Reason; it stays in the record for ever."),
                                  {tr("Entered by mistake"), tr("Entered for another student")});
  if (!reason || reason->trimmed().isEmpty())
    return;
  const QList<qint64> acts = *blockers + QList<qint64>{act};
  const auto taking = takingBack(office, acts, reason->trimmed());
  const auto witness = taking ? askWitness(m_session, m_page, *taking) : std::unexpected(taking.error());
  if (!witness) {
    if (witness.error().code != ErrorCode::Cancelled)
      emit failed(witness.error());
    return;
  }
  m_session.write(
      this, tr("Taking an act back"),
      [acts, reason = reason->trimmed(), witness = *witness](Office& other) {
        return acts.size() == 1 ? voidAct(other, acts.first(), reason, witness.get())
                                : voidActs(other, acts, reason, witness.get());
      },
      [this, count = acts.size()](const Result<qint64>& voided) {
        if (!voided)
          emit failed(voided.error());
        else
          emit done(count == 1 ? tr("The act is void; what stands without it holds.")
                               : tr("%1 acts are void; what stands without them holds.").arg(count));
      });
}

void RecordActs::doAgain(qint64 act) {
  const auto ground = m_session.dialogs().askText(m_page, tr("Do the act again"), tr("Why it holds after all"),
                                                  {tr("Declared void by mistake")});
  if (!ground || ground->trimmed().isEmpty())
    return;
  enter(
      tr("Doing an act again"),
      [act, ground = ground->trimmed()](Office& office, ActAnswer& answer) {
        return redo(office, act, ground, &answer.why);
      },
      tr("The act is done again, as a new one."));
}

void RecordActs::moveDay(qint64 student, const QDate& present) {
  const auto day = m_session.dialogs().askDay(m_page, tr("Move the day of the enrolment"),
                                              tr("Day on which the enrolment really began"), present);
  if (!day)
    return;
  const auto ground = m_session.dialogs().askText(m_page, tr("Move the day of the enrolment"), tr("Ground"),
                                                  {tr("The day was entered wrongly"), tr("Came on another day")});
  if (!ground || ground->trimmed().isEmpty())
    return;
  enter(
      tr("Moving the day of an enrolment"),
      [student, day = *day, ground = ground->trimmed()](Office& office, ActAnswer& answer) {
        return redate(office, student, day, ground, &answer.why);
      },
      tr("The enrolment now begins on %1.").arg(day->toString(Qt::ISODate)));
}

void RecordActs::notePaper(qint64 student, const QString& kind, const QString& title) {
  const auto number =
      m_session.dialogs().askText(m_page, title, tr("Number of the paper and the office that issued it"));
  if (!number || number->trimmed().isEmpty())
    return;
  SeenPaper paper{kind, number->trimmed()};
  const PaperKind* known = m_session.office().rules().paperKind(kind);
  if (known && known->needs.contains(QStringLiteral("issuer"))) {
    const auto issuer = m_session.dialogs().askText(m_page, title, tr("Office that issued the paper"));
    if (!issuer || issuer->trimmed().isEmpty())
      return;
    paper.issuer = issuer->trimmed();
  }
  enter(
      tr("Noting a paper"),
      [student, paper](Office& office, ActAnswer& answer) {
        return recordPaperSeen(office, student, paper, &answer.why);
      },
      tr("Noted: %1").arg(title));
}

} // namespace xueji
