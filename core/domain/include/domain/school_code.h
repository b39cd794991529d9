#pragma once

#include <QString>
#include <optional>

namespace xueji {

/// 学校标识码, 10 digits: category (2), province (2), serial (6). Whether the category is known, code table
/// school_category says.
class SchoolCode {
public:
  /// Full width and blanks are repaired; none where it is not ten digits.
  static std::optional<SchoolCode> parse(const QString& typed);

  const QString& toString() const { return m_text; }
  QString category() const { return m_text.left(2); }                            ///< 21 小学, 31 普通初中 ...
  QString province() const { return m_text.mid(2, 2) + QStringLiteral("0000"); } ///< region code: 130000
  QString serial() const { return m_text.mid(4); }
  bool operator==(const SchoolCode&) const = default;

private:
  explicit SchoolCode(QString text) : m_text(std::move(text)) {}
  QString m_text;
};

} // namespace xueji
