#include "store/seal.h"

#include "store/connection.h"

#include <QRegularExpression>
#include <QtEndian>
#include <sodium.h>

namespace xueji {

namespace {

constexpr qsizetype kSealSize = 32;

const QRegularExpression& pattern() {
  static const QRegularExpression expression(
      QStringLiteral(" ?(acts|approvals)=([0-9]+)-([0-9]+) seal=([0-9a-f]{64})$"));
  return expression;
}

} // namespace

struct Seal::State {
  crypto_generichash_state hash;
};

Seal::Seal(const SecretBytes& key) : m_state(std::make_unique<State>()) {
  ensureSodium();
  crypto_generichash_init(&m_state->hash, key.data(), static_cast<size_t>(key.size()), kSealSize);
}

Seal::~Seal() = default;

void Seal::add(QByteArrayView bytes) {
  crypto_generichash_update(&m_state->hash, reinterpret_cast<const unsigned char*>(bytes.data()),
                            static_cast<unsigned long long>(bytes.size()));
}

void Seal::addPart(QByteArrayView bytes) {
  char length[8];
  qToBigEndian<quint64>(static_cast<quint64>(bytes.size()), length);
  add({length, 8});
  add(bytes);
}

void Seal::addRow(const QByteArray& table, const RawRows& row, const Defaults& defaults,
                  const QSet<QByteArray>& without) {
  add("row");
  addPart(table);
  for (int column = 0; column < row.columns(); ++column) {
    const QByteArray name = row.name(column);
    if (without.contains(name) || row.type(column) == RawRows::Type::Null)
      continue;
    const QByteArray bytes = row.bytes(column);
    const auto usual = defaults.constFind(name);
    if (usual != defaults.constEnd() && *usual == bytes)
      continue;
    addPart(name);
    const char type = static_cast<char>(row.type(column));
    add({&type, 1});
    addPart(bytes);
  }
}

void Seal::addMark(const QByteArray& table, qint64 row, qint64 act) {
  add("mark");
  addPart(table);
  addPart(QByteArray::number(row));
  addPart(QByteArray::number(act));
}

QByteArray Seal::finish() {
  QByteArray seal(kSealSize, 0);
  crypto_generichash_final(&m_state->hash, reinterpret_cast<unsigned char*>(seal.data()), kSealSize);
  return seal;
}

Result<Seal::Defaults> Seal::defaultsOf(const Connection& connection, const QString& table) {
  auto rows =
      RawRows::of(connection, QStringLiteral("SELECT name, dflt_value FROM pragma_table_info('%1')").arg(table));
  if (!rows)
    return std::unexpected(rows.error());
  Defaults defaults;
  for (;;) {
    const auto more = rows->next();
    if (!more)
      return std::unexpected(more.error());
    if (!*more)
      return defaults;
    if (rows->type(1) == RawRows::Type::Null)
      continue;
    QByteArray value = rows->bytes(1);
    if (value.size() >= 2 && value.startsWith('\'') && value.endsWith('\''))
      value = value.mid(1, value.size() - 2).replace("''", "'");
    defaults.insert(rows->bytes(0), value);
  }
}

QString SealNote::text() const {
  const QString what = of == Of::Acts ? QStringLiteral("acts") : QStringLiteral("approvals");
  return QStringLiteral("%1=%2-%3 seal=%4").arg(what).arg(first).arg(last).arg(QString::fromLatin1(seal.toHex()));
}

std::optional<SealNote> SealNote::read(const QString& detail) {
  const auto match = pattern().match(detail);
  if (!match.hasMatch())
    return std::nullopt;
  return SealNote{match.captured(2).toLongLong(), match.captured(3).toLongLong(),
                  QByteArray::fromHex(match.captured(4).toLatin1()),
                  match.captured(1) == QLatin1String("acts") ? Of::Acts : Of::Approvals};
}

QString SealNote::without(const QString& detail) {
  const auto match = pattern().match(detail);
  return match.hasMatch() ? detail.left(match.capturedStart()) : detail;
}

} // namespace xueji
