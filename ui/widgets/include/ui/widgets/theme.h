#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QApplication;
class QBoxLayout;
class QWidget;

namespace xueji {

enum class Scheme { Light, Dark };

/// The few colours of the window beside the palette's. Every text colour has a contrast of at least 4.5 : 1 on `window`
/// and `base`.
struct Tones {
  QColor accent;     ///< quiet blue-green: links, the chosen place, the main button
  QColor accentSoft; ///< ground of what is chosen
  QColor onAccent;   ///< text on accent
  QColor faint;      ///< secondary text
  QColor line;       ///< hairlines
  QColor refuse;     ///< 不予办理
  QColor refuseSoft;
  QColor proof; ///< 须提供证明材料, 提醒
  QColor proofSoft;
  QColor good; ///< done, proven
  QColor goodSoft;
};

constexpr int kGrid = 8;      ///< spacing
constexpr int kFormRow = 32;  ///< height of a form row
constexpr int kTableRow = 30; ///< height of a table row

QPalette paletteOf(Scheme scheme);
/// Of the scheme that the palette belongs to.
Tones tonesOf(const QPalette& palette);
Scheme schemeOf(const QPalette& palette);
/// Fusion with our palette, fonts and a small style sheet; may be called again to change the scheme.
void applyTheme(QApplication& application, Scheme scheme);

QFont textFont();                                  ///< Noto Sans CJK SC, Microsoft YaHei UI, PingFang SC, 10.5 pt
QFont titleFont();                                 ///< of a page
QFont numberFont();                                ///< fixed width, for identity and student numbers
double contrast(const QColor& a, const QColor& b); ///< WCAG 2.1

/// A label and the field that it leads to, at the end of a line.
void addField(QBoxLayout* line, const QString& label, QWidget* field, int stretch = 0);

/// Object name and accessible name in one call; every control has both.
template <class Widget>
Widget* named(Widget* widget, const char* objectName, const QString& accessibleName) {
  widget->setObjectName(QString::fromLatin1(objectName));
  widget->setAccessibleName(accessibleName);
  return widget;
}

} // namespace xueji
