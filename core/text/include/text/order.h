#pragma once

#include <QByteArray>
#include <QString>
#include <memory>

namespace xueji {

/// Order of people's names: by reading, word for word, then by ICU's Chinese collation (which sees tones and
/// characters). Make one and keep it; not to be shared between threads.
class ChineseOrder {
public:
  ChineseOrder();
  ~ChineseOrder();
  ChineseOrder(ChineseOrder&&) noexcept;
  ChineseOrder& operator=(ChineseOrder&&) noexcept;

  /// <0, 0, >0. The reading is made by namePinyin().
  int compare(const QString& a, const QString& b) const;
  /// Bytes that compare (memcmp) as compare() does.
  QByteArray sortKey(const QString& name) const;
  /// The same with the reading that is stored with the person, such as "Zhang Xiaoming".
  QByteArray sortKey(const QString& name, const QString& reading) const;

  /// By what sort keys and folded texts are made: ICU's and its collation's version. Keys of two versions must not be
  /// compared.
  static QString version();

private:
  struct Collation;
  std::unique_ptr<Collation> m_collation;
};

/// Natural order of grades, classes and the like: numbers in Arabic or Chinese digits count as numbers (二班 before
/// 十班 before 11班), the rest by code point. <0, 0, >0; 0 only for equal texts.
int compareNatural(const QString& a, const QString& b);

} // namespace xueji
