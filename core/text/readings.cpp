#include "readings.h"

#include "text/folding.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <memory>
#include <unicode/translit.h>

namespace xueji::detail {

namespace {

/// Readings that the Han-Latin tables of ICU 72 to 76 give otherwise than 通用规范汉字字典.
const QHash<QString, QString>& surnameCorrections() {
  static const QHash<QString, QString> readings = {
      {QStringLiteral("朴"), QStringLiteral("piao")},      {QStringLiteral("缪"), QStringLiteral("miao")},
      {QStringLiteral("乜"), QStringLiteral("nie")},       {QStringLiteral("佴"), QStringLiteral("nai")},
      {QStringLiteral("单于"), QStringLiteral("chan yu")}, {QStringLiteral("澹台"), QStringLiteral("tan tai")},
  };
  return readings;
}

const QHash<QString, QString>& usualCorrections() {
  static const QHash<QString, QString> readings = {{QStringLiteral("晟"), QStringLiteral("sheng")}};
  return readings;
}

/// lǚ to lyu (GB/T 28039-2011 writes ü as yu where only plain letters serve), other marks dropped.
QString withoutTones(const QString& reading) {
  QString plain;
  for (const QChar c : reading.normalized(QString::NormalizationForm_D)) {
    if (c == QChar(0x0308) && plain.endsWith(u'u'))
      plain.insert(plain.size() - 1, u'y');
    else if (c.category() != QChar::Mark_NonSpacing)
      plain += c.toLower();
  }
  return plain;
}

bool isReading(const QString& text) {
  for (const QChar c : text) {
    if (!(c >= u'a' && c <= u'z') && c != u' ')
      return false;
  }
  return !text.isEmpty();
}

/// One of ICU's transliterators with what it has answered already. They are slow, and not safe in two threads at once.
class Readings {
public:
  explicit Readings(const char* transliterator) {
    UErrorCode status = U_ZERO_ERROR;
    m_transliterator.reset(
        icu::Transliterator::createInstance(icu::UnicodeString(transliterator), UTRANS_FORWARD, status));
    if (U_FAILURE(status))
      m_transliterator.reset();
  }

  /// Plain letters and blanks; empty where there is no reading.
  QString of(const QString& characters) {
    const QMutexLocker lock(&m_mutex);
    const auto known = m_known.constFind(characters);
    if (known != m_known.constEnd())
      return *known;
    QString reading;
    if (m_transliterator) {
      icu::UnicodeString text(reinterpret_cast<const char16_t*>(characters.utf16()),
                              static_cast<int32_t>(characters.size()));
      m_transliterator->transliterate(text);
      reading = withoutTones(QString::fromUtf16(text.getBuffer(), text.length())).simplified();
      if (!isReading(reading))
        reading.clear();
    }
    return *m_known.insert(characters, reading);
  }

private:
  QMutex m_mutex;
  std::unique_ptr<icu::Transliterator> m_transliterator;
  QHash<QString, QString> m_known;
};

QString asSurname(const QString& characters) {
  static Readings readings("Han-Latin/Names");
  const QString corrected = surnameCorrections().value(characters);
  return corrected.isEmpty() ? readings.of(characters) : corrected;
}

} // namespace

QStringList surnameSyllables(const QString& surname) {
  const QString reading = asSurname(surname);
  return reading.isEmpty() ? QStringList() : reading.split(u' ');
}

QString usualSyllable(const QString& character) {
  static Readings readings("Han-Latin");
  const QString corrected = usualCorrections().value(character);
  return corrected.isEmpty() ? readings.of(character) : corrected;
}

bool isCompoundSurname(const QString& twoCharacters) {
  static const QSet<QString> surnames = [] {
    const QString all = QStringLiteral(
        "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 "
        "公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 "
        "拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 梁丘 左丘 东门 西门 第五 公仪 公乘 太傅 叔孙 "
        "屈突 尔朱 相里 胡母 司城 雍门 毋丘 贺兰 綦毋 屋庐 单于 叱干 纳兰 完颜 耶律");
    const QStringList list = all.split(u' ');
    return QSet<QString>(list.cbegin(), list.cend());
  }();
  return surnames.contains(twoCharacters);
}

} // namespace xueji::detail
