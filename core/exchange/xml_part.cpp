#include "xml_part.h"

#include <QBuffer>
#include <cstring>
#include <expat.h>

namespace xueji::detail {

namespace {

constexpr int kStretch = 64 << 10;            ///< bytes parsed at a time
constexpr qint64 kMostWithoutToken = 2 << 20; ///< bytes read and nothing told
constexpr int kDeepest = 1000;                ///< elements inside each other; a workbook has a dozen
constexpr qsizetype kLongestText = 1 << 20;   ///< characters

} // namespace

struct XmlPart::Handlers {
  static XmlPart& of(void* data) { return *static_cast<XmlPart*>(data); }

  static Piece localName(XmlPart& part, const char* name) {
    const char* colon = std::strrchr(name, ':');
    const char* local = colon != nullptr ? colon + 1 : name;
    return part.keep(local, static_cast<qsizetype>(std::strlen(local)));
  }

  static void start(void* data, const char* name, const char** attributes) {
    XmlPart& part = of(data);
    Token token{Kind::Start, localName(part, name), static_cast<quint32>(part.m_attributes.size()), 0};
    for (; *attributes != nullptr; attributes += 2, ++token.count) {
      const Piece key = localName(part, attributes[0]);
      part.m_attributes.push_back({key, part.keep(attributes[1], static_cast<qsizetype>(std::strlen(attributes[1])))});
    }
    part.m_tokens.push_back(token);
    if (++part.m_depth > kDeepest)
      part.giveUp();
  }

  static void end(void* data, const char* name) {
    XmlPart& part = of(data);
    part.m_tokens.push_back({Kind::End, localName(part, name), 0, 0});
    --part.m_depth;
  }

  static void text(void* data, const char* text, int size) {
    XmlPart& part = of(data);
    const Piece more = part.keep(text, size);
    // One text comes in pieces; those that follow each other are one.
    if (!part.m_tokens.empty() && part.m_tokens.back().kind == Kind::Text)
      part.m_tokens.back().value.size += more.size;
    else
      part.m_tokens.push_back({Kind::Text, more, 0, 0});
  }

  static void documentType(void* data, const char*, const char*, const char*, int) { of(data).giveUp(); }
};

void XmlPart::Free::operator()(XML_ParserStruct* parser) const {
  XML_ParserFree(parser);
}

XmlPart::XmlPart(Archive& archive, const QString& name, Progress progress)
    : m_path(archive.path()), m_part(archive.part(name)), m_device(m_part.get()), m_archive(&archive),
      m_progress(std::move(progress)) {
  if (m_part)
    m_size = m_part->declaredSize();
  m_parser.reset(XML_ParserCreate(nullptr));
  begin();
}

XmlPart::XmlPart(QByteArray utf8, QString path, Progress progress)
    : m_path(std::move(path)), m_progress(std::move(progress)), m_size(utf8.size()) {
  auto buffer = std::make_unique<QBuffer>();
  buffer->setData(utf8);
  buffer->open(QIODevice::ReadOnly);
  m_bytes = std::move(buffer);
  m_device = m_bytes.get();
  m_parser.reset(XML_ParserCreate("UTF-8"));
  begin();
}

XmlPart::~XmlPart() = default;

void XmlPart::begin() {
  if (!m_parser) {
    stop({ErrorCode::Internal, {QStringLiteral("XML parser")}});
    return;
  }
  XML_SetUserData(m_parser.get(), this);
  XML_SetElementHandler(m_parser.get(), &Handlers::start, &Handlers::end);
  XML_SetCharacterDataHandler(m_parser.get(), &Handlers::text);
  XML_SetStartDoctypeDeclHandler(m_parser.get(), &Handlers::documentType);
}

void XmlPart::giveUp() {
  stop({ErrorCode::FileDamaged, {m_path}});
  XML_StopParser(m_parser.get(), XML_FALSE);
}

XmlPart::Piece XmlPart::keep(const char* text, qsizetype size) {
  const Piece piece{static_cast<quint32>(m_kept.size()), static_cast<quint32>(size)};
  m_kept.append(text, size);
  return piece;
}

bool XmlPart::fill() {
  m_tokens.clear();
  m_attributes.clear();
  m_kept.resize(0);
  m_next = 0;
  const qint64 begun = m_read;
  while (m_tokens.empty() && !m_ended && !m_broken && !m_failure && m_device != nullptr) {
    void* buffer = XML_GetBuffer(m_parser.get(), kStretch);
    if (buffer == nullptr) {
      m_broken = true;
      break;
    }
    const qint64 got = m_device->read(static_cast<char*>(buffer), kStretch);
    if (m_part && (m_part->failed() || m_part->exploded())) {
      m_broken = true;
      break;
    }
    m_read += std::max<qint64>(got, 0);
    m_ended = got <= 0;
    m_broken = XML_ParseBuffer(m_parser.get(), static_cast<int>(std::max<qint64>(got, 0)), m_ended) == XML_STATUS_ERROR;
    if (!goesOn(m_progress, m_read, m_size))
      stop({ErrorCode::Cancelled, {}});
    if (m_read - begun > kMostWithoutToken)
      giveUp();
  }
  return !m_tokens.empty();
}

bool XmlPart::next() {
  m_now = nullptr;
  if (m_failure || (m_next >= m_tokens.size() && !fill()) || m_failure)
    return false;
  m_now = &m_tokens[m_next++];
  return true;
}

bool XmlPart::nextStart() {
  while (next())
    if (isStart())
      return true;
  return false;
}

void XmlPart::skipElement() {
  for (int depth = 1; depth > 0 && next();)
    depth += isStart() ? 1 : isEnd() ? -1 : 0;
}

QString XmlPart::elementText() {
  QString all;
  for (int depth = 1; depth > 0 && next();) {
    if (isText() && depth == 1 && all.size() < kLongestText)
      all += text();
    depth += isStart() ? 1 : isEnd() ? -1 : 0;
  }
  return all;
}

QLatin1StringView XmlPart::name() const {
  // Names that are asked for are of plain letters; others are like none of them.
  const QByteArrayView name = at(m_now->value);
  return {name.data(), name.size()};
}

QString XmlPart::text() const {
  return QString::fromUtf8(at(m_now->value));
}

QString XmlPart::attribute(QLatin1StringView name) const {
  if (!isStart())
    return {};
  for (quint32 i = 0; i < m_now->count; ++i) {
    const Attribute& one = m_attributes[m_now->attributes + i];
    if (at(one.name) == QByteArrayView(name.data(), name.size()))
      return QString::fromUtf8(at(one.value));
  }
  return {};
}

bool XmlPart::hasAttribute(QLatin1StringView name, QLatin1StringView value) const {
  if (!isStart())
    return false;
  for (quint32 i = 0; i < m_now->count; ++i) {
    const Attribute& one = m_attributes[m_now->attributes + i];
    if (at(one.name) == QByteArrayView(name.data(), name.size()) &&
        at(one.value) == QByteArrayView(value.data(), value.size()))
      return true;
  }
  return false;
}

bool XmlPart::stop(Error error) {
  if (!m_failure)
    m_failure = std::move(error);
  return false;
}

Result<void> XmlPart::verdict() const {
  if (m_failure)
    return std::unexpected(*m_failure);
  if (m_device == nullptr)
    return fail(ErrorCode::FileDamaged, {m_path});
  if (m_part && (m_broken || m_part->failed() || m_part->exploded()))
    return std::unexpected(m_archive->errorOf(*m_part));
  if (m_broken)
    return fail(ErrorCode::FileDamaged, {m_path});
  return {};
}

} // namespace xueji::detail
