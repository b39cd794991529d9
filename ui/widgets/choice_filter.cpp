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
    Keys keys{foldForSearch(choice.code), foldForSearch(choice.name), {}, {}, {}};
    for (const QString& alias : choice.aliases)
      keys.aliases.append(foldForSearch(alias));
    for (const QString& text : QStringList(choice.name) + choice.aliases) {
      const Pinyin reading = namePinyin(text);
      keys.pinyin.append(foldForSearch(reading.full));
      keys.initials.append(reading.initials.toLower());
    }
    m_keys.append(keys);
  }
}

int ChoiceFilter::rank(const Keys& keys, const QString& folded) {
  const auto any = [](const QStringList& texts, auto test) { return std::any_of(texts.begin(), texts.end(), test); };
  const auto is = [&](const QString& text) { return text == folded; };
  const auto begins = [&](const QString& text) { return text.startsWith(folded); };
  const auto holds = [&](const QString& text) { return text.contains(folded); };
  if (keys.code == folded)
    return 0;
  if (keys.name == folded || any(keys.aliases, is))
    return 1;
  if (withoutZeros(keys.code) == withoutZeros(folded))
    return 2;
  if (any(keys.initials, is))
    return 3;
  if (keys.name.startsWith(folded))
    return 4;
  if (any(keys.initials, begins) || any(keys.pinyin, begins))
    return 5;
  if (keys.code.startsWith(folded))
    return 6;
  if (any(keys.aliases, begins))
    return 7;
  if (keys.name.contains(folded) || any(keys.pinyin, holds) || any(keys.aliases, holds))
    return 8;
  return -1;
}

QList<int> ChoiceFilter::matching(const QString& typed) const {
  QString folded = foldForSearch(typed);
  // ü is stored as yu and typed as v (女 nv); nothing else has a v.
  folded.replace(QLatin1String("lv"), QLatin1String("lyu")).replace(QLatin1String("nv"), QLatin1String("nyu"));
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
