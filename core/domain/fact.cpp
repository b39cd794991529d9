#include "domain/fact.h"

#include <QHash>

namespace xueji {

QString toKey(SubjectKind kind) {
  switch (kind) {
  case SubjectKind::Student:
    return QStringLiteral("student");
  case SubjectKind::School:
    return QStringLiteral("school");
  case SubjectKind::Class:
    return QStringLiteral("class");
  }
  return {};
}

std::optional<SubjectKind> subjectKindFromKey(const QString& key) {
  for (const SubjectKind kind : {SubjectKind::Student, SubjectKind::School, SubjectKind::Class})
    if (key == toKey(kind))
      return kind;
  return std::nullopt;
}

size_t qHash(const Subject& subject, size_t seed) {
  return qHashMulti(seed, static_cast<int>(subject.kind), subject.id);
}

QString objectOf(const Subject& subject) {
  return subject.kind == SubjectKind::School ? toKey(subject.kind)
                                             : toKey(subject.kind) + QLatin1Char(':') + QString::number(subject.id);
}

int Fact::column(const QString& columnName) const {
  for (qsizetype at = 0; at < columns.size(); ++at)
    if (columns[at].name == columnName)
      return static_cast<int>(at);
  return -1;
}

} // namespace xueji
