#include "store/key_file.h"

#include "platform/durable_file.h"
#include "seal/keyed_hash.h"
#include "seal/recovery_secret.h"
#include "store/register_folder.h"
#include "store/statement.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace xueji {

namespace {

/// A backup's key file is of version 2, so that a program that does not know the mark refuses it politely.
constexpr int kVersion = 2;
constexpr int kVersionOfRegister = 1;
constexpr qint64 kLargestFile = 256 * 1024;
constexpr qsizetype kMostSlots = 128;
constexpr qsizetype kLongestUser = 64;

QString hex(const QByteArray& bytes) {
  return QString::fromLatin1(bytes.toHex());
}
QByteArray unhex(const QJsonValue& value) {
  return QByteArray::fromHex(value.toString().toLatin1());
}

QString nameOf(const QString& user) {
  return user.normalized(QString::NormalizationForm_C).trimmed();
}

QByteArray compact(const QJsonObject& object) {
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The whole file: the body, its MAC, and a plain checksum that tells a damaged file from a wrong password.
QByteArray fileBytes(QJsonObject object, const QByteArray& mac) {
  object["mac"] = hex(mac);
  const QByteArray checked = compact(object);
  object["check"] = hex(plainHash(checked, 16));
  return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace

KeyFile KeyFile::makeNew() {
  KeyFile file;
  file.m_registerId = hex(randomBytes(16));
  return file;
}

SecretBytes KeyFile::newDataKey() {
  return SecretBytes::random(WrappedKey::kKeySize);
}

Result<KeyFile> KeyFile::load(const QString& folder) {
  const RegisterFolder place(folder);
  std::optional<KeyFile> newest;
  std::optional<Error> trouble;
  for (const QString& path : {place.keys(), place.keysCopy()}) {
    if (!QFileInfo::exists(path))
      continue;
    const auto bytes = readWholeFile(path, kLargestFile);
    auto file = bytes                                         ? parse(*bytes, path)
                : bytes.error().code == ErrorCode::ReadFailed ? std::unexpected(bytes.error())
                                                              : fail(ErrorCode::KeyFileDamaged, {path});
    if (!file && file.error().code == ErrorCode::RegisterNewer)
      return file;
    if (!file)
      trouble = trouble.value_or(file.error());
    else if (!newest || file->m_revision > newest->m_revision)
      newest = std::move(*file);
  }
  if (newest)
    return std::move(*newest);
  return std::unexpected(trouble.value_or(Error{ErrorCode::RegisterMissing, {folder}}));
}

Result<KeyFile> KeyFile::parse(const QByteArray& bytes, const QString& fileForErrors) {
  const auto damaged = [&] { return fail(ErrorCode::KeyFileDamaged, {fileForErrors}); };
  const QJsonObject object = QJsonDocument::fromJson(bytes).object();
  if (object["format"].toString() != "xueji-keys")
    return damaged();
  if (object["version"].toInt() > kVersion)
    return fail(ErrorCode::RegisterNewer, {QString::number(object["version"].toInt()), QString::number(kVersion)});
  KeyFile file;
  file.m_file = fileForErrors;
  file.m_registerId = object["register"].toString();
  file.m_revision = static_cast<quint64>(object["revision"].toInteger());
  const QJsonObject log = object["log"].toObject();
  file.m_logHead = {log["rows"].toInteger(), unhex(log["head"])};
  if (object["version"].toInt() > kVersionOfRegister)
    file.m_backupMade = momentFromStored(object["backup"].toString());
  file.m_mac = unhex(object["mac"]);
  const QJsonArray entries = object["slots"].toArray();
  if (entries.size() > kMostSlots || file.m_logHead.head.size() > 64)
    return damaged();
  for (const QJsonValue& value : entries) {
    const QJsonObject entry = value.toObject();
    Slot slot{entry["kind"].toString() == "recovery",
              entry["user"].toString(),
              {{static_cast<quint64>(entry["ops"].toInteger()), static_cast<quint64>(entry["memory"].toInteger())},
               unhex(entry["salt"]),
               unhex(entry["nonce"]),
               unhex(entry["wrapped"])}};
    if (!slot.key.isSound() || file.find(slot.recovery, slot.user))
      return damaged();
    file.m_slots.append(std::move(slot));
  }
  const QJsonObject body = file.body();
  file.m_sealedBody = compact(body);
  if (fileBytes(body, file.m_mac) != bytes)
    return damaged();
  return file;
}

QStringList KeyFile::users() const {
  QStringList names;
  for (const Slot& slot : m_slots) {
    if (!slot.recovery)
      names.append(slot.user);
  }
  return names;
}

bool KeyFile::hasUser(const QString& user) const {
  return find(false, nameOf(user));
}

Result<SecretBytes> KeyFile::unlock(const QString& user, const SecretBytes& password) const {
  const Slot* slot = find(false, nameOf(user));
  if (!slot || password.isEmpty())
    return fail(ErrorCode::WrongPassword);
  return unwrap(*slot, password, ErrorCode::WrongPassword);
}

Result<SecretBytes> KeyFile::unlockWithRecovery(const QString& typed) const {
  const Slot* slot = find(true, {});
  const std::optional<SecretBytes> secret = parseRecoveryText(typed);
  if (!slot || !secret)
    return fail(ErrorCode::WrongRecoverySecret);
  return unwrap(*slot, *secret, ErrorCode::WrongRecoverySecret);
}

bool KeyFile::isRecoverySecretWellTyped(const QString& typed) {
  return parseRecoveryText(typed).has_value();
}

Result<void> KeyFile::setPassword(const QString& user, const SecretBytes& password, KeyCost cost,
                                  const SecretBytes& dataKey) {
  const QString name = nameOf(user);
  if (name.isEmpty() || name.size() > kLongestUser || name.toUtf8() != QString::fromUtf8(name.toUtf8()).toUtf8())
    return fail(ErrorCode::ValueInvalid, {"user", user.left(kLongestUser)});
  if (password.isEmpty())
    return fail(ErrorCode::WrongUse, {"empty password"});
  if (!hasUser(name) && m_slots.size() >= kMostSlots)
    return fail(ErrorCode::WrongUse, {"too many accounts"});
  auto slot = makeSlot(false, name, password, cost, dataKey);
  if (!slot)
    return std::unexpected(slot.error());
  put(std::move(*slot));
  return {};
}

Result<void> KeyFile::removeUser(const QString& user) {
  const Slot* slot = find(false, nameOf(user));
  if (!slot)
    return fail(ErrorCode::UserUnknown, {user});
  m_slots.removeAt(slot - m_slots.constData());
  return {};
}

Result<QString> KeyFile::renewRecovery(KeyCost cost, const SecretBytes& dataKey) {
  const SecretBytes secret = SecretBytes::random(16);
  auto slot = makeSlot(true, {}, secret, cost, dataKey);
  if (!slot)
    return std::unexpected(slot.error());
  put(std::move(*slot));
  return recoveryText(secret);
}

Result<void> KeyFile::save(const QString& folder, const SecretBytes& dataKey, Copies copies) {
  const RegisterFolder place(folder);
  ++m_revision;
  const QJsonObject object = body();
  const QByteArray sealedBody = compact(object);
  const QByteArray mac = macOf(sealedBody, dataKey);
  const QByteArray bytes = fileBytes(object, mac);
  const Result<void> written = copies == Copies::Both ? writeTwiceAtomically(place.keys(), place.keysCopy(), bytes)
                                                      : replaceFile(place.keys(), bytes); // the head may lag
  if (!written) {
    --m_revision;
    return written;
  }
  m_sealedBody = sealedBody;
  m_mac = mac;
  m_file = place.keys();
  return {};
}

QByteArray KeyFile::sealed(const SecretBytes& dataKey) const {
  const QJsonObject object = body();
  return fileBytes(object, macOf(compact(object), dataKey));
}

Result<KeyFile::Slot> KeyFile::makeSlot(bool recovery, const QString& user, const SecretBytes& secret, KeyCost cost,
                                        const SecretBytes& dataKey) const {
  if (!cost.isAcceptable())
    return fail(ErrorCode::ValueInvalid, {"key cost", QString::number(cost.ops)});
  Slot slot{recovery, user, WrappedKey::begun(cost)};
  if (auto wrapped = slot.key.wrap(dataKey, secret, boundFields(slot)); !wrapped)
    return std::unexpected(wrapped.error());
  return slot;
}

Result<SecretBytes> KeyFile::unwrap(const Slot& slot, const SecretBytes& secret, ErrorCode wrong) const {
  auto key = slot.key.unwrap(secret, boundFields(slot));
  if (!key)
    return std::unexpected(key.error());
  if (!*key)
    return fail(wrong);
  SecretBytes dataKey = std::move(**key);
  // A key file just made and not yet saved has no seal to compare.
  if (!m_sealedBody.isEmpty() && !sameBytes(macOf(m_sealedBody, dataKey), m_mac))
    return fail(ErrorCode::KeyFileDamaged, {m_file});
  return dataKey;
}

const KeyFile::Slot* KeyFile::find(bool recovery, const QString& user) const {
  const auto found = std::find_if(m_slots.cbegin(), m_slots.cend(),
                                  [&](const Slot& slot) { return slot.recovery == recovery && slot.user == user; });
  return found == m_slots.cend() ? nullptr : &*found;
}

void KeyFile::put(Slot slot) {
  if (const Slot* present = find(slot.recovery, slot.user))
    m_slots[present - m_slots.constData()] = std::move(slot);
  else
    m_slots.append(std::move(slot));
}

QByteArray KeyFile::boundFields(const Slot& slot) const {
  return QJsonDocument(QJsonObject{{"register", m_registerId},
                                   {"kind", slot.recovery ? "recovery" : "password"},
                                   {"user", slot.user},
                                   {"ops", static_cast<qint64>(slot.key.cost.ops)},
                                   {"memory", static_cast<qint64>(slot.key.cost.memBytes)},
                                   {"salt", hex(slot.key.salt)}})
      .toJson(QJsonDocument::Compact);
}

QJsonObject KeyFile::body() const {
  QJsonArray entries;
  for (const Slot& slot : m_slots)
    entries.append(QJsonObject{{"kind", slot.recovery ? "recovery" : "password"},
                               {"user", slot.user},
                               {"kdf", "argon2id13"},
                               {"ops", static_cast<qint64>(slot.key.cost.ops)},
                               {"memory", static_cast<qint64>(slot.key.cost.memBytes)},
                               {"salt", hex(slot.key.salt)},
                               {"nonce", hex(slot.key.nonce)},
                               {"wrapped", hex(slot.key.wrapped)}});
  QJsonObject object{{"format", "xueji-keys"},
                     {"version", kVersionOfRegister},
                     {"register", m_registerId},
                     {"revision", static_cast<qint64>(m_revision)},
                     {"log", QJsonObject{{"rows", m_logHead.rows}, {"head", hex(m_logHead.head)}}},
                     {"slots", entries}};
  if (isBackup()) {
    object["version"] = kVersion;
    object["backup"] = storedMoment(m_backupMade);
  }
  return object;
}

QByteArray KeyFile::macOf(const QByteArray& body, const SecretBytes& dataKey) {
  return KeyedHash::of(body, dataKey.derived("XjKeyFil"));
}

} // namespace xueji
