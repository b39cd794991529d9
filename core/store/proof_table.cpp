#include "store/proof_table.h"

#include "store/store_session.h"
#include "store/transaction.h"

#include <QCryptographicHash>

namespace xueji {

namespace {

const auto kSelect = QStringLiteral("SELECT id, student, kind, note, seen_on, added, added_by FROM proof ");

Result<QList<Proof>> read(Statement& query) {
  if (auto ran = query.run("proof: read"); !ran)
    return std::unexpected(ran.error());
  QList<Proof> proofs;
  while (query.next())
    proofs << Proof{query.number(0), query.number(1), query.text(2),  query.text(3),
                    query.day(4),    query.moment(5), query.number(6)};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return proofs;
}

} // namespace

Result<qint64> ProofTable::insert(const Proof& proof) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  qint64 id = 0;
  {
    Statement write(m_session, QStringLiteral("INSERT INTO proof (student, kind, note, seen_on, added, added_by) "
                                              "VALUES (?, ?, ?, ?, ?, ?)"));
    write.bindReference(proof.student).bind(proof.kind).bind(proof.note).bind(proof.seenOn);
    write.bind(proof.added.isNull() ? m_session.clock().now() : proof.added);
    write.bind(proof.addedBy == 0 ? m_session.user().id : proof.addedBy);
    if (auto ran = write.run("proof: insert"); !ran)
      return std::unexpected(ran.error());
    id = write.lastId();
  }
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return id;
}

Result<qint64> ProofTable::addFile(qint64 proof, const QString& name, const QString& mediaType,
                                   const QByteArray& content) {
  if (auto allowed = m_session.require(Capability::ChangeRecords); !allowed)
    return std::unexpected(allowed.error());
  if (content.isEmpty())
    return fail(ErrorCode::FileEmpty, {name});
  if (content.size() > kLargestFile)
    return fail(ErrorCode::FileTooLarge, {name, QString::number(content.size()), QString::number(kLargestFile)});
  Transaction work(m_session);
  if (auto begun = work.begun(); !begun)
    return std::unexpected(begun.error());
  qint64 id = 0;
  {
    Statement write(m_session, QStringLiteral("INSERT INTO proof_file (proof, name, media_type, sha256, size, content) "
                                              "VALUES (?, ?, ?, ?, ?, ?)"));
    write.bind(proof).bind(name).bind(mediaType);
    write.bind(QCryptographicHash::hash(content, QCryptographicHash::Sha256)).bind(content.size()).bind(content);
    if (auto ran = write.run("proof: add file"); !ran)
      return std::unexpected(ran.error());
    id = write.lastId();
  }
  if (auto done = work.commit(); !done)
    return std::unexpected(done.error());
  return id;
}

Result<std::optional<Proof>> ProofTable::byId(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE id = ?"));
  const auto found = read(query.bind(id));
  if (!found)
    return std::unexpected(found.error());
  return found->isEmpty() ? std::optional<Proof>() : found->first();
}

Result<QList<Proof>> ProofTable::ofStudent(qint64 student) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, kSelect + QStringLiteral("WHERE student = ? ORDER BY id"));
  return read(query.bind(student));
}

Result<QList<ProofFile>> ProofTable::files(qint64 proof) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, QStringLiteral("SELECT id, proof, name, media_type, sha256, size FROM proof_file "
                                            "WHERE proof = ? ORDER BY id"));
  if (auto ran = query.bind(proof).run("proof: files"); !ran)
    return std::unexpected(ran.error());
  QList<ProofFile> files;
  while (query.next())
    files << ProofFile{
        query.number(0), query.number(1), query.text(2), query.text(3), query.bytes(4), query.number(5), {}};
  if (auto ended = query.ended(); !ended)
    return std::unexpected(ended.error());
  return files;
}

Result<ProofFile> ProofTable::file(qint64 id) {
  if (auto allowed = m_session.require(Capability::ReadRecords); !allowed)
    return std::unexpected(allowed.error());
  Statement query(m_session, QStringLiteral("SELECT id, proof, name, media_type, sha256, size, content "
                                            "FROM proof_file WHERE id = ?"));
  if (auto ran = query.bind(id).run("proof: file"); !ran)
    return std::unexpected(ran.error());
  if (!query.next()) {
    const auto ended = query.ended();
    return ended ? fail(ErrorCode::PathMissing, {QStringLiteral("proof file")}) : std::unexpected<Error>(ended.error());
  }
  ProofFile file{query.number(0), query.number(1), query.text(2), query.text(3),
                 query.bytes(4),  query.number(5), query.bytes(6)};
  if (file.size != file.content.size() ||
      QCryptographicHash::hash(file.content, QCryptographicHash::Sha256) != file.sha256)
    return fail(ErrorCode::RegisterDamaged, {m_session.connection().file()});
  return file;
}

} // namespace xueji
