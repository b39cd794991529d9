#include "documents/roster_paper.h"

namespace xueji {

namespace {

constexpr double kLeft = 15, kWidth = 267;
constexpr double kTop = 31.5, kBottom = 196;
constexpr double kTotals = 7;      // mm of a class's totals
constexpr double kSignatures = 18; // mm of the last page's foot

QString totalsText(const QString& what, qsizetype all, int boys, int girls, int boarders) {
  return QStringLiteral("%1：共 %2 人，男 %3 人，女 %4 人，寄宿 %5 人")
      .arg(what)
      .arg(all)
      .arg(boys)
      .arg(girls)
      .arg(boarders);
}

} // namespace

RosterPaper::RosterPaper(RosterContent content, PaperFrame frame, std::shared_ptr<PaperFonts> fonts)
    : Paper(std::move(frame), std::move(fonts)), m_content(std::move(content)) {
  if (m_content.groups.isEmpty())
    m_content.groups.append(RosterGroup());
  FormCanvas measure(nullptr, this->fonts());
  for (int group = 0; group < m_content.groups.size(); ++group) {
    const FormTable table = tableOf(m_content.groups.at(group));
    const bool lastGroup = group + 1 == m_content.groups.size();
    const double foot = kTotals + (lastGroup ? kSignatures : 0);
    int first = 0;
    const int all = static_cast<int>(table.rows.size());
    do {
      int count = table.rowsThatFit(measure, first, kBottom - kTop);
      const bool reachesEnd = first + count >= all;
      const bool withFoot = reachesEnd && table.rowsThatFit(measure, first, kBottom - kTop - foot) >= count;
      if (reachesEnd && !withFoot && count > 1)
        --count; // the totals never stand alone on a page
      m_pages.append({group, first, count, withFoot, withFoot && lastGroup});
      first += count;
      if (reachesEnd && withFoot)
        break;
    } while (first < all);
    m_pages.last().last = true;
    m_pages.last().ends = lastGroup;
  }
}

FormTable RosterPaper::tableOf(const RosterGroup& group) const {
  const Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
  FormTable table;
  table.columns = {{QStringLiteral("序号"), 10},     {QStringLiteral("学籍号"), 39},     {QStringLiteral("姓名"), 27},
                   {QStringLiteral("性别"), 9},      {QStringLiteral("出生日期"), 21},   {QStringLiteral("民族"), 15},
                   {QStringLiteral("户口"), 13},     {QStringLiteral("住址"), 74, left}, {QStringLiteral("监护人"), 21},
                   {QStringLiteral("联系电话"), 24}, {QStringLiteral("备注"), 14}};
  table.rowHeight = 5.8;
  table.headerHeight = 6.4;
  int number = 0;
  for (const RosterLine& line : group.lines)
    table.rows.append({QString::number(++number), line.studentNumber, line.name, line.sex, line.birthDate,
                       line.ethnicGroup, line.household, line.address, line.guardian, line.phone, line.remark});
  return table;
}

void RosterPaper::drawPage(FormCanvas& canvas, int page) const {
  const Sheet& sheet = m_pages.at(page);
  const RosterGroup& group = m_content.groups.at(sheet.group);
  TextStyle style;
  style.size = 5.6;
  style.face = Face::SerifBold;
  style.align = Qt::AlignCenter;
  canvas.text(QRectF(kLeft, 14.5, kWidth, 8.5), m_content.title, style);
  style.size = 3.5;
  style.face = Face::Serif;
  style.padding = 0;
  style.align = Qt::AlignLeft | Qt::AlignVCenter;
  if (!group.name.isEmpty())
    canvas.text(QRectF(kLeft, 24.5, 120, 6), QStringLiteral("班级：%1").arg(group.name), style);
  style.align = Qt::AlignRight | Qt::AlignVCenter;
  if (!frame().date.isEmpty())
    canvas.text(QRectF(kLeft + 140, 24.5, kWidth - 140, 6), QStringLiteral("填表日期：%1").arg(frame().date), style);
  const FormTable table = tableOf(group);
  const double y = table.draw(canvas, kLeft, kTop, sheet.first, sheet.count, kBottom - kTop - table.headerHeight);
  if (sheet.last)
    drawTotals(canvas, y, sheet);
}

void RosterPaper::drawTotals(FormCanvas& canvas, double y, const Sheet& sheet) const {
  const RosterGroup& group = m_content.groups.at(sheet.group);
  TextStyle style;
  style.size = 3.4;
  style.padding = 1.5;
  const QString own = totalsText(QStringLiteral("小计"), group.lines.size(), group.boys, group.girls, group.boarders);
  qsizetype all = 0;
  int boys = 0, girls = 0, boarders = 0;
  for (const RosterGroup& each : m_content.groups) {
    all += each.lines.size();
    boys += each.boys;
    girls += each.girls;
    boarders += each.boarders;
  }
  const QString sum = totalsText(QStringLiteral("合计"), all, boys, girls, boarders);
  const bool single = m_content.groups.size() == 1;
  canvas.box(QRectF(kLeft, y, kWidth, kTotals), Weight::Thin);
  if (!single)
    canvas.text(QRectF(kLeft, y, kWidth / 2, kTotals), own, style);
  if (sheet.ends)
    canvas.text(QRectF(single ? kLeft : kLeft + kWidth / 2, y, kWidth / 2, kTotals), sum, style);
  if (!sheet.ends)
    return;
  y += kTotals + kSignatures * 0.7;
  canvas.signatureLine(kLeft + 2, y, 62, QStringLiteral("填表人（签字）："));
  canvas.signatureLine(kLeft + 76, y, 62, QStringLiteral("校长（签字）："));
  style.align = Qt::AlignRight | Qt::AlignVCenter;
  canvas.text(QRectF(kLeft + 150, y - 5, 112, 5), QStringLiteral("（学校盖章处）        年    月    日"), style);
}

} // namespace xueji
