#include "ui/shell/preferences.h"

#include <QCryptographicHash>

namespace xueji {

namespace {

constexpr int kMostRegisters = 8;

/// A folder's path is no key of an ini file.
QString keyOf(const QString& folder) {
  return QString::fromLatin1(QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

Preferences::Preferences(const QString& file)
    : m_settings(file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                              QStringLiteral("xueji"), QStringLiteral("xueji"))
                                : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

Scheme Preferences::scheme() const {
  return m_settings->value(QStringLiteral("window/scheme")).toString() == QLatin1String("dark") ? Scheme::Dark
                                                                                                : Scheme::Light;
}

void Preferences::setScheme(Scheme scheme) {
  m_settings->setValue(QStringLiteral("window/scheme"),
                       scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

Language Preferences::language() const {
  return m_settings->value(QStringLiteral("window/language")).toString() == QLatin1String("en") ? Language::English
                                                                                                : Language::Chinese;
}

void Preferences::setLanguage(Language language) {
  m_settings->setValue(QStringLiteral("window/language"),
                       language == Language::English ? QStringLiteral("en") : QStringLiteral("zh"));
}

int Preferences::idleMinutes() const {
  return std::clamp(m_settings->value(QStringLiteral("window/idleMinutes"), 5).toInt(), 1, 60);
}

void Preferences::setIdleMinutes(int minutes) {
  m_settings->setValue(QStringLiteral("window/idleMinutes"), std::clamp(minutes, 1, 60));
}

QStringList Preferences::registers() const {
  return m_settings->value(QStringLiteral("registers/folders")).toStringList();
}

void Preferences::rememberRegister(const QString& folder) {
  QStringList folders = registers();
  folders.removeAll(folder);
  folders.prepend(folder);
  m_settings->setValue(QStringLiteral("registers/folders"), QStringList(folders.mid(0, kMostRegisters)));
}

QString Preferences::lastUser(const QString& folder) const {
  return m_settings->value(QStringLiteral("users/") + keyOf(folder)).toString();
}

void Preferences::rememberUser(const QString& folder, const QString& user) {
  m_settings->setValue(QStringLiteral("users/") + keyOf(folder), user);
}

QByteArray Preferences::layoutOf(const QString& list) const {
  return m_settings->value(QStringLiteral("lists/") + list).toByteArray();
}

void Preferences::setLayoutOf(const QString& list, const QByteArray& layout) {
  m_settings->setValue(QStringLiteral("lists/") + list, layout);
}

} // namespace xueji
