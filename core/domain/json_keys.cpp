#include "domain/json_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

namespace xueji {

namespace {

/// An object or list that is open at the place of reading.
struct Open {
  bool isObject = false;
  QSet<QString> keys;
  QString key; ///< the latest
};

/// The string that begins at `at`, its escapes read; `at` is left on its closing quote.
QString stringAt(const QByteArray& json, qsizetype& at) {
  const qsizetype begin = at;
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\')
      ++at;
  return QJsonDocument::fromJson('[' + json.sliced(begin, at - begin) + "\"]").array().first().toString();
}

QString pathOf(const QList<Open>& open, const QString& last) {
  QStringList keys;
  for (qsizetype i = 0; i + 1 < open.size(); ++i)
    if (open[i].isObject)
      keys << open[i].key;
  return (keys << last).join(u'.');
}

} // namespace

QString repeatedKey(const QByteArray& json) {
  QList<Open> open;
  bool isKey = false;
  for (qsizetype at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '{' || c == '[') {
      open << Open{c == '{', {}, {}};
      isKey = c == '{';
    } else if ((c == '}' || c == ']') && !open.isEmpty()) {
      open.removeLast();
    } else if (c == ',') {
      isKey = !open.isEmpty() && open.last().isObject;
    } else if (c == '"') {
      const QString text = stringAt(json, at);
      if (!isKey)
        continue;
      isKey = false;
      Open& object = open.last();
      if (object.keys.contains(text))
        return pathOf(open, text);
      object.keys.insert(text);
      object.key = text;
    }
  }
  return {};
}

} // namespace xueji
