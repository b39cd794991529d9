#include "ui/widgets/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QStyleFactory>
#include <cmath>

namespace xueji {

namespace {

const Tones kLightTones{.accent = QColor(0x0f6b6b),
                        .accentSoft = QColor(0xdcecec),
                        .onAccent = QColor(0xffffff),
                        .faint = QColor(0x59666b),
                        .line = QColor(0xd3dadb),
                        .refuse = QColor(0xa8201a),
                        .refuseSoft = QColor(0xfbe6e4),
                        .proof = QColor(0x8a5200),
                        .proofSoft = QColor(0xfdf0d8),
                        .good = QColor(0x1f6b3a),
                        .goodSoft = QColor(0xe0f2e6)};

const Tones kDarkTones{.accent = QColor(0x6cc5c2),
                       .accentSoft = QColor(0x21474a),
                       .onAccent = QColor(0x0b2223),
                       .faint = QColor(0xa3b0b4),
                       .line = QColor(0x3a4447),
                       .refuse = QColor(0xff9a90),
                       .refuseSoft = QColor(0x4d2523),
                       .proof = QColor(0xf0bd6a),
                       .proofSoft = QColor(0x47371a),
                       .good = QColor(0x84d3a0),
                       .goodSoft = QColor(0x1e3f2b)};

struct Ground {
  QColor window, base, alternate, text, disabled, button, tooltip;
};

const Ground kLight{QColor(0xf4f6f6), QColor(0xffffff), QColor(0xf8fafa), QColor(0x1b2426),
                    QColor(0x7b878b), QColor(0xffffff), QColor(0x22302f)};
const Ground kDark{QColor(0x1b2123), QColor(0x232a2c), QColor(0x272f31), QColor(0xe6ecec),
                   QColor(0x7d898d), QColor(0x2c3537), QColor(0x39464a)};

double luminance(const QColor& color) {
  const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

QString sheetOf(const Tones& tones, const Ground& ground) {
  return QStringLiteral(R"(
QLineEdit, QPlainTextEdit { border: 1px solid %1; border-radius: 4px; padding: 3px 8px;
  min-height: 22px; background: %2; selection-background-color: %3; selection-color: %4; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid %3; padding: 2px 7px; }
QLineEdit:read-only, QLineEdit:disabled { background: transparent; }
QPushButton { border: 1px solid %1; border-radius: 4px; padding: 4px 16px; min-height: 22px; background: %5; }
QPushButton:hover { border-color: %3; }
QPushButton:pressed { background: %6; }
QPushButton:focus { border: 2px solid %3; padding: 3px 15px; }
QPushButton:disabled { color: %8; }
QPushButton[main="true"] { background: %3; color: %4; border-color: %3; font-weight: 500; }
QPushButton[main="true"]:focus { border: 2px solid %7; }
QPushButton[main="true"]:disabled { background: %1; border-color: %1; color: %8; }
QPushButton[link="true"], QPushButton[flat="true"] { border: none; background: transparent; padding: 4px 8px; }
QPushButton[link="true"] { color: %3; text-decoration: underline; padding: 0; }
QPushButton[flat="true"]:hover { background: %6; }
QPushButton[flat="true"]:focus, QPushButton[link="true"]:focus { border: 1px solid %3; }
QTableView, QListView, QTreeView { border: 1px solid %1; border-radius: 4px; background: %2; gridline-color: %1;
  selection-background-color: %6; selection-color: %7; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border-color: %3; }
QHeaderView::section { background: %9; border: none; border-bottom: 1px solid %1; border-right: 1px solid %1;
  padding: 4px 8px; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar::handle { background: %8; border-radius: 4px; margin: 1px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: %3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { border: none; padding: 4px; }
QProgressBar { border: 1px solid %1; border-radius: 4px; height: 8px; background: %2; }
QProgressBar::chunk { background: %3; border-radius: 3px; }
QMenu { border: 1px solid %1; padding: 4px 0; background: %2; }
QMenu::item { padding: 6px 24px 6px 16px; }
QMenu::item:selected { background: %6; color: %7; }
)")
      .arg(tones.line.name(), ground.base.name(), tones.accent.name(), tones.onAccent.name(), ground.button.name(),
           tones.accentSoft.name(), ground.text.name(), ground.disabled.name(), ground.window.name());
}

QFont withFamilies(const QStringList& families, qreal points) {
  QFont font;
  font.setFamilies(families);
  font.setPointSizeF(points);
  return font;
}

const QStringList kFamilies{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei UI"),
                            QStringLiteral("PingFang SC")};

} // namespace

QPalette paletteOf(Scheme scheme) {
  const Ground& ground = scheme == Scheme::Dark ? kDark : kLight;
  const Tones& tones = scheme == Scheme::Dark ? kDarkTones : kLightTones;
  QPalette palette;
  palette.setColor(QPalette::Window, ground.window);
  palette.setColor(QPalette::Base, ground.base);
  palette.setColor(QPalette::AlternateBase, ground.alternate);
  palette.setColor(QPalette::Button, ground.button);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(role, ground.text);
  palette.setColor(QPalette::PlaceholderText, tones.faint);
  palette.setColor(QPalette::Highlight, tones.accent);
  palette.setColor(QPalette::HighlightedText, tones.onAccent);
  palette.setColor(QPalette::Link, tones.accent);
  palette.setColor(QPalette::LinkVisited, tones.accent);
  palette.setColor(QPalette::ToolTipBase, ground.tooltip);
  palette.setColor(QPalette::ToolTipText, Qt::white);
  palette.setColor(QPalette::Light, ground.base.lighter(110));
  palette.setColor(QPalette::Midlight, ground.button);
  palette.setColor(QPalette::Mid, tones.line);
  palette.setColor(QPalette::Dark, tones.line.darker(140));
  palette.setColor(QPalette::Shadow, Qt::black);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, ground.disabled);
  return palette;
}

Scheme schemeOf(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

Tones tonesOf(const QPalette& palette) {
  return schemeOf(palette) == Scheme::Dark ? kDarkTones : kLightTones;
}

void applyTheme(QApplication& application, Scheme scheme) {
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  application.setPalette(paletteOf(scheme));
  application.setFont(textFont());
  application.setStyleSheet(scheme == Scheme::Dark ? sheetOf(kDarkTones, kDark) : sheetOf(kLightTones, kLight));
}

QFont textFont() {
  return withFamilies(kFamilies, 10.5);
}

QFont titleFont() {
  QFont font = withFamilies(kFamilies, 15);
  font.setWeight(QFont::Medium);
  return font;
}

QFont numberFont() {
  QFont font = withFamilies({QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("DejaVu Sans Mono"),
                             QStringLiteral("Consolas"), QStringLiteral("Menlo")},
                            10.5);
  font.setStyleHint(QFont::Monospace);
  font.setFixedPitch(true);
  return font;
}

double contrast(const QColor& a, const QColor& b) {
  const double one = luminance(a) + 0.05;
  const double two = luminance(b) + 0.05;
  return one > two ? one / two : two / one;
}

void addField(QBoxLayout* line, const QString& label, QWidget* field, int stretch) {
  auto* text = new QLabel(label);
  text->setBuddy(field);
  line->addWidget(text);
  line->addWidget(field, stretch);
}

} // namespace xueji
