#include "text/order.h"

#include "text/pinyin.h"

#include <optional>
#include <unicode/coll.h>
#include <unicode/uvernum.h>

namespace xueji {

struct ChineseOrder::Collation {
  std::unique_ptr<icu::Collator> collator;
};

ChineseOrder::ChineseOrder() : m_collation(std::make_unique<Collation>()) {
  UErrorCode status = U_ZERO_ERROR;
  m_collation->collator.reset(icu::Collator::createInstance(icu::Locale("zh@collation=pinyin"), status));
  if (U_FAILURE(status))
    m_collation->collator.reset();
}

ChineseOrder::~ChineseOrder() = default;
ChineseOrder::ChineseOrder(ChineseOrder&&) noexcept = default;
ChineseOrder& ChineseOrder::operator=(ChineseOrder&&) noexcept = default;

int ChineseOrder::compare(const QString& a, const QString& b) const {
  return sortKey(a).compare(sortKey(b));
}

QByteArray ChineseOrder::sortKey(const QString& name) const {
  return sortKey(name, namePinyin(name).full);
}

QByteArray ChineseOrder::sortKey(const QString& name, const QString& reading) const {
  QByteArray key = reading.simplified().toLower().toUtf8();
  key += '\0';
  if (!m_collation->collator)
    return key + name.toUtf8();
  const icu::UnicodeString text(reinterpret_cast<const char16_t*>(name.utf16()), static_cast<int32_t>(name.size()));
  const int32_t size = m_collation->collator->getSortKey(text, nullptr, 0);
  QByteArray tail(size, Qt::Uninitialized);
  m_collation->collator->getSortKey(text, reinterpret_cast<uint8_t*>(tail.data()), size);
  return key + tail;
}

QString ChineseOrder::version() {
  const ChineseOrder order;
  UVersionInfo version{};
  if (order.m_collation->collator)
    order.m_collation->collator->getVersion(version);
  char collation[U_MAX_VERSION_STRING_LENGTH]{};
  u_versionToString(version, collation);
  u_getVersion(version);
  char icu[U_MAX_VERSION_STRING_LENGTH]{};
  u_versionToString(version, icu);
  return QStringLiteral("ICU %1, collation %2").arg(QLatin1String(icu), QLatin1String(collation));
}

namespace {

/// 一 to 九, 〇, 零, 两; -1 for others.
int chineseDigit(QChar c) {
  static const QString digits = QStringLiteral("〇一二三四五六七八九");
  if (c == u'零')
    return 0;
  if (c == u'两')
    return 2;
  return static_cast<int>(digits.indexOf(c));
}

int chineseUnit(QChar c) {
  return c == u'十' ? 10 : c == u'百' ? 100 : c == u'千' ? 1000 : 0;
}

bool isChineseNumeral(QChar c) {
  return chineseDigit(c) >= 0 || chineseUnit(c) > 0;
}

/// 二十三 as 23, 二〇二四 as 2024.
QString chineseNumber(QStringView run) {
  quint64 sum = 0;
  int digit = -1;
  QString spelt;
  bool units = false;
  for (const QChar c : run) {
    if (const int unit = chineseUnit(c)) {
      units = true;
      sum += static_cast<quint64>(digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else {
      digit = chineseDigit(c);
      spelt += QString::number(digit);
    }
  }
  return units ? QString::number(sum + (digit > 0 ? digit : 0)) : spelt;
}

/// The number that begins at `at` (which moves behind it), without leading zeros.
std::optional<QString> takeNumber(const QString& text, qsizetype& at) {
  const qsizetype begin = at;
  QString number;
  while (at < text.size() && text[at].isDigit())
    number += QString::number(text[at++].digitValue());
  if (at == begin) {
    while (at < text.size() && isChineseNumeral(text[at]))
      ++at;
    if (at == begin)
      return std::nullopt;
    number = chineseNumber(QStringView(text).mid(begin, at - begin));
  }
  qsizetype zeros = 0;
  while (zeros + 1 < number.size() && number[zeros] == u'0')
    ++zeros;
  return number.mid(zeros);
}

} // namespace

int compareNatural(const QString& a, const QString& b) {
  qsizetype i = 0;
  qsizetype j = 0;
  while (i < a.size() && j < b.size()) {
    const std::optional<QString> left = takeNumber(a, i);
    const std::optional<QString> right = takeNumber(b, j);
    if (left.has_value() != right.has_value())
      return left ? -1 : 1;
    if (left) {
      if (left->size() != right->size())
        return left->size() < right->size() ? -1 : 1;
      if (*left != *right)
        return *left < *right ? -1 : 1;
    } else {
      if (a[i] != b[j])
        return a[i] < b[j] ? -1 : 1;
      ++i;
      ++j;
    }
  }
  if (i < a.size() || j < b.size())
    return i < a.size() ? 1 : -1;
  return a == b ? 0 : (a < b ? -1 : 1); // the same numbers, spelt otherwise
}

} // namespace xueji
