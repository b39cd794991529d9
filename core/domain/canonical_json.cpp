#include "domain/canonical_json.h"

namespace xueji {

namespace {

void append(QString& json, const QString& text) {
  json += u'"';
  for (const QChar c : text) {
    if (c == u'"' || c == u'\\') {
      json += u'\\';
      json += c;
    } else if (c.unicode() < 0x20) {
      json += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
    } else {
      json += c;
    }
  }
  json += u'"';
}

/// Reads back what append() wrote; nothing else.
class Reader {
public:
  explicit Reader(QStringView json) : m_json(json) {}

  bool take(char16_t wanted) {
    if (m_at >= m_json.size() || m_json[m_at] != wanted)
      return false;
    ++m_at;
    return true;
  }
  bool atEnd() const { return m_at == m_json.size(); }

  bool takeText(QString& text) {
    text.clear();
    if (!take(u'"'))
      return false;
    while (m_at < m_json.size()) {
      const QChar c = m_json[m_at++];
      if (c == u'"')
        return true;
      if (c.unicode() < 0x20)
        return false;
      if (c != u'\\')
        text += c;
      else if (!takeEscape(text))
        return false;
    }
    return false;
  }

private:
  bool takeEscape(QString& text) {
    if (m_at >= m_json.size())
      return false;
    const QChar c = m_json[m_at++];
    if (c == u'"' || c == u'\\') {
      text += c;
      return true;
    }
    if (c != u'u' || m_at + 4 > m_json.size())
      return false;
    const QStringView digits = m_json.mid(m_at, 4);
    bool good = false;
    const uint code = digits.toUInt(&good, 16);
    m_at += 4;
    text += QChar(code);
    return good && code < 0x20 && digits.toString() == digits.toString().toLower();
  }

  QStringView m_json;
  qsizetype m_at = 0;
};

bool readItems(QStringView json, ItemValues& items) {
  Reader reader(json);
  if (!reader.take(u'{'))
    return false;
  if (reader.take(u'}'))
    return reader.atEnd();
  QString key;
  QString value;
  do {
    if (!reader.takeText(key) || !reader.take(u':') || !reader.takeText(value))
      return false;
    if (!items.isEmpty() && !(items.lastKey() < key))
      return false;
    items.insert(items.cend(), key, value);
  } while (reader.take(u','));
  return reader.take(u'}') && reader.atEnd();
}

} // namespace

QString canonicalJson(const ItemValues& items) {
  QString json;
  qsizetype size = 2;
  for (auto it = items.cbegin(); it != items.cend(); ++it)
    size += it.key().size() + it.value().size() + 6;
  json.reserve(size);
  json += u'{';
  for (auto it = items.cbegin(); it != items.cend(); ++it) {
    if (it != items.cbegin())
      json += u',';
    append(json, it.key());
    json += u':';
    append(json, it.value());
  }
  json += u'}';
  return json;
}

Result<ItemValues> itemsFromJson(const QString& json) {
  ItemValues items;
  if (!readItems(json, items))
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("items"), QString()});
  return items;
}

} // namespace xueji
