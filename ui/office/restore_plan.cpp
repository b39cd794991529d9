#include "restore_plan.h"

#include "store/key_file.h"
#include "store/register_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace xueji {

QString registerNameOf(const QString& backup) {
  static const QRegularExpression moment(QStringLiteral("-\\d{8}-\\d{6}(-\\d+)?$"));
  return RegisterFolder(backup).name().remove(moment);
}

QString suggestedPlace(const QString& backup, const QString& known, const QString& documents) {
  const RegisterFolder source(backup);
  const RegisterFolder above(QFileInfo(QFileInfo(source.path()).absolutePath()).absolutePath());
  const auto ofBackup = KeyFile::load(source.path());
  const auto isTheSame = [&](const RegisterFolder& place) {
    const auto keys = KeyFile::load(place.path());
    if (keys && ofBackup)
      return keys->registerId() == ofBackup->registerId();
    return place.name() == registerNameOf(backup); // one of the two is damaged
  };
  if (source.path() == above.backups() + QLatin1Char('/') + QFileInfo(source.path()).fileName() && isTheSame(above))
    return above.path();
  if (!known.isEmpty() && RegisterFolder(known).path() != source.path() && isTheSame(RegisterFolder(known)))
    return RegisterFolder(known).path();
  return placeOf(documents + QLatin1Char('/') + registerNameOf(backup));
}

QString placeOf(const QString& typed) {
  const QString place = typed.trimmed();
  if (place.isEmpty())
    return {};
  const QString path = RegisterFolder(place).path();
  return path.endsWith(QLatin1String(RegisterFolder::kSuffix)) ? path : path + QLatin1String(RegisterFolder::kSuffix);
}

Standing standingAt(const QString& place) {
  const RegisterFolder folder(place);
  const QFileInfo about(folder.path());
  if (!about.exists())
    return Standing::Nothing;
  if (QFileInfo::exists(folder.database()) || QFileInfo::exists(folder.keys()) || QFileInfo::exists(folder.keysCopy()))
    return Standing::Register;
  return about.isDir() && QDir(folder.path()).isEmpty() ? Standing::Nothing : Standing::Other;
}

} // namespace xueji
