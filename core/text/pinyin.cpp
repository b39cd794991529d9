#include "text/pinyin.h"

#include "readings.h"
#include "text/folding.h"

namespace xueji {

namespace {

QStringList charactersOf(const QString& text) {
  QStringList characters;
  for (const char32_t c : text.toUcs4())
    characters += QString::fromUcs4(&c, 1);
  return characters;
}

bool isHanCharacter(const QString& character) {
  const QList<uint> points = character.toUcs4();
  return points.size() == 1 && isHan(points.first());
}

/// Puts one word after the other together: what it is in letters, its initials, what could not be read.
class Reader {
public:
  void surname(const QString& characters) {
    const QStringList syllables = detail::surnameSyllables(characters);
    if (syllables.isEmpty()) {
      word(charactersOf(characters));
      return;
    }
    begin();
    for (const QString& syllable : syllables)
      add(syllable);
  }

  void word(const QStringList& characters) {
    begin();
    for (const QString& character : characters) {
      if (!isHanCharacter(character)) {
        addLetter(character);
        continue;
      }
      const QString syllable = detail::usualSyllable(character);
      if (syllable.isEmpty())
        addMissing(character);
      else
        add(syllable);
    }
  }

  Pinyin result() const { return m_result; }

private:
  enum class Last { Nothing, Syllable, Letter, Missing };

  void begin() {
    if (!m_result.full.isEmpty())
      m_result.full += u' ';
    m_last = Last::Nothing;
  }

  void add(const QString& syllable) {
    const bool vowel = syllable.startsWith(u'a') || syllable.startsWith(u'e') || syllable.startsWith(u'o');
    if (m_last == Last::Syllable && vowel)
      m_result.full += u'\'';
    m_result.full += m_last == Last::Nothing ? syllable[0].toUpper() + syllable.mid(1) : syllable;
    m_result.initials += syllable[0];
    m_last = Last::Syllable;
  }

  void addLetter(const QString& letter) {
    m_result.full += letter;
    if (m_last != Last::Letter && letter[0].isLetterOrNumber())
      m_result.initials += letter.toLower();
    m_last = Last::Letter;
  }

  void addMissing(const QString& character) {
    m_result.full += character;
    if (!m_result.missing.contains(character))
      m_result.missing += character;
    m_last = Last::Missing;
  }

  Pinyin m_result;
  Last m_last = Last::Nothing;
};

bool isDot(const QString& character) {
  return character.size() == 1 && isInterpunct(character[0].unicode());
}

} // namespace

Pinyin namePinyin(const QString& name) {
  // Words are parted by dots, and by blanks but for those that set off two Han characters.
  QList<QStringList> words = {{}};
  bool dotted = false;
  bool blank = false;
  for (const QString& character : charactersOf(toHalfWidth(name).normalized(QString::NormalizationForm_C).trimmed())) {
    if (isDot(character)) {
      dotted = true;
      words += QStringList();
      continue;
    }
    if (character[0].isSpace()) {
      blank = true;
      continue;
    }
    if (blank && !words.last().isEmpty() && !(isHanCharacter(words.last().last()) && isHanCharacter(character)))
      words += QStringList();
    blank = false;
    words.last() += character;
  }
  words.removeAll(QStringList());

  Reader reader;
  const bool chinese = !dotted && !words.isEmpty() && isHanCharacter(words.first().first());
  for (qsizetype i = 0; i < words.size(); ++i) {
    QStringList characters = words[i];
    if (i == 0 && chinese) {
      const bool compound = characters.size() >= 3 && detail::isCompoundSurname(characters[0] + characters[1]);
      const qsizetype length = compound ? 2 : 1;
      reader.surname(characters.mid(0, length).join(QString()));
      characters = characters.mid(length);
    }
    if (!characters.isEmpty())
      reader.word(characters);
  }
  return reader.result();
}

} // namespace xueji
