#pragma once

#include <QTableView>

namespace xueji {

class StudentTableModel;

/// The table of students: whole rows, several at once; Enter and double click open, typing goes to the filter, copying
/// makes a block for a spreadsheet. The columns' order and widths are the person's.
class StudentView : public QTableView {
  Q_OBJECT

public:
  StudentView(StudentTableModel& model, QWidget* parent = nullptr);

  QList<int> chosenRows() const; ///< ascending
  int chosenCount() const;       ///< without making a list
  QList<qint64> chosenStudents() const;
  void choose(const QList<int>& rows);
  /// Header line and the chosen rows as tab separated text, in the order of the columns seen.
  QString block() const;
  /// Column ids in the order seen, and widths.
  QStringList columnsSeen() const;
  void applyWidths(const QHash<QString, int>& widths);
  void showSort();

  void keyboardSearch(const QString& typed) override;

signals:
  void openWanted(qint64 student);
  void typed(const QString& text);
  void copyWanted();
  void chosenChanged();

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
  StudentTableModel& m_model;
};

} // namespace xueji
