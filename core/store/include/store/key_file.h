#pragma once

#include "domain/error.h"
#include "seal/wrapped_key.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace xueji {

/// Where the log stood when the key file was last written (the head may lag behind the log, never lead).
struct LogHead {
  qint64 rows = 0;
  QByteArray head; ///< HMAC of the newest row; empty without rows; at most 64 bytes
  bool operator==(const LogHead&) const = default;
};

/// keys.json of a register: one slot for each person and one for the recovery sheet, each wrapping the same random
/// 256-bit data key (Argon2id, then XChaCha20-Poly1305 over the slot's own fields), the log's head and a revision, all
/// under a MAC of the data key; in a backup also the mark that it is one. Names of the staff stand in it in clear;
/// nothing about children does. Kept twice (keys.json, keys.json.bak); the newer sound copy counts. The file must be
/// byte for byte what the program would write.
class KeyFile {
public:
  enum class Copies { Both, FirstOnly };

  /// A key file without slots for a new register.
  static KeyFile makeNew();
  static SecretBytes newDataKey();
  /// From `folder`. Errors: RegisterMissing (neither copy), KeyFileDamaged (both unreadable, or hostile costs).
  static Result<KeyFile> load(const QString& folder);
  static Result<KeyFile> parse(const QByteArray& bytes, const QString& fileForErrors);

  QString registerId() const { return m_registerId; } ///< 32 hex digits, random, for ever
  quint64 revision() const { return m_revision; }     ///< rises with every save
  QStringList users() const;
  bool hasUser(const QString& user) const;

  /// The data key. Errors: WrongPassword (also for an unknown user), KeyFileDamaged (the seal over the whole does not
  /// fit).
  Result<SecretBytes> unlock(const QString& user, const SecretBytes& password) const;
  /// `typed` as from the paper, in either case, with or without dashes and spaces; O is read as 0, I and L as 1.
  /// Errors: WrongRecoverySecret (typing errors are found at once), KeyFileDamaged.
  Result<SecretBytes> unlockWithRecovery(const QString& typed) const;
  /// Whether the check characters fit: tells a typing error before the slow part.
  static bool isRecoverySecretWellTyped(const QString& typed);

  /// Adds the user's slot or replaces it. Errors: ValueInvalid (empty or over-long name, cost out of bounds), WrongUse
  /// (empty password).
  Result<void> setPassword(const QString& user, const SecretBytes& password, KeyCost cost, const SecretBytes& dataKey);
  /// Errors: UserUnknown.
  Result<void> removeUser(const QString& user);
  /// Makes a new recovery secret (the old one stops working) and returns its text: seven groups of four characters, to
  /// be printed once.
  Result<QString> renewRecovery(KeyCost cost, const SecretBytes& dataKey);

  /// Slots as they stand in `other`, everything else as it is here.
  void takeSlotsOf(const KeyFile& other) { m_slots = other.m_slots; }

  const LogHead& logHead() const { return m_logHead; }
  void setLogHead(LogHead head) { m_logHead = std::move(head); }

  /// When this was copied into a backup; invalid in a register. The seal covers it: without the data key the mark can
  /// neither be put on nor taken off. Only unlock() looks at the seal.
  QDateTime backupMade() const { return m_backupMade; }
  bool isBackup() const { return m_backupMade.isValid(); }
  void markAsBackup(const QDateTime& made) { m_backupMade = made.toUTC(); }
  void markAsRegister() { m_backupMade = {}; }

  /// Raises the revision, seals and writes atomically with fsync: after an error both copies are as they were.
  /// FirstOnly is for the log's head after a commit: the copy may lag.
  Result<void> save(const QString& folder, const SecretBytes& dataKey, Copies copies = Copies::Both);
  /// The sealed bytes of the present revision, as save() writes them (a backup takes them along).
  QByteArray sealed(const SecretBytes& dataKey) const;

private:
  struct Slot {
    bool recovery = false;
    QString user;   ///< empty for the recovery slot
    WrappedKey key; ///< the data key
  };

  Result<Slot> makeSlot(bool recovery, const QString& user, const SecretBytes& secret, KeyCost cost,
                        const SecretBytes& dataKey) const;
  Result<SecretBytes> unwrap(const Slot& slot, const SecretBytes& secret, ErrorCode wrong) const;
  const Slot* find(bool recovery, const QString& user) const;
  void put(Slot slot);
  QByteArray boundFields(const Slot& slot) const;
  QJsonObject body() const;
  static QByteArray macOf(const QByteArray& body, const SecretBytes& dataKey);

  QString m_registerId;
  quint64 m_revision = 0;
  LogHead m_logHead;
  QDateTime m_backupMade;
  QList<Slot> m_slots;
  QByteArray m_sealedBody; ///< as read or saved last; empty before the first save
  QByteArray m_mac;        ///< of m_sealedBody
  QString m_file;          ///< as read, for errors
};

} // namespace xueji
