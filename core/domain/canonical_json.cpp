#include "domain/canonical_json.h"

#include <utility>

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
    text.resize(0); // keeps its room
    if (!take(u'"'))
      return false;
    while (m_at < m_json.size()) {
      const qsizetype plain = m_at;
      while (m_at < m_json.size() && m_json[m_at] != u'"' && m_json[m_at] != u'\\' && m_json[m_at].unicode() >= 0x20)
        ++m_at;
      text += m_json.mid(plain, m_at - plain);
      if (take(u'"'))
        return true;
      if (!take(u'\\') || !takeEscape(text))
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

/// `each` is given every key and value and may take them away.
template <class Each>
bool readItems(QStringView json, const Each& each) {
  Reader reader(json);
  if (!reader.take(u'{'))
    return false;
  if (reader.take(u'}'))
    return reader.atEnd();
  QString last;
  QString key;
  QString value;
  bool first = true;
  do {
    if (!reader.takeText(key) || !reader.take(u':') || !reader.takeText(value))
      return false;
    if (!first && !(last < key))
      return false;
    first = false;
    last = key;
    each(key, value);
  } while (reader.take(u','));
  return reader.take(u'}') && reader.atEnd();
}

std::unexpected<Error> notItems() {
  return fail(ErrorCode::ValueInvalid, {QStringLiteral("items"), QString()});
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
  const auto keep = [&](const QString& key, QString& value) {
    items.insert(items.cend(), key, std::exchange(value, QString()));
  };
  return readItems(json, keep) ? Result<ItemValues>(std::move(items)) : notItems();
}

Result<QStringList> itemKeysFromJson(const QString& json) {
  QStringList keys;
  const auto keep = [&](const QString& key, const QString&) { keys << key; };
  return readItems(json, keep) ? Result<QStringList>(std::move(keys)) : notItems();
}

} // namespace xueji
