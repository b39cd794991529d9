#pragma once

#include "domain/language.h"
#include "ui/widgets/theme.h"

#include <QSettings>
#include <QStringList>
#include <memory>

namespace xueji {

/// What this person likes on this PC. Nothing of the register: only folders of registers opened before and looks.
class Preferences {
public:
  /// An ini file of one's own (tests, the tour); empty: the system's usual place.
  explicit Preferences(const QString& file = {});

  Scheme scheme() const; ///< light unless chosen
  void setScheme(Scheme scheme);
  Language language() const; ///< Chinese unless chosen; takes effect at the next start
  void setLanguage(Language language);
  /// Minutes without a key or mouse before the window locks, 1 ... 60; 5 unless chosen.
  int idleMinutes() const;
  void setIdleMinutes(int minutes);
  QStringList registers() const; ///< opened before, the last one first, at most eight
  void rememberRegister(const QString& folder);
  QString lastUser(const QString& folder) const;
  void rememberUser(const QString& folder, const QString& user);
  /// Widths, orders and hidden columns of a list, by its object name.
  QByteArray layoutOf(const QString& list) const;
  void setLayoutOf(const QString& list, const QByteArray& layout);

private:
  std::unique_ptr<QSettings> m_settings;
};

} // namespace xueji
