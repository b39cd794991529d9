#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace xueji {

class CodeTable;

/// One choice with everything it can be found by.
struct Choice {
  QString code;
  QString name;
  QStringList aliases = {};
};

/// Finds choices as one types: code (with or without leading zeros), name, alias, pinyin or initials.
/// hz finds 汉族, 03 and 3 find 回族. Best first: whole code, name beginning, initials and pinyin beginning, inside.
class ChoiceFilter {
public:
  ChoiceFilter() = default;
  explicit ChoiceFilter(QList<Choice> choices);
  explicit ChoiceFilter(const CodeTable& table);

  const QList<Choice>& choices() const { return m_choices; }
  /// Indexes into choices(); all of them for an empty text.
  QList<int> matching(const QString& typed) const;
  int indexOfCode(const QString& code) const; ///< -1 where unknown

private:
  struct Keys {
    QString code, name;
    QStringList pinyin, initials; ///< of the name and of every alias
    QStringList aliases;
  };
  static int rank(const Keys& keys, const QString& folded);
  QList<Choice> m_choices;
  QList<Keys> m_keys;
};

} // namespace xueji
