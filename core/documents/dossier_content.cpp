#include "documents/dossier_content.h"

#include "domain/grade_name.h"
#include "domain/ledger_facts.h"
#include "domain/masking.h"
#include "printable.h"
#include "register/office.h"
#include "register/roster_list.h"
#include "register/student_file.h"

#include <algorithm>

namespace xueji {

namespace {

/// What an act changed, by the labels of the items.
QString changedItems(const Office& office, const TimelineEntry& entry) {
  constexpr int kNamed = 6;
  QStringList labels;
  for (const ActChange& change : entry.changes) {
    const std::optional<Field> field = office.fields().byId(change.item);
    labels.append(field ? office.fields().definition(*field).label : change.name);
  }
  labels.removeDuplicates();
  const qsizetype all = labels.size();
  QString text = labels.mid(0, kNamed).join(QStringLiteral("、"));
  if (all > kNamed)
    text += QStringLiteral("等%1项").arg(all);
  return text;
}

/// The class entered, the stage gone on to, how a stage ended: what the kind of act alone does not say.
QString whereTo(const TimelineEntry& entry) {
  // Who waits for a class to open is in none until then: only the class that it comes to is told.
  const bool entersClass = std::any_of(entry.changes.begin(), entry.changes.end(), [](const ActChange& change) {
    return change.fact == PlacementFact::fact().key && !change.after.isEmpty();
  });
  QStringList words;
  for (const ActChange& change : entry.changes) {
    if (change.fact == PlacementFact::fact().key) {
      if (!change.after.isEmpty() || !entersClass)
        words << (change.after.isEmpty() ? QStringLiteral("不在班") : change.after);
    } else if (change.fact == OutcomeFact::fact().key ||
               (change.fact == EnrolmentFact::fact().key && change.item.isEmpty() && !change.before.isEmpty())) {
      words << change.after;
    }
  }
  return words.join(QStringLiteral("、"));
}

/// Of what touches items of the form, which; the ground; where the child came.
QString reasonOf(const Office& office, const TimelineEntry& entry) {
  const QString items = entry.touchesItems ? changedItems(office, entry) : QString();
  const QString& ground = entry.act.ground;
  const QString reason =
      ground.isEmpty() || items.isEmpty() ? ground + items : QStringLiteral("%1：%2").arg(items, ground);
  const QString where = whereTo(entry);
  return where.isEmpty() || reason.isEmpty() ? reason + where : QStringLiteral("%1（%2）").arg(reason, where);
}

/// The words for a kind of paper, or for the rule that was met where no paper was entered.
QString paperName(const Office& office, const QString& kind) {
  if (const Rule* rule = office.rules().rule(kind))
    return rule->title.chinese;
  const QString name = office.rules().proofName(kind, Language::Chinese);
  return name.isEmpty() ? kind : name;
}

/// A paper's number; one as long as an identity number may be made of it, and is masked where those are.
QString shownNumber(const QString& number, bool full) {
  constexpr qsizetype kDigitsOfIdentity = 15;
  const auto digits = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
  return full || digits < kDigitsOfIdentity ? number : maskedIdentityNumber(number);
}

/// The papers an act names; rules met by papers where no paper was entered.
QString papersOf(const Office& office, const TimelineEntry& entry, bool full) {
  QStringList papers;
  for (const PaperFact& paper : entry.papers) {
    const QString name = paperName(office, paper.kind);
    const QString numbered =
        paper.number.isEmpty() ? name : QStringLiteral("%1（%2）").arg(name, shownNumber(paper.number, full));
    papers.append(paper.note.isEmpty() ? numbered : paper.note);
  }
  if (papers.isEmpty()) {
    for (const QString& rule : entry.act.exceptions)
      papers.append(paperName(office, rule));
  }
  return papers.join(QStringLiteral("、"));
}

Result<QList<DossierChange>> changesOf(Office& office, qint64 student, bool full) {
  const OwnRights rights(office);
  const bool papers = rights.may(Verb::See, right_group::kPapers) && rights.may(Verb::Print, right_group::kPapers);
  const auto timeline = timelineOf(office, Subject::student(student));
  if (!timeline)
    return std::unexpected(timeline.error());
  QList<DossierChange> changes;
  for (auto entry = timeline->crbegin(); entry != timeline->crend(); ++entry) {
    if (entry->voided || entry->role == ActRole::Voids || !entry->onDossier)
      continue;
    changes.append({chineseDate(entry->act.effective), entry->kindName, reasonOf(office, *entry),
                    papers ? papersOf(office, *entry, full) : QString(), entry->enteredByName});
  }
  return changes;
}

} // namespace

Result<DossierContent> dossierContent(Office& office, qint64 student, bool full) {
  const auto row = printableRow(office, student);
  if (!row)
    return std::unexpected(row.error());
  const StudentRow& child = *row;
  DossierContent content;
  for (const FieldDefinition& definition : office.fields().all()) {
    content.items.insert(definition.field, {definition.label, shownValue(office.fields(), definition.field,
                                                                         child.record.value(definition.field), full)});
  }
  // What was made here is printed under its own name: it is no 学籍号.
  if (!child.studentNumber.isEmpty())
    content.items[Field::StudentNumber] = {
        chineseName(child.numberSource), shownValue(office.fields(), Field::StudentNumber, child.studentNumber, full)};
  // What a roster said once is not the grade of today.
  content.items[Field::Grade].text =
      gradeNameOn(office.clock().today(), office.store().school().system, child.stage, child.entryYear);
  if (content.items.value(Field::Class).text.isEmpty() && child.status == StudentStatus::InSchool)
    content.items[Field::Class].text = QStringLiteral("待分班");
  content.studentName = child.record.value(Field::Name);
  content.status = chineseName(child.status);
  auto changes = changesOf(office, student, full);
  if (!changes)
    return std::unexpected(changes.error());
  content.changes = *changes;
  return content;
}

Result<PaperDraft> readDossier(Office& office, const PaperSubject& subject, bool full, const Progress&) {
  auto content = dossierContent(office, subject.student, full);
  if (!content)
    return std::unexpected(content.error());
  PaperDraft draft;
  draft.title = dossierTitle(content->studentName);
  draft.object = QStringLiteral("student:%1").arg(subject.student);
  for (const DossierItem& item : std::as_const(content->items))
    draft.texts << PaperText{content->studentName, item.label, item.text};
  for (const DossierChange& change : std::as_const(content->changes))
    draft.texts << PaperText{content->studentName, QStringLiteral("学籍变动记载"),
                             change.kind + change.reason + change.proof + change.handler};
  draft.draw = [content = std::make_shared<const DossierContent>(std::move(*content))](
                   const PaperFrame& frame, std::shared_ptr<PaperFonts> fonts) {
    return std::make_unique<DossierPaper>(*content, frame, std::move(fonts));
  };
  return draft;
}

} // namespace xueji
