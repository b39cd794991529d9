#include "documents/paper_fonts.h"

#include <QFont>
#include <QFontDatabase>

namespace xueji {

namespace {

constexpr int kMeasure = 1000; // units an em is measured at: advances exact to a thousandth

// After the two Noto families come those that may hold rarer characters, and Windows' own.
const QStringList kSerif = {QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Source Han Serif SC"),
                            QStringLiteral("SimSun")};
const QStringList kSans = {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                           QStringLiteral("Microsoft YaHei")};
const QStringList kRare = {QStringLiteral("SimSun-ExtB"), QStringLiteral("HanaMinB"), QStringLiteral("BabelStone Han"),
                           QStringLiteral("Plangothic P1"), QStringLiteral("Plangothic P2")};

} // namespace

PaperFonts::PaperFonts() {
  const auto chain = [this](const QList<QStringList>& groups, bool bold) {
    QList<int> fonts;
    for (const QStringList& group : groups) {
      for (const QString& family : group) {
        const int font = fontOf(family, bold);
        if (font >= 0)
          fonts.append(font);
      }
    }
    return fonts;
  };
  m_chains[static_cast<int>(Face::Serif)].fonts = chain({kSerif, kSans, kRare}, false);
  m_chains[static_cast<int>(Face::SerifBold)].fonts = chain({kSerif, kSans}, true) + chain({kRare}, false);
  m_chains[static_cast<int>(Face::Sans)].fonts = chain({kSans, kSerif, kRare}, false);
}

int PaperFonts::fontOf(const QString& family, bool bold) {
  const QString name = family + (bold ? QStringLiteral("/bold") : QString());
  const qsizetype known = m_names.indexOf(name);
  if (known >= 0)
    return static_cast<int>(known);
  if (!QFontDatabase::hasFamily(family))
    return -1;
  QFont font(family);
  font.setPixelSize(kMeasure);
  font.setBold(bold);
  font.setHintingPreference(QFont::PreferNoHinting);
  const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
  if (!raw.isValid())
    return -1;
  m_fonts.append(raw);
  m_names.append(name);
  return static_cast<int>(m_fonts.size()) - 1;
}

PlacedGlyph PaperFonts::glyph(Face face, char32_t character) {
  Chain& chain = m_chains[static_cast<int>(face)];
  const auto known = chain.known.constFind(character);
  if (known != chain.known.constEnd())
    return *known;
  PlacedGlyph placed;
  for (const int font : chain.fonts) {
    const QRawFont& raw = m_fonts.at(font);
    const QList<quint32> indexes = raw.glyphIndexesForString(QString::fromUcs4(&character, 1));
    if (indexes.isEmpty() || indexes.first() == 0)
      continue;
    const QList<QPointF> advances = raw.advancesForGlyphIndexes({indexes.first()});
    placed = {font, indexes.first(), advances.isEmpty() ? 1.0 : advances.first().x() / kMeasure};
    break;
  }
  chain.known.insert(character, placed);
  return placed;
}

QRawFont PaperFonts::sized(int font, int pixelSize) {
  const qint64 key = (qint64(font) << 32) | pixelSize;
  const auto known = m_sized.constFind(key);
  if (known != m_sized.constEnd())
    return *known;
  QRawFont raw = m_fonts.at(font);
  raw.setPixelSize(pixelSize);
  m_sized.insert(key, raw);
  return raw;
}

} // namespace xueji
