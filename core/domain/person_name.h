#pragma once

#include <QString>

namespace xueji {

/// 姓名 of a person: Han characters of every plane and the interpunct · (U+00B7) of minority names.
class PersonName {
public:
  /// Longest and shortest ordinary name, in characters.
  static constexpr int kShortest = 2;
  static constexpr int kLongest = 36;

  /// What a person meant: half width, no invisible characters, blanks beside Han characters and · removed and others
  /// made one, look-alike dots • ． ‧ ∙ ・ (and . between Han characters) made ·. Characters are never exchanged for
  /// others.
  static QString clean(const QString& typed);
  /// Of 2 to 36 characters, all Han or ·, with · only between them. (A name of another form may still be right:
  /// foreigners.)
  static bool isOrdinary(const QString& name);
};

} // namespace xueji
