#include "sheet_choice.h"

#include "ui/widgets/theme.h"

namespace xueji {

SheetChoice::SheetChoice(QWidget* parent) : QListWidget(parent) {
  named(this, "sheetChoice", tr("Sheets to import"));
  setMaximumHeight(5 * kTableRow);
  // Queued: whoever is told fills the list anew.
  connect(
      this, &QListWidget::itemChanged, this, [this] { emit chosen(checked()); }, Qt::QueuedConnection);
  hide();
}

void SheetChoice::setFile(const SheetFile* file, const QList<SheetLook>& looks, const QStringList& chosen) {
  const QSignalBlocker quiet(this);
  const int row = currentRow();
  clear();
  int shown = 0, hidden = 0;
  for (qsizetype i = 0; file && i < looks.size(); ++i) {
    if (!looks[i].isRoster())
      continue;
    const Sheet& sheet = file->sheets[i];
    ++(looks[i].isShown ? shown : hidden);
    const auto lines = sheet.rows.size() - looks[i].reading.columns.headerLine - 1;
    auto* item =
        new QListWidgetItem(looks[i].isShown ? tr("%1 (%2 lines)").arg(sheet.name).arg(lines)
                                             : tr("%1 (%2 lines), hidden in the file").arg(sheet.name).arg(lines),
                            this);
    item->setData(Qt::UserRole, sheet.name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(chosen.contains(sheet.name) ? Qt::Checked : Qt::Unchecked);
  }
  setCurrentRow(row);
  setVisible(shown > 1 || hidden > 0);
}

QStringList SheetChoice::checked() const {
  QStringList names;
  for (int row = 0; row < count(); ++row)
    if (item(row)->checkState() == Qt::Checked)
      names << item(row)->data(Qt::UserRole).toString();
  return names;
}

bool SheetChoice::isUndecided() const {
  return !isHidden() && checked().isEmpty();
}

} // namespace xueji
