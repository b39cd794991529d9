#include "documents/paper.h"

namespace xueji {

namespace {

constexpr double kUnits = 100.0; // as FormCanvas draws: hundredths of a millimetre

QString pageOf(int page, int count) {
  return QStringLiteral("第%1页  共%2页").arg(page + 1).arg(count);
}

} // namespace

Paper::Paper(PaperFrame frame, std::shared_ptr<PaperFonts> fonts)
    : m_frame(std::move(frame)), m_fonts(fonts ? std::move(fonts) : std::make_shared<PaperFonts>()) {}

Paper::~Paper() = default;

void Paper::paintPage(QPainter& painter, int page, PageRecord* record) const {
  painter.save();
  const double scale = painter.window().width() / (size().width() * kUnits);
  painter.scale(scale, scale);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  FormCanvas canvas(&painter, *m_fonts, record);
  drawPage(canvas, page);
  drawFrame(canvas, page);
  painter.restore();
}

PageRecord Paper::recordOfPage(int page) const {
  PageRecord record;
  FormCanvas canvas(nullptr, *m_fonts, &record);
  drawPage(canvas, page);
  drawFrame(canvas, page);
  return record;
}

void Paper::drawFrame(FormCanvas& canvas, int page) const {
  const double left = 15, width = size().width() - 30, top = 8.5, bottom = size().height() - 12.5;
  TextStyle style;
  style.size = 2.8;
  style.padding = 0;
  style.wrap = false;
  canvas.text(QRectF(left, top, width * 0.72, 4.2),
              QStringLiteral("%1（学校标识码 %2）").arg(m_frame.schoolName, m_frame.schoolCode), style);
  style.align = Qt::AlignRight | Qt::AlignVCenter;
  canvas.text(QRectF(left + width * 0.72, top, width * 0.28, 4.2), pageOf(page, pageCount()), style);
  canvas.line(left, top + 4.8, left + width, top + 4.8);

  canvas.line(left, bottom, left + width, bottom);
  style.align = Qt::AlignLeft | Qt::AlignVCenter;
  style.size = 2.6;
  QStringList parts;
  if (!m_frame.purpose.isEmpty())
    parts << QStringLiteral("此件仅用于%1").arg(m_frame.purpose);
  if (m_frame.partial)
    parts << QStringLiteral("（部分项目按权限未列）");
  canvas.text(QRectF(left, bottom + 0.6, width * 0.5, 3.8), parts.join(QString()), style);
  QStringList marks;
  if (!m_frame.printNumber.isEmpty())
    marks << QStringLiteral("打印编号 %1").arg(m_frame.printNumber);
  if (!m_frame.logCode.isEmpty())
    marks << QStringLiteral("日志校验 %1").arg(m_frame.logCode);
  if (!m_frame.printedBy.isEmpty())
    marks << QStringLiteral("打印人 %1").arg(m_frame.printedBy);
  marks << m_frame.date;
  style.align = Qt::AlignRight | Qt::AlignVCenter;
  canvas.text(QRectF(left + width * 0.4, bottom + 0.6, width * 0.6, 3.8), marks.join(QStringLiteral("  ")), style);
  if (m_frame.lacking.isEmpty())
    return;
  style.align = Qt::AlignLeft | Qt::AlignTop;
  style.wrap = true;
  canvas.text(QRectF(left, bottom + 4.6, width, 6.4),
              QStringLiteral("缺字（□处手写补入）：%1").arg(m_frame.lacking.join(QStringLiteral("；"))), style);
}

} // namespace xueji
