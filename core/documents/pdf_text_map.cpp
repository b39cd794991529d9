#include "pdf_text_map.h"

#include <QMap>
#include <QSet>
#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace xueji {

namespace {

using Code = quint16;

/// What is known of one font object of the PDF.
struct FontMap {
  QMap<Code, char32_t> characters;         ///< the first character a code was drawn for: goes into the map
  QHash<Code, QPair<int, quint32>> glyphs; ///< which glyph the code must always be
  QHash<QPair<int, quint32>, Code> codes;  ///< and the other way round
};
using FontMaps = QMap<QPair<int, int>, FontMap>; // by object and generation number

std::string hex16(char32_t character) {
  const QString text = QString::fromUcs4(&character, 1);
  std::string hex;
  for (const QChar unit : text)
    hex += QByteArray::number(0x10000 + unit.unicode(), 16).mid(1).toUpper().toStdString();
  return hex;
}

std::string cmapOf(const FontMap& font) {
  std::string cmap = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  qsizetype left = font.characters.size();
  int inBlock = 0;
  for (auto it = font.characters.cbegin(); it != font.characters.cend(); ++it, --left) {
    if (inBlock == 0) {
      inBlock = static_cast<int>(std::min<qsizetype>(100, left)); // a block holds 100 at most (Adobe note 5014)
      cmap += std::to_string(inBlock) + " beginbfchar\n";
    }
    cmap += '<' + QByteArray::number(0x10000 + it.key(), 16).mid(1).toUpper().toStdString() + "> <" +
            hex16(it.value()) + ">\n";
    if (--inBlock == 0)
      cmap += "endbfchar\n";
  }
  return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// Walks a page's content: hands each text string with its font to `meet`, in order, and copies the content.
class TextWalk : public QPDFObjectHandle::TokenFilter {
public:
  explicit TextWalk(QPDFObjectHandle fonts) : m_fonts(fonts) {}

  bool broken() const { return m_broken; }

protected:
  /// Answers the text to mark the string with, or empty.
  virtual std::string meet(QPDFObjGen font, const std::string& codes) = 0;
  virtual void markedText(const std::string&) {}

  void handleToken(const QPDFTokenizer::Token& token) override {
    switch (token.getType()) {
    case QPDFTokenizer::tt_name:
      m_lastName = token.getValue();
      break;
    case QPDFTokenizer::tt_array_open:
      ++m_arrays;
      break;
    case QPDFTokenizer::tt_array_close:
      --m_arrays;
      break;
    case QPDFTokenizer::tt_dict_open:
      ++m_dictionaries;
      break;
    case QPDFTokenizer::tt_dict_close:
      --m_dictionaries;
      break;
    case QPDFTokenizer::tt_string:
      handleString(token);
      break;
    case QPDFTokenizer::tt_word:
      if (token.getValue() == "Tf")
        chooseFont();
      else if (token.getValue() == "EMC")
        m_inMark = false;
      break;
    default:
      break;
    }
    writeToken(token);
    if (m_closeMark && token.getType() == QPDFTokenizer::tt_word) {
      m_broken = m_broken || token.getValue() != "Tj";
      write(" EMC ");
      m_closeMark = false;
    }
  }

  bool inMark() const { return m_inMark; }

private:
  void chooseFont() {
    QPDFObjectHandle font = m_fonts.isDictionary() ? m_fonts.getKey(m_lastName) : QPDFObjectHandle::newNull();
    m_broken = m_broken || !font.isDictionary();
    m_font = font.getObjGen();
  }

  void handleString(const QPDFTokenizer::Token& token) {
    if (m_dictionaries > 0) { // ActualText of a mark of ours
      if (m_lastName == "/ActualText") {
        markedText(token.getValue());
        m_inMark = true;
      }
      return;
    }
    const std::string mark = meet(m_font, token.getValue());
    if (mark.empty())
      return;
    m_broken = m_broken || m_arrays > 0;
    write("/Span << /ActualText <FEFF" + mark + "> >> BDC ");
    m_closeMark = true;
  }

  QPDFObjectHandle m_fonts;
  QPDFObjGen m_font;
  std::string m_lastName;
  int m_arrays = 0, m_dictionaries = 0;
  bool m_broken = false, m_closeMark = false, m_inMark = false;
};

/// Pairs the codes of one page with the characters drawn on it.
class Pairing final : public TextWalk {
public:
  Pairing(QPDFObjectHandle fonts, const PageRecord& record, FontMaps& maps) : TextWalk(fonts), m_maps(maps) {
    for (const DrawnRun& run : record.runs) {
      for (qsizetype i = 0; i < run.characters.size(); ++i)
        m_drawn.append({run.characters.at(i), {run.font, run.glyphs.at(i)}});
    }
  }
  bool fits() const { return !broken() && !m_wrong && m_next == m_drawn.size(); }
  bool marked() const { return m_marked; }

private:
  std::string meet(QPDFObjGen fontObject, const std::string& codes) override {
    FontMap& font = m_maps[{fontObject.getObj(), fontObject.getGen()}];
    const qsizetype start = m_next;
    bool other = false;
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
      if (m_next >= m_drawn.size()) {
        m_wrong = true;
        return {};
      }
      const auto& [character, glyph] = m_drawn.at(m_next++);
      const auto code =
          static_cast<Code>((static_cast<unsigned char>(codes[i]) << 8) | static_cast<unsigned char>(codes[i + 1]));
      if (font.glyphs.value(code, glyph) != glyph || font.codes.value(glyph, code) != code)
        m_wrong = true;
      font.glyphs.insert(code, glyph);
      font.codes.insert(glyph, code);
      const auto first = font.characters.constFind(code);
      if (first == font.characters.cend())
        font.characters.insert(code, character);
      else
        other = other || *first != character;
    }
    m_wrong = m_wrong || codes.size() % 2 != 0;
    m_marked = m_marked || other;
    std::string text;
    for (qsizetype i = start; other && i < m_next; ++i)
      text += hex16(m_drawn.at(i).first);
    return text;
  }

  FontMaps& m_maps;
  QList<QPair<char32_t, QPair<int, quint32>>> m_drawn;
  qsizetype m_next = 0;
  bool m_wrong = false, m_marked = false;
};

/// Reads a page's text through the maps that stand in the file.
class Reading final : public TextWalk {
public:
  Reading(QPDFObjectHandle fonts, QHash<QPair<int, int>, QHash<Code, QString>>& maps)
      : TextWalk(fonts), m_fontObjects(fonts), m_maps(maps) {}
  QString text;

private:
  std::string meet(QPDFObjGen fontObject, const std::string& codes) override {
    if (inMark())
      return {};
    const QPair<int, int> id(fontObject.getObj(), fontObject.getGen());
    if (!m_maps.contains(id))
      m_maps.insert(id, readMap(fontObject));
    const QHash<Code, QString>& map = m_maps[id];
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2)
      text += map.value(
          static_cast<Code>((static_cast<unsigned char>(codes[i]) << 8) | static_cast<unsigned char>(codes[i + 1])),
          QString(QChar::ReplacementCharacter));
    return {};
  }

  void markedText(const std::string& bytes) override {
    const QByteArray utf16 = QByteArray::fromStdString(bytes).mid(2);
    for (qsizetype i = 0; i + 1 < utf16.size(); i += 2)
      text += QChar(static_cast<char16_t>((static_cast<uchar>(utf16[i]) << 8) | static_cast<uchar>(utf16[i + 1])));
  }

  QHash<Code, QString> readMap(QPDFObjGen fontObject) {
    QHash<Code, QString> map;
    QPDFObjectHandle stream;
    for (const std::string& name : m_fontObjects.getKeys()) {
      QPDFObjectHandle font = m_fontObjects.getKey(name);
      if (font.getObjGen() == fontObject)
        stream = font.getKey("/ToUnicode");
    }
    if (!stream.isStream())
      return map;
    const auto buffer = stream.getStreamData();
    const QByteArray cmap(reinterpret_cast<const char*>(buffer->getBuffer()),
                          static_cast<qsizetype>(buffer->getSize()));
    bool inside = false;
    for (const QByteArray& line : cmap.split('\n')) {
      if (line.endsWith("beginbfchar"))
        inside = true;
      else if (line == "endbfchar")
        inside = false;
      else if (inside && line.size() > 9) {
        const QByteArray hex = line.mid(8).chopped(1);
        QString character;
        for (qsizetype i = 0; i + 3 < hex.size(); i += 4)
          character += QChar(hex.mid(i, 4).toUShort(nullptr, 16));
        map.insert(line.mid(1, 4).toUShort(nullptr, 16), character);
      }
    }
    return map;
  }

  QPDFObjectHandle m_fontObjects;
  QHash<QPair<int, int>, QHash<Code, QString>>& m_maps;
};

QPDFObjectHandle fontsOf(QPDFPageObjectHelper& page) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", false);
  return resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
}

void replaceMaps(QPDF& file, const FontMaps& maps) {
  for (auto it = maps.cbegin(); it != maps.cend(); ++it)
    file.getObjectByID(it.key().first, it.key().second)
        .replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&file, cmapOf(it.value())));
}

QByteArray written(QPDF& file) {
  QPDFWriter writer(file);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

} // namespace

Result<QByteArray> withRightText(const QByteArray& pdf, const QList<PageRecord>& pages, const Progress& progress) {
  try {
    QPDF file;
    file.processMemoryFile("paper", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    auto pdfPages = QPDFPageDocumentHelper(file).getAllPages();
    if (static_cast<qsizetype>(pdfPages.size()) != pages.size())
      return fail(ErrorCode::Internal, {QStringLiteral("pdf_text_map: pages")});
    FontMaps maps;
    for (qsizetype i = 0; i < pages.size(); ++i) {
      QPDFPageObjectHelper& page = pdfPages[static_cast<std::size_t>(i)];
      if (!goesOn(progress, i, pages.size()))
        return fail(ErrorCode::Cancelled);
      Pairing pairing(fontsOf(page), pages.at(i), maps);
      page.filterContents(&pairing);
      if (!pairing.fits())
        return fail(ErrorCode::Internal, {QStringLiteral("pdf_text_map: pairing")});
      if (!pairing.marked())
        continue;
      Pl_Buffer copy("content");
      Pairing marking(fontsOf(page), pages.at(i), maps);
      page.filterContents(&marking, &copy);
      page.getObjectHandle().replaceKey("/Contents", QPDFObjectHandle::newStream(&file, copy.getBufferSharedPointer()));
    }
    replaceMaps(file, maps);
    return written(file);
  } catch (const std::exception&) {
    return fail(ErrorCode::Internal, {QStringLiteral("pdf_text_map")});
  }
}

Result<QStringList> textOfPdf(const QByteArray& pdf, const Progress& progress) {
  try {
    QPDF file;
    file.processMemoryFile("paper", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    QStringList texts;
    QHash<QPair<int, int>, QHash<Code, QString>> maps;
    auto pages = QPDFPageDocumentHelper(file).getAllPages();
    for (QPDFPageObjectHelper& page : pages) {
      if (!goesOn(progress, texts.size(), static_cast<qint64>(pages.size())))
        return fail(ErrorCode::Cancelled);
      Reading reading(fontsOf(page), maps);
      page.filterContents(&reading);
      if (reading.broken())
        return fail(ErrorCode::FileDamaged, {QStringLiteral("pdf")});
      texts.append(reading.text);
    }
    return texts;
  } catch (const std::exception&) {
    return fail(ErrorCode::FileDamaged, {QStringLiteral("pdf")});
  }
}

} // namespace xueji
