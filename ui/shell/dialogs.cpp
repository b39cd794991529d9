#include "ui/shell/dialogs.h"

#include "documents/paper.h"
#include "ui/widgets/date_edit.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/witness_dialog.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace xueji {

int SystemDialogs::ask(QWidget* parent, const Question& question) {
  QMessageBox box(parent);
  box.setIcon(question.dangerous ? QMessageBox::Warning : QMessageBox::Question);
  box.setWindowTitle(question.title);
  box.setText(question.text);
  box.setInformativeText(question.detail);
  QList<QPushButton*> buttons;
  for (const QString& answer : question.answers)
    buttons.append(box.addButton(answer, QMessageBox::ActionRole));
  const int escape = question.escape >= 0 ? question.escape : int(buttons.size()) - 1;
  box.setDefaultButton(buttons.value(question.preferred));
  box.setEscapeButton(buttons.value(escape));
  box.exec();
  for (int i = 0; i < buttons.size(); ++i)
    if (box.clickedButton() == buttons[i])
      return i;
  return escape;
}

std::optional<QString> SystemDialogs::askText(QWidget* parent, const QString& title, const QString& label,
                                              const QStringList& suggestions) {
  QInputDialog dialog(parent);
  dialog.setWindowTitle(title);
  dialog.setLabelText(label);
  dialog.setOkButtonText(QCoreApplication::translate("xueji::SystemDialogs", "OK"));
  dialog.setCancelButtonText(QCoreApplication::translate("xueji::UnlockPage", "Cancel"));
  if (!suggestions.isEmpty()) {
    dialog.setComboBoxItems(suggestions);
    dialog.setTextValue(suggestions.first());
    dialog.setComboBoxEditable(true);
  }
  if (dialog.exec() != QDialog::Accepted || dialog.textValue().trimmed().isEmpty())
    return std::nullopt;
  return dialog.textValue().trimmed();
}

std::optional<WitnessAnswer> SystemDialogs::askWitness(QWidget* parent, const QString& reason, const QString& problem) {
  WitnessDialog dialog(reason, problem, parent);
  if (dialog.exec() != QDialog::Accepted)
    return std::nullopt;
  return WitnessAnswer{dialog.name(), dialog.takePassword()};
}

std::optional<QDate> SystemDialogs::askDay(QWidget* parent, const QString& title, const QString& label,
                                           const QDate& present) {
  QDialog dialog(parent);
  dialog.setWindowTitle(title);
  auto* day = named(new DateEdit(&dialog), "day", label);
  day->setDate(present);
  day->selectAll();
  auto* buttons = new QDialogButtonBox(&dialog);
  QPushButton* good =
      buttons->addButton(QCoreApplication::translate("xueji::SystemDialogs", "OK"), QDialogButtonBox::AcceptRole);
  buttons->addButton(QCoreApplication::translate("xueji::UnlockPage", "Cancel"), QDialogButtonBox::RejectRole);
  auto* layout = new QVBoxLayout(&dialog);
  layout->addWidget(new QLabel(label, &dialog));
  layout->addWidget(day);
  layout->addWidget(buttons);
  QObject::connect(day, &QLineEdit::textChanged, &dialog, [good, day] { good->setEnabled(day->date().has_value()); });
  QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  return dialog.exec() == QDialog::Accepted ? day->date() : std::nullopt;
}

QString SystemDialogs::openFile(QWidget* parent, const QString& title, const QString& filter) {
  return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QString SystemDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                const QString& filter) {
  return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

QString SystemDialogs::folder(QWidget* parent, const QString& title, const QString& start) {
  return QFileDialog::getExistingDirectory(parent, title, start);
}

bool SystemDialogs::print(QWidget* parent, const QList<const Paper*>& papers) {
  if (papers.isEmpty())
    return false;
  QPrinter printer(QPrinter::HighResolution);
  printer.setPageSize(QPageSize(QPageSize::A4));
  printer.setPageOrientation(papers.first()->isLandscape() ? QPageLayout::Landscape : QPageLayout::Portrait);
  printer.setFullPage(true);
  QPrintDialog dialog(&printer, parent);
  if (dialog.exec() != QDialog::Accepted)
    return false;
  QPainter painter;
  if (!painter.begin(&printer))
    return false;
  bool first = true;
  for (const Paper* paper : papers) {
    for (int page = 0; page < paper->pageCount(); ++page) {
      if (!first) {
        printer.setPageOrientation(paper->isLandscape() ? QPageLayout::Landscape : QPageLayout::Portrait);
        if (!printer.newPage())
          return false;
      }
      first = false;
      paper->paintPage(painter, page);
    }
  }
  return painter.end();
}

void SystemDialogs::showFile(const QString& path) {
  QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace xueji
