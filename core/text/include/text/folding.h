#pragma once

#include <QString>

namespace xueji {

/// The interpunct of names (·) and the dots that are typed or pasted for it: • ‧ ・ ･ ● and their like.
bool isInterpunct(char32_t character);

/// A text as it is searched by: compatibility forms made ordinary (NFKC: width, ligatures, compatibility ideographs),
/// lower case, without tone marks and other combining marks, and without blanks, interpuncts, apostrophes, hyphens and
/// invisible characters. 阿依古丽·买买提 and "Xi'an" are found as 阿依古丽买买提 and "xian".
/// A full stop between two Han characters counts as an interpunct.
QString foldForSearch(const QString& text);

/// Full-width ASCII (！ to ～) and the ideographic space made half width; nothing else changes.
QString toHalfWidth(const QString& text);

/// True for Han characters of every plane (GB 18030-2022 and what Unicode adds in planes 2 and 3), compatibility
/// ideographs and 〇; false for radicals, strokes, 々 and the private use area.
bool isHan(char32_t character);

} // namespace xueji
