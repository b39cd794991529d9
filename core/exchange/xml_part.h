#pragma once

#include "archive.h"
#include "domain/progress.h"

#include <QXmlStreamReader>

namespace xueji::detail {

/// One XML part of a workbook, read as a stream. A document type (and so every entity of its own) is refused.
class XmlPart {
public:
  XmlPart(Archive& archive, const QString& name, const Progress& progress = {})
      : m_archive(archive), m_part(archive.part(name)), m_progress(progress) {
    if (m_part)
      xml.setDevice(m_part.get());
  }

  /// Goes to the next token; false at the end or when something is wrong: then verdict() tells.
  bool next() {
    if (!m_part || xml.atEnd() || m_failure)
      return false;
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::DTD)
      return stop({ErrorCode::FileDamaged, {m_archive.path()}});
    if ((++m_tokens & 0xFFF) == 0 && !goesOn(m_progress, m_part->bytesRead(), m_part->declaredSize()))
      return stop({ErrorCode::Cancelled, {}});
    return !xml.atEnd();
  }
  /// Goes to the next start of an element.
  bool nextStart() {
    while (next())
      if (xml.isStartElement())
        return true;
    return false;
  }
  bool isStart(QLatin1StringView name) const { return xml.isStartElement() && xml.name() == name; }
  bool isEnd(QLatin1StringView name) const { return xml.isEndElement() && xml.name() == name; }
  QString attribute(QLatin1StringView name) const {
    for (const QXmlStreamAttribute& one : xml.attributes())
      if (one.name() == name)
        return one.value().toString();
    return {};
  }
  /// Remembers the first failure; always false, so that a loop ends with it.
  bool stop(Error error) {
    if (!m_failure)
      m_failure = std::move(error);
    return false;
  }
  bool stop(const Result<void>& result) { return result ? true : stop(result.error()); }

  /// How the reading went, once next() is false.
  Result<void> verdict() const {
    if (m_failure)
      return std::unexpected(*m_failure);
    if (!m_part)
      return fail(ErrorCode::FileDamaged, {m_archive.path()});
    if (xml.hasError() || m_part->failed() || m_part->exploded())
      return std::unexpected(m_archive.errorOf(*m_part));
    return {};
  }

  QXmlStreamReader xml;

private:
  Archive& m_archive;
  std::unique_ptr<ArchivePart> m_part;
  const Progress& m_progress;
  std::optional<Error> m_failure;
  quint32 m_tokens = 0;
};

} // namespace xueji::detail
