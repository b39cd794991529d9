#pragma once

#include "domain/error.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace xueji {

class StoreSession;

/// A paper that was seen (证明材料), with or without its scanned files.
struct Proof {
  qint64 id = 0;
  qint64 student = 0; ///< 0: not of one student
  QString kind;       ///< kind of paper or id of the rule it satisfies, e.g. "E02"
  QString note;       ///< number of the paper, issuing office
  QDate seenOn;
  QDateTime added; ///< UTC
  qint64 addedBy = 0;
};

/// A file of a paper, kept inside the encrypted register.
struct ProofFile {
  qint64 id = 0;
  qint64 proof = 0;
  QString name; ///< without folder
  QString mediaType;
  QByteArray sha256; ///< of the content
  qint64 size = 0;
  QByteArray content; ///< empty where only listed
};

class ProofTable {
public:
  /// One file: a scanned page takes 1-5 MB.
  static constexpr qint64 kLargestFile = 32ll << 20;

  explicit ProofTable(StoreSession& session) : m_session(session) {}

  Result<qint64> insert(const Proof& proof);
  /// Hash and size are computed here. Error: FileTooLarge, FileEmpty.
  Result<qint64> addFile(qint64 proof, const QString& name, const QString& mediaType, const QByteArray& content);
  Result<std::optional<Proof>> byId(qint64 id);
  Result<QList<Proof>> ofStudent(qint64 student);
  Result<QList<ProofFile>> files(qint64 proof); ///< without content
  /// With content, compared with its hash. Errors: RegisterDamaged (hash differs), PathMissing (no such file).
  Result<ProofFile> file(qint64 id);

private:
  StoreSession& m_session;
};

} // namespace xueji
