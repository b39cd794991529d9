#pragma once

#include <QLineEdit>
#include <QPointer>
#include <QVariant>
#include <functional>

class QListView;
class QStandardItemModel;

namespace xueji {

/// One line of the results.
struct SearchEntry {
  QString text;
  int boldStart = 0;
  int boldLength = 0;
  QString detail; ///< right, faint: masked number, cohort, shortcut
  QString icon;
  QVariant key; ///< handed back by chosen()
};

/// The one search box: results in a list below it as one types, Enter opens the first or the chosen one, Esc empties
/// and gives the focus back to where it was.
class SearchBox : public QLineEdit {
  Q_OBJECT

public:
  using Source = std::function<QList<SearchEntry>(const QString& typed)>;
  explicit SearchBox(QWidget* parent = nullptr);
  ~SearchBox() override;
  void setSource(Source source) { m_source = std::move(source); }
  /// Takes the focus and remembers where it was.
  void activate();
  int resultCount() const;

signals:
  void chosen(const QVariant& key);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  void showResults(const QString& typed);
  void choose(int row);
  void giveBack();

  Source m_source;
  QPointer<QWidget> m_before;
  QStandardItemModel* m_model;
  QPointer<QListView> m_list; ///< child of the window while shown, which may end before this line
};

} // namespace xueji
