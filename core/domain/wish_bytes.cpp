#include "domain/wish_bytes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

namespace xueji {

namespace {

QJsonObject objectOf(const SeenPaper& paper) {
  return {{QStringLiteral("kind"), paper.kind},
          {QStringLiteral("number"), paper.number},
          {QStringLiteral("issuer"), paper.issuer},
          {QStringLiteral("level"), paper.level},
          {QStringLiteral("issued"), paper.issued.toString(Qt::ISODate)},
          {QStringLiteral("note"), paper.note}};
}

QDate dayOf(const QJsonValue& value) {
  return QDate::fromString(value.toString(), Qt::ISODate);
}

SeenPaper paperOf(const QJsonValue& value) {
  return {value[u"kind"].toString(),  value[u"number"].toString(), value[u"issuer"].toString(),
          value[u"level"].toString(), dayOf(value[u"issued"]),     value[u"note"].toString()};
}

} // namespace

QByteArray bytesOf(const Wish& wish) {
  QJsonArray papers;
  for (const SeenPaper& paper : wish.papers)
    papers << objectOf(paper);
  const QJsonObject object{{QStringLiteral("kind"), wish.kind},
                           {QStringLiteral("version"), wish.version},
                           {QStringLiteral("of"), toKey(wish.subject.kind)},
                           {QStringLiteral("subject"), wish.subject.id},
                           {QStringLiteral("day"), wish.day.toString(Qt::ISODate)},
                           {QStringLiteral("ground"), wish.ground},
                           {QStringLiteral("papers"), papers},
                           {QStringLiteral("revision"), wish.revision},
                           {QStringLiteral("redoes"), wish.redoes},
                           {QStringLiteral("body"), wish.body}};
  return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Wish> wishFromBytes(const QByteArray& bytes) {
  const QJsonObject object = QJsonDocument::fromJson(bytes).object();
  const auto of = subjectKindFromKey(object.value(QStringLiteral("of")).toString());
  if (!of)
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("wish"), QString()});
  Wish wish;
  wish.kind = object.value(QStringLiteral("kind")).toString();
  wish.version = object.value(QStringLiteral("version")).toInt();
  wish.subject = {*of, object.value(QStringLiteral("subject")).toInteger()};
  wish.day = dayOf(object.value(QStringLiteral("day")));
  wish.ground = object.value(QStringLiteral("ground")).toString();
  const QJsonArray papers = object.value(QStringLiteral("papers")).toArray();
  for (const QJsonValue& paper : papers)
    wish.papers << paperOf(paper);
  wish.revision = object.value(QStringLiteral("revision")).toInteger();
  wish.redoes = object.value(QStringLiteral("redoes")).toInteger();
  wish.body = object.value(QStringLiteral("body")).toObject();
  return wish;
}

QByteArray hashOf(const QList<QByteArray>& parts) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const QByteArray& part : parts) {
    char length[8];
    qToBigEndian<quint64>(static_cast<quint64>(part.size()), length);
    hash.addData(QByteArrayView(length, 8));
    hash.addData(part);
  }
  return hash.result();
}

} // namespace xueji
