#pragma once

#include "documents/paper.h"

#include <QScrollArea>

namespace xueji {

class PaperSheet;

/// One page of a paper on the screen, drawn by the very call that prints it. Page Up and Page Down turn the pages,
/// Ctrl+plus, Ctrl+minus, Ctrl+0 and Ctrl+wheel zoom.
class PaperPreview : public QScrollArea {
  Q_OBJECT

public:
  explicit PaperPreview(QWidget* parent = nullptr);

  void setPaper(std::shared_ptr<const Paper> paper); ///< the page shown is kept where the paper has it
  const Paper* paper() const { return m_paper.get(); }
  int page() const { return m_page; }
  int pageCount() const { return m_paper ? m_paper->pageCount() : 0; }
  void setPage(int page);

  enum class Fit { Width, Page, None };
  void setFit(Fit fit);
  void setZoom(double zoom); ///< 1: as large as the paper (at 96 dots per inch)
  double zoom() const { return m_zoom; }

signals:
  void pageChanged();
  void zoomChanged();

protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

private:
  void fitNow();
  void step(int direction);

  std::shared_ptr<const Paper> m_paper;
  PaperSheet* m_sheet;
  int m_page = 0;
  double m_zoom = 1;
  Fit m_fit = Fit::Width;
};

/// The white sheet; keeps the picture of the page it shows.
class PaperSheet : public QWidget {
  Q_OBJECT

public:
  explicit PaperSheet(QWidget* parent = nullptr);
  void showPage(std::shared_ptr<const Paper> paper, int page, double zoom);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  std::shared_ptr<const Paper> m_paper;
  int m_page = 0;
  QImage m_image;
};

} // namespace xueji
