#include "ui/widgets/choice_filter.h"

#include "domain/code_table.h"
#include "text/folding.h"
#include "text/pinyin.h"

#include <algorithm>
#include <utility>

namespace xueji {

namespace {

QString withoutZeros(const QString& code) {
  qsizetype first = 0;
  while (first + 1 < code.size() && code[first] == u'0')
    ++first;
  return code.mid(first);
}

QList<Choice> choicesOf(const CodeTable& table) {
  QList<Choice> choices;
  for (const CodeTable::Entry& entry : table.entries())
    choices.append({entry.code, entry.name, entry.aliases});
  return choices;
}

} // namespace

ChoiceFilter::ChoiceFilter(const CodeTable& table) : ChoiceFilter(choicesOf(table)) {}

ChoiceFilter::ChoiceFilter(QList<Choice> choices) : m_choices(std::move(choices)) {
  for (const Choice& choice : std::as_const(m_choices)) {
    const Pinyin reading = namePinyin(choice.name);
    Keys keys{foldForSearch(choice.code),
              foldForSearch(choice.name),
              foldForSearch(reading.full),
              reading.initials.toLower(),
              {}};
    for (const QString& alias : choice.aliases)
      keys.aliases.append(foldForSearch(alias));
    m_keys.append(keys);
  }
}

int ChoiceFilter::rank(const Keys& keys, const QString& folded) {
  const auto aliasIs = [&](auto test) { return std::any_of(keys.aliases.begin(), keys.aliases.end(), test); };
  if (keys.code == folded)
    return 0;
  if (keys.name == folded || aliasIs([&](const QString& alias) { return alias == folded; }))
    return 1;
  if (withoutZeros(keys.code) == withoutZeros(folded))
    return 2;
  if (keys.initials == folded)
    return 3;
  if (keys.name.startsWith(folded))
    return 4;
  if (keys.initials.startsWith(folded) || keys.pinyin.startsWith(folded))
    return 5;
  if (keys.code.startsWith(folded))
    return 6;
  if (aliasIs([&](const QString& alias) { return alias.startsWith(folded); }))
    return 7;
  if (keys.name.contains(folded) || keys.pinyin.contains(folded) ||
      aliasIs([&](const QString& alias) { return alias.contains(folded); }))
    return 8;
  return -1;
}

QList<int> ChoiceFilter::matching(const QString& typed) const {
  const QString folded = foldForSearch(typed);
  QList<std::pair<int, int>> ranked;
  for (int i = 0; i < m_keys.size(); ++i) {
    const int place = folded.isEmpty() ? 0 : rank(m_keys[i], folded);
    if (place >= 0)
      ranked.append({place, i});
  }
  std::sort(ranked.begin(), ranked.end());
  QList<int> result;
  for (const auto& [place, index] : std::as_const(ranked))
    result.append(index);
  return result;
}

int ChoiceFilter::indexOfCode(const QString& code) const {
  for (int i = 0; i < m_choices.size(); ++i)
    if (m_choices[i].code == code)
      return i;
  return -1;
}

} // namespace xueji
