#pragma once

#include <QString>
#include <QStringList>

namespace xueji {

/// How a name is read, without tones.
struct Pinyin {
  QString full;        ///< "Zhang Xiaoming", "Ouyang Xi'an", "Lyu Fang" (ü as yu, as GB/T 28039 has it)
  QString initials;    ///< first letter of every syllable: "zxm"
  QStringList missing; ///< characters without a reading, each once; they stand in `full` as they are
  bool operator==(const Pinyin&) const = default;
};

/// Reading of a Chinese name: the surname (also of two characters, in names of three or more) as surnames are read
/// (单 Shan, 仇 Qiu, 曾 Zeng, 尉迟 Yuchi), the given name as its characters are usually read. Names with · have no
/// surname; each part is one word. Latin words stay as they are. Safe in any thread; the first call loads ICU's tables.
Pinyin namePinyin(const QString& name);

} // namespace xueji
