#include "documents/paper_definition.h"

#include "documents/dossier_content.h"
#include "documents/glyph_check.h"
#include "register/leaving.h"
#include "register/office.h"
#include "register/student_list.h"
#include "roster_content.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace xueji {

const QList<PaperDefinition>& paperDefinitions() {
  static const QList<PaperDefinition> all{
      {QStringLiteral("dossier"), QStringLiteral("学籍卡"), QStringLiteral("dossier"), PaperNeeds::Child, readDossier},
      {QStringLiteral("roster"), QStringLiteral("花名册"), QStringLiteral("roster"), PaperNeeds::Cohort, readRoster},
  };
  return all;
}

const PaperDefinition* paperDefinition(QStringView id) {
  const auto& all = paperDefinitions();
  const auto found = std::find_if(all.begin(), all.end(), [id](const PaperDefinition& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

bool PaperOrder::isList() const {
  return !isEmpty() && (paper->needs != PaperNeeds::Child || subjects.size() > kMostWithoutWitness);
}

Result<PaperOrder> orderOfAll(Office& office, const PaperDefinition& paper) {
  PaperOrder order{&paper, {}};
  StudentList students(office);
  if (paper.needs == PaperNeeds::Child) {
    const auto read = students.forEach({}, [&](const StudentRow& row) {
      order.subjects << PaperSubject{row.id, 0, {}};
      return true;
    });
    return read ? Result<PaperOrder>(order) : std::unexpected(read.error());
  }
  const auto years = students.entryYears();
  if (!years)
    return std::unexpected(years.error());
  for (const int year : *years) {
    const auto there = students.count(rollOf(year, std::nullopt));
    if (!there)
      return std::unexpected(there.error());
    if (*there > 0) // else everybody of that year has left
      order.subjects << PaperSubject{0, year, {}};
  }
  return order;
}

Result<void> mayMake(const Office& office, const PaperOrder& order, const PrintWish& wish) {
  if (order.isEmpty())
    return fail(ErrorCode::NothingToDo);
  return mayPrint(office, wish, order.paper->needs == PaperNeeds::Child ? order.subjects.size() : 0, order.isList());
}

Result<QList<PaperDraft>> readPapers(Office& office, const PaperOrder& order, const PrintWish& wish,
                                     const Progress& progress) {
  if (const auto allowed = mayMake(office, order, wish); !allowed)
    return std::unexpected(allowed.error());
  QList<PaperDraft> drafts;
  // Of many papers each is a step, of one its own steps are told.
  const bool many = order.subjects.size() > 1;
  for (const PaperSubject& subject : order.subjects) {
    if (many && !goesOn(progress, drafts.size(), order.subjects.size()))
      return fail(ErrorCode::Cancelled);
    auto draft = order.paper->read(office, subject, wish.full, many ? Progress() : progress);
    if (!draft)
      return std::unexpected(draft.error());
    drafts << std::move(*draft);
  }
  return drafts;
}

QString GlyphLack::told() const {
  const uint code = character.toUcs4().value(0);
  QStringList parts{whose, item, QStringLiteral("U+%1").arg(code, 4, 16, QLatin1Char('0')).toUpper()};
  parts.removeAll(QString());
  return parts.join(u' ');
}

QString toldOf(const QList<GlyphLack>& lacks) {
  constexpr qsizetype kMost = 10;
  QStringList texts;
  QSet<QString> known;
  for (const GlyphLack& lack : lacks) {
    const QString told = lack.told();
    if (!known.contains(told) && texts.size() < kMost)
      texts << told;
    known.insert(told);
  }
  const QString shown = texts.join(QStringLiteral("；"));
  return known.size() <= kMost ? shown : QStringLiteral("%1 …（%2）").arg(shown).arg(known.size());
}

namespace {

/// Where a character stands on a paper; at its edges where no child's text has it.
QList<GlyphLack> placesOf(const QString& character, qsizetype at, const PaperDraft& draft) {
  QList<GlyphLack> places;
  for (const PaperText& text : draft.texts)
    if (text.text.contains(character))
      places << GlyphLack{at, text.whose, text.item, character};
  if (places.isEmpty())
    places << GlyphLack{at, {}, {}, character};
  return places;
}

} // namespace

Result<QList<GlyphLack>> missingGlyphs(const Office& office, const QList<PaperDraft>& drafts, const PrintWish& wish,
                                       const Progress& progress) {
  const auto fonts = std::make_shared<PaperFonts>();
  const PaperFrame frame = unprintedFrame(office, wish);
  QList<GlyphLack> lacks;
  for (qsizetype at = 0; at < drafts.size(); ++at) {
    if (!goesOn(progress, at, drafts.size()))
      return fail(ErrorCode::Cancelled);
    for (const QString& character : missingGlyphs(*drafts[at].draw(frame, fonts)))
      lacks << placesOf(character, at, drafts[at]);
  }
  if (!goesOn(progress, drafts.size(), drafts.size()))
    return fail(ErrorCode::Cancelled);
  return lacks;
}

QList<PaperDraft> withoutLacking(const QList<PaperDraft>& drafts, const QList<GlyphLack>& lacks, Lacking lacking) {
  if (lacking == Lacking::Name)
    return drafts;
  QSet<qsizetype> lackingPapers;
  for (const GlyphLack& lack : lacks)
    lackingPapers.insert(lack.draft);
  QList<PaperDraft> good;
  for (qsizetype at = 0; at < drafts.size(); ++at)
    if (!lackingPapers.contains(at))
      good << drafts[at];
  return good;
}

Result<PaperFrame> frameOf(Office& office, const PaperOrder& order, const QList<PaperDraft>& drafts,
                           const PrintWish& wish) {
  QStringList objects;
  qint64 children = 0;
  for (const PaperDraft& draft : drafts) {
    objects << draft.object;
    children += draft.children;
  }
  return paperFrame(office, wish, objects, children, order.isList());
}

Papers drawn(const QList<PaperDraft>& drafts, const PaperFrame& frame, std::shared_ptr<PaperFonts> fonts,
             const QList<GlyphLack>& lacks) {
  if (!fonts)
    fonts = std::make_shared<PaperFonts>();
  QHash<qsizetype, QStringList> named;
  for (const GlyphLack& lack : lacks)
    named[lack.draft] << lack.told();
  Papers papers;
  for (qsizetype at = 0; at < drafts.size(); ++at) {
    PaperFrame own = frame;
    own.lacking = named.value(at);
    papers.push_back(drafts[at].draw(own, fonts));
  }
  return papers;
}

Result<Papers> makePapers(Office& office, const PaperOrder& order, const PrintWish& wish,
                          std::shared_ptr<PaperFonts> fonts, const Progress& progress) {
  auto drafts = readPapers(office, order, wish, progress);
  if (!drafts)
    return std::unexpected(drafts.error());
  QList<GlyphLack> lacks;
  if (wish.file && !wish.preview) {
    const auto missing = missingGlyphs(office, *drafts, wish, progress);
    if (!missing)
      return std::unexpected(missing.error());
    const QList<PaperDraft> good = withoutLacking(*drafts, *missing, wish.lacking);
    if (good.isEmpty() || (!missing->isEmpty() && wish.lacking == Lacking::Refuse))
      return fail(ErrorCode::GlyphMissing, {toldOf(*missing)});
    if (wish.lacking == Lacking::Name)
      lacks = *missing;
    *drafts = good;
  }
  const auto frame = frameOf(office, order, *drafts, wish);
  if (!frame)
    return std::unexpected(frame.error());
  return drawn(*drafts, *frame, std::move(fonts), lacks);
}

QList<const Paper*> pointersTo(const Papers& papers) {
  QList<const Paper*> pointers;
  for (const auto& paper : papers)
    pointers << paper.get();
  return pointers;
}

} // namespace xueji
