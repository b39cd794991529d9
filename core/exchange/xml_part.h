#pragma once

#include "archive.h"
#include "domain/progress.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <memory>
#include <optional>
#include <vector>

struct XML_ParserStruct;

namespace xueji::detail {

/// One XML text read as a stream of starts, ends and texts: a part of a workbook, or bytes in memory. Names are given
/// without their prefix. A document type (and so every entity of its own) is refused, nothing outside is looked up.
/// Elements inside each other by the thousand and a name, value or comment of megabytes are damage: no program
/// writes them, and they would take all memory.
class XmlPart {
public:
  XmlPart(Archive& archive, const QString& name, Progress progress = {});
  /// `utf8`, whatever encoding the declaration names; `path` for errors.
  XmlPart(QByteArray utf8, QString path, Progress progress = {});
  ~XmlPart();
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  /// Goes to the next token; false at the end or when something is wrong: then verdict() tells.
  bool next();
  /// Goes to the next start of an element.
  bool nextStart();
  /// Stands on a start: goes to the end of that element.
  void skipElement();
  /// Stands on a start: its text without that of elements inside; ends on its end. Of a text of more than 2^20
  /// characters, which no cell can have, only the beginning.
  QString elementText();

  bool isStart() const { return m_now && m_now->kind == Kind::Start; }
  bool isEnd() const { return m_now && m_now->kind == Kind::End; }
  bool isText() const { return m_now && m_now->kind == Kind::Text; }
  bool isStart(QLatin1StringView name) const { return isStart() && this->name() == name; }
  bool isEnd(QLatin1StringView name) const { return isEnd() && this->name() == name; }
  QLatin1StringView name() const; ///< of a start or an end; good until the next token
  QString text() const;           ///< of a text
  /// The first attribute of that name; empty where there is none.
  QString attribute(QLatin1StringView name) const;
  /// Whether any attribute of that name (there may be several, with different prefixes) has that value.
  bool hasAttribute(QLatin1StringView name, QLatin1StringView value) const;

  /// Remembers the first failure; always false, so that a loop ends with it.
  bool stop(Error error);
  bool stop(const Result<void>& result) { return result ? true : stop(result.error()); }

  /// How the reading went, once next() is false.
  Result<void> verdict() const;

private:
  enum class Kind : quint8 { Start, End, Text };
  struct Piece {
    quint32 from = 0;
    quint32 size = 0;
  };
  struct Token {
    Kind kind = Kind::Text;
    Piece value;            ///< name, or text
    quint32 attributes = 0; ///< index of the first
    quint32 count = 0;
  };
  struct Attribute {
    Piece name;
    Piece value;
  };
  struct Handlers;
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };

  void begin();
  void giveUp(); ///< the text is damaged: nothing more of it
  bool fill();   ///< the tokens of the next stretch; false at the end
  Piece keep(const char* text, qsizetype size);
  QByteArrayView at(Piece piece) const { return QByteArrayView(m_kept.constData() + piece.from, piece.size); }

  QString m_path;
  std::unique_ptr<ArchivePart> m_part;
  std::unique_ptr<QIODevice> m_bytes;
  QIODevice* m_device = nullptr;
  Archive* m_archive = nullptr;
  Progress m_progress;
  std::unique_ptr<XML_ParserStruct, Free> m_parser;
  QByteArray m_kept; ///< names, values and texts of the stretch
  std::vector<Token> m_tokens;
  std::vector<Attribute> m_attributes;
  std::size_t m_next = 0;
  const Token* m_now = nullptr;
  std::optional<Error> m_failure;
  int m_depth = 0; ///< open elements
  qint64 m_read = 0;
  qint64 m_size = 0;
  bool m_ended = false;
  bool m_broken = false;
};

} // namespace xueji::detail
