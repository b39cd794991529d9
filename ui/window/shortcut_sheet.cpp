#include "shortcut_sheet.h"

#include "ui/widgets/section_title.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace xueji {

ShortcutSheet::ShortcutSheet(const QList<Command>& commands, QWidget* parent) : QDialog(parent) {
  named(this, "shortcutSheet", tr("Keyboard shortcuts"));
  setWindowTitle(tr("Keyboard shortcuts"));
  QList<QPair<QString, QString>> keys;
  for (const Command& command : commands) {
    QStringList names;
    for (const QKeySequence& sequence : command.keys)
      names << sequence.toString(QKeySequence::NativeText)
                   .replace(QStringLiteral("Return"), QStringLiteral("Enter")) // both keys are one to a person
                   .replace(QStringLiteral("Left"), QStringLiteral("←"));
    names.removeDuplicates();
    if (!names.isEmpty())
      keys.append({names.join(QStringLiteral(", ")), command.word});
  }
  // Of fields and lists: no commands of the window.
  keys.append({{QStringLiteral("Alt+1 …"), tr("Go to a place of the navigation")},
               {QStringLiteral("Tab, Enter"), tr("Next field")},
               {QStringLiteral("Esc"), tr("Close, discard or back")},
               {QStringLiteral("F1"), tr("Rule and article of the field")},
               {QStringLiteral("F2"), tr("Edit")},
               {QStringLiteral("F4, ↓"), tr("Show all choices of a field")}});
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(3 * kGrid);
  grid->setVerticalSpacing(kGrid);
  for (int row = 0; row < keys.size(); ++row) {
    auto* key = new QLabel(keys[row].first, this);
    key->setFont(numberFont());
    key->setStyleSheet(QStringLiteral("color: %1").arg(tonesOf(palette()).accent.name()));
    grid->addWidget(key, row, 0, Qt::AlignRight);
    grid->addWidget(new QLabel(keys[row].second, this), row, 1);
  }
  auto* close = named(new QPushButton(tr("Close"), this), "close", tr("Close"));
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(3 * kGrid, 2 * kGrid, 3 * kGrid, 2 * kGrid);
  layout->addWidget(new PageTitle(tr("Keyboard shortcuts"), this));
  layout->addLayout(grid);
  layout->addSpacing(kGrid);
  layout->addWidget(close, 0, Qt::AlignRight);
}

} // namespace xueji
