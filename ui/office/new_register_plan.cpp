#include "ui/office/new_register_plan.h"

#include "domain/school_code.h"
#include "store/password_policy.h"
#include "store/register_folder.h"
#include "text/folding.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace xueji {

QString NewRegisterPlan::folder() const {
  return QDir(parent).absoluteFilePath(name.trimmed() + QString::fromLatin1(RegisterFolder::kSuffix));
}

NewRegisterPlan::Lack NewRegisterPlan::lackOfPlace() const {
  const QFileInfo place(parent);
  if (parent.trimmed().isEmpty() || !place.isDir())
    return Lack::Folder;
  if (!place.isWritable())
    return Lack::NotWritable;
  // What Windows refuses is refused everywhere: registers travel on sticks.
  static const QRegularExpression kForbidden(QStringLiteral(R"([<>:"/\\|?*\x00-\x1f]|^\.|\.$)"));
  if (name.trimmed().isEmpty() || name.contains(kForbidden))
    return Lack::Name;
  if (QFileInfo::exists(folder()))
    return Lack::Taken;
  return Lack::Nothing;
}

NewRegisterPlan::Lack NewRegisterPlan::lackOfSchool() const {
  const auto code = SchoolCode::parse(schoolCode);
  if (!code)
    return Lack::SchoolCode;
  const CodeTable* categories = m_fields.codes().table(QStringLiteral("school_category"));
  if (categories == nullptr || categories->byCode(code->category()) == nullptr ||
      stagesOfCategory(code->category()).isEmpty())
    return Lack::Category;
  if (schoolName.trimmed().isEmpty())
    return Lack::SchoolName;
  if (!m_fields.regions().everIssued(region) || region.endsWith(QLatin1String("00")))
    return Lack::Region;
  return Lack::Nothing;
}

NewRegisterPlan::Lack NewRegisterPlan::lackOfAccount(const QString& password, const QString& repeated) const {
  if (userName.trimmed().isEmpty())
    return Lack::UserName;
  if (const auto good = checkPassword(SecretBytes::fromUtf8(password)); !good)
    return good.error().args.contains(QLatin1String("length")) ? Lack::PasswordLength : Lack::PasswordKinds;
  if (password != repeated)
    return Lack::PasswordsDiffer;
  return Lack::Nothing;
}

SchoolProfile NewRegisterPlan::school() const {
  const auto code = SchoolCode::parse(schoolCode);
  return SchoolProfile::fromSchoolCode(code ? code->toString() : QString(), schoolName.trimmed(), region);
}

} // namespace xueji
