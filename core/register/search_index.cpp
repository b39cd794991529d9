#include "register/search_index.h"

#include "domain/grade_name.h"
#include "register/own_rights.h"
#include "store/tables.h"
#include "text/folding.h"

#include <array>
#include <vector>

namespace xueji {
namespace {

/// How good a match is; smaller is better. Those who left come after all who are in school.
enum Rank {
  NameBegins,
  PinyinWhole,
  InitialsBegin,
  PinyinBegins,
  NameInside,
  FormerName,
  NumberBegins,
  NumberInside,
  kRanks
};
constexpr int kShortestNumber = 3; ///< fewer digits would match everybody

bool isNumberLike(const QString& folded) {
  return folded.size() >= kShortestNumber &&
         std::count_if(folded.begin(), folded.end(), [](QChar c) { return c.isDigit(); }) >= folded.size() - 1;
}

} // namespace

struct SearchIndex::Entry {
  qint64 student = 0;
  QString name, nameFolded, formerFolded, pinyin, initials;
  QString studentNumber, identityNumber, phones; ///< folded, to be sought by: only what may be seen whole
  QString numberSeen;                            ///< the student number as it may be seen
  NumberSource numberSource = NumberSource::Local;
  StudentStatus status = StudentStatus::InSchool;
  int entryYear = 0;
};

struct SearchIndex::Content {
  std::vector<Entry> entries; ///< in the order of names
  QHash<qint64, std::size_t> byStudent;

  static Entry entryOf(const StudentRow& row, const OwnRights& rights);
  static void match(const Entry& entry, const QString& text, bool numberLike,
                    std::array<std::vector<SearchHit>, 2 * kRanks>& ranked, int limit);
};

SearchIndex::SearchIndex() : m_content(std::make_unique<Content>()) {}
SearchIndex::~SearchIndex() {
  wipe();
}

SearchIndex::Entry SearchIndex::Content::entryOf(const StudentRow& row, const OwnRights& rights) {
  Entry entry;
  entry.student = row.id;
  entry.name = row.record.value(Field::Name);
  entry.nameFolded = foldForSearch(entry.name);
  const auto sought = [&](Field field, const QString& value) {
    return rights.seesWhole(field) ? foldForSearch(value) : QString();
  };
  entry.formerFolded = sought(Field::FormerName, row.record.value(Field::FormerName));
  entry.pinyin = foldForSearch(row.pinyin);
  entry.initials = foldForSearch(row.initials);
  entry.studentNumber = sought(Field::StudentNumber, row.studentNumber);
  entry.numberSeen = rights.seen(Field::StudentNumber, row.studentNumber);
  entry.numberSource = row.numberSource;
  entry.identityNumber = sought(Field::IdDocumentNumber, row.record.value(Field::IdDocumentNumber));
  QStringList phones;
  for (const Field field : {Field::Phone, Field::Member1Phone, Field::Member2Phone})
    if (const QString phone = sought(field, row.record.value(field)); !phone.isEmpty() && !phones.contains(phone))
      phones << phone;
  entry.phones = phones.join(QLatin1Char('\n'));
  entry.status = row.status;
  entry.entryYear = row.entryYear;
  return entry;
}

Result<void> SearchIndex::build(Office& office) {
  auto fresh = std::make_unique<Content>();
  const OwnRights rights(office);
  StudentQuery query;
  query.sort = StudentSort::Name;
  auto read = office.tables().students().forEach(query, [&](const StudentRow& row) {
    fresh->byStudent.insert(row.id, fresh->entries.size());
    fresh->entries.push_back(Content::entryOf(row, rights));
    return true;
  });
  if (!read)
    return read;
  wipe();
  m_content = std::move(fresh);
  return {};
}

Result<void> SearchIndex::update(Office& office, qint64 student) {
  auto row = office.tables().students().byId(student);
  if (!row)
    return std::unexpected(row.error());
  const auto known = m_content->byStudent.constFind(student);
  // A new child, a new name or a child gone changes the order: build anew. Anything else stays in its place.
  if (!*row || (*row)->status == StudentStatus::Voided || known == m_content->byStudent.constEnd() ||
      m_content->entries[*known].name != (*row)->record.value(Field::Name))
    return build(office);
  m_content->entries[*known] = Content::entryOf(**row, OwnRights(office));
  return {};
}

void SearchIndex::Content::match(const Entry& entry, const QString& text, bool numberLike,
                                 std::array<std::vector<SearchHit>, 2 * kRanks>& ranked, int limit) {
  SearchHit hit;
  int rank = kRanks;
  if (const auto at = entry.nameFolded.indexOf(text); at >= 0) {
    rank = at == 0 ? NameBegins : NameInside;
    hit.by = SearchHit::By::Name;
    const auto shown = entry.name.indexOf(text, 0, Qt::CaseInsensitive);
    hit.matchStart = static_cast<int>(shown >= 0 ? shown : 0);
    hit.matchLength = static_cast<int>(shown >= 0 ? text.size() : entry.name.size());
  } else if (entry.initials.startsWith(text)) {
    rank = InitialsBegin;
    hit.by = SearchHit::By::Initials;
  } else if (entry.pinyin.startsWith(text)) {
    rank = entry.pinyin.size() == text.size() ? PinyinWhole : PinyinBegins;
    hit.by = SearchHit::By::Pinyin;
  } else if (entry.formerFolded.contains(text)) {
    rank = FormerName;
    hit.by = SearchHit::By::FormerName;
  } else if (numberLike) {
    const auto number = entry.studentNumber.indexOf(text);
    const auto identity = entry.identityNumber.indexOf(text);
    if (number >= 0 || identity >= 0) {
      rank = number == 0 || identity == 0 ? NumberBegins : NumberInside;
      hit.by = identity >= 0 ? SearchHit::By::IdentityNumber : SearchHit::By::Number;
    } else if (entry.phones.contains(text)) {
      rank = NumberInside;
      hit.by = SearchHit::By::Phone;
    }
  }
  if (rank == kRanks)
    return;
  auto& bucket = ranked[static_cast<std::size_t>(rank + (entry.status == StudentStatus::InSchool ? 0 : kRanks))];
  if (static_cast<int>(bucket.size()) >= limit)
    return;
  hit.student = entry.student;
  hit.name = entry.name;
  hit.studentNumber = entry.numberSeen;
  hit.numberSource = entry.numberSource;
  hit.status = entry.status;
  hit.cohort = cohortName(entry.entryYear);
  bucket.push_back(std::move(hit));
}

QList<SearchHit> SearchIndex::search(const QString& text, int limit) const {
  QList<SearchHit> hits;
  QString folded = foldForSearch(text);
  if (folded.isEmpty() || limit <= 0)
    return hits;
  // 吕 is stored as Lyu (GB/T 28039) and typed as lv; no reading and no initial has a v.
  folded.replace(QLatin1String("lv"), QLatin1String("lyu")).replace(QLatin1String("nv"), QLatin1String("nyu"));
  std::array<std::vector<SearchHit>, 2 * kRanks> ranked;
  const bool numberLike = isNumberLike(folded);
  for (const Entry& entry : m_content->entries)
    Content::match(entry, folded, numberLike, ranked, limit);
  for (auto& bucket : ranked)
    for (auto& hit : bucket)
      if (hits.size() < limit)
        hits << std::move(hit);
  return hits;
}

int SearchIndex::size() const {
  return static_cast<int>(m_content->entries.size());
}

void SearchIndex::wipe() {
  // Strings shared with nobody are overwritten before they are freed.
  const auto clear = [](QString& text) { text.fill(QChar(0)); };
  for (Entry& entry : m_content->entries)
    for (QString* text : {&entry.name, &entry.nameFolded, &entry.formerFolded, &entry.pinyin, &entry.initials,
                          &entry.studentNumber, &entry.identityNumber, &entry.phones, &entry.numberSeen})
      clear(*text);
  m_content = std::make_unique<Content>();
}

} // namespace xueji
