#include "domain/code_table.h"

#include "csv_resource.h"
#include "domain/folded_key.h"
#include "text/country_names.h"

#include <QSet>
#include <array>

namespace xueji {

namespace {

constexpr std::array kPlainTables = {
    "sex",         "id_document", "overseas_status",     "political_status",  "entry_mode",   "study_mode",
    "origin",      "left_behind", "household_kind",      "disability",        "transport",    "relation",
    "yes_no",      "urban_rural", "inclusive_education", "special_education", "ethnic_group", "student_status",
    "school_kind", "province",    "blood_group",         "school_category",   "grade",
};

QString pathOf(const QString& id) {
  return QStringLiteral(":/codes/%1.csv").arg(id);
}

CodeTable::Entry entryOf(const QStringList& cells) {
  CodeTable::Entry entry{cells[0], cells[1], cells[2].split(u'|', Qt::SkipEmptyParts), {}};
  for (QString& alias : entry.aliases)
    if (alias.startsWith(u'!')) {
      alias = alias.mid(1);
      entry.nearest << alias;
    }
  return entry;
}

QList<CodeTable::Entry> readEntries(const QString& id, int columns = 3) {
  QList<CodeTable::Entry> entries;
  for (const QStringList& cells : detail::readCsvResource(pathOf(id), columns)) {
    entries.append(entryOf(cells));
  }
  return entries;
}

/// Our own spellings first, then ICU's countries by code.
QList<CodeTable::Entry> readNationalities() {
  QList<CodeTable::Entry> entries = readEntries(QStringLiteral("nationality"));
  QSet<QString> known;
  for (const CodeTable::Entry& entry : std::as_const(entries)) {
    known.insert(entry.code);
  }
  for (const CountryName& country : countryNames()) {
    if (!known.contains(country.alpha3)) {
      entries.append({country.alpha3, country.chinese, {country.alpha2, country.english}, {}});
    }
  }
  return entries;
}

QString withoutLeadingZeros(const QString& digits) {
  qsizetype first = 0;
  while (first + 1 < digits.size() && digits[first] == u'0') {
    ++first;
  }
  return digits.mid(first);
}

bool isDigits(const QString& text) {
  return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

CodeTable::CodeTable(QString id, QList<Entry> entries) : m_id(std::move(id)), m_entries(std::move(entries)) {
  const auto remember = [this](const QString& text, int index) {
    const QString key = detail::foldedKey(text);
    if (!key.isEmpty() && !m_byText.contains(key)) {
      m_byText.insert(key, index);
    }
  };
  for (int i = 0; i < m_entries.size(); ++i) {
    m_byCode.insert(m_entries[i].code, i);
    remember(m_entries[i].code, i);
  }
  for (int i = 0; i < m_entries.size(); ++i) {
    if (isDigits(m_entries[i].code)) {
      remember(withoutLeadingZeros(m_entries[i].code), i);
      remember(m_entries[i].code.rightJustified(2, u'0'), i);
    }
  }
  for (int i = 0; i < m_entries.size(); ++i) {
    remember(m_entries[i].name, i);
  }
  for (int i = 0; i < m_entries.size(); ++i) {
    for (const QString& alias : std::as_const(m_entries[i].aliases)) {
      remember(alias, i);
    }
  }
}

const CodeTable::Entry* CodeTable::byCode(const QString& code) const {
  const auto found = m_byCode.constFind(code);
  return found == m_byCode.cend() ? nullptr : &m_entries.at(*found);
}

const CodeTable::Entry* CodeTable::find(const QString& typed) const {
  const auto found = m_byText.constFind(detail::foldedKey(typed));
  return found == m_byText.cend() ? nullptr : &m_entries.at(*found);
}

namespace {

/// Letters and marks without width, blanks and case.
QString marked(const QString& text) {
  QString plain = text.normalized(QString::NormalizationForm_KC).toLower();
  plain.removeIf([](QChar c) { return c.isSpace(); });
  return plain;
}

/// Whether marks were typed that no spelling of the entry has: 女? is found as 女.
bool hasOtherMarks(const CodeTable::Entry* entry, const QString& typed) {
  const QString text = marked(typed);
  if (!entry || std::none_of(text.begin(), text.end(), [](QChar c) { return c.isPunct() || c.isSymbol(); }))
    return false;
  const auto isIt = [&text](const QString& spelling) { return marked(spelling) == text; };
  return !isIt(entry->code) && !isIt(entry->name) && std::none_of(entry->aliases.begin(), entry->aliases.end(), isIt);
}

} // namespace

bool CodeTable::isNearest(const QString& typed) const {
  const Entry* entry = find(typed);
  const QString key = detail::foldedKey(typed);
  return hasOtherMarks(entry, typed) ||
         (entry && std::any_of(entry->nearest.begin(), entry->nearest.end(),
                               [&](const QString& alias) { return detail::foldedKey(alias) == key; }));
}

QString CodeTable::nameOf(const QString& code) const {
  const Entry* entry = byCode(code);
  return entry ? entry->name : code;
}

struct CodeTables::Content {
  QHash<QString, CodeTable> tables;
  QHash<QString, QString> healthStandard;
};

CodeTables CodeTables::load() {
  auto content = std::make_shared<Content>();
  for (const char* name : kPlainTables) {
    const QString id = QString::fromLatin1(name);
    content->tables.insert(id, CodeTable(id, readEntries(id)));
  }
  const QString health = QStringLiteral("health");
  content->tables.insert(health, CodeTable(health, readEntries(health, 4)));
  for (const QStringList& cells : detail::readCsvResource(pathOf(health), 4)) {
    content->healthStandard.insert(cells[0], cells[3]);
  }
  const QString nationality = QStringLiteral("nationality");
  content->tables.insert(nationality, CodeTable(nationality, readNationalities()));
  CodeTables tables;
  tables.m_content = std::move(content);
  return tables;
}

const CodeTable* CodeTables::table(const QString& id) const {
  const auto found = m_content->tables.constFind(id);
  return found == m_content->tables.cend() ? nullptr : &*found;
}

QStringList CodeTables::ids() const {
  QStringList ids = m_content->tables.keys();
  ids.sort();
  return ids;
}

QString CodeTables::healthCodeOfStandard(const QString& formCode) const {
  return m_content->healthStandard.value(formCode);
}

} // namespace xueji
