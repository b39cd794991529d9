#include "documents/dossier.h"

#include <algorithm>

namespace xueji {

namespace {

constexpr double kLeft = 15, kWidth = 180;     // mm: the table's place on the sheet
constexpr double kTop = 26.5, kBottom = 282.5; // below the title, above the footer
constexpr double kRow = 7.6;
constexpr double kPhotoWidth = 32; // 26 : 32 as the photo's standard asks, with a margin
constexpr double kChangesTop = kTop + 5 * 8.2 + 11 * kRow + 6 * kRow;
constexpr double kSignatures = 31; // mm at the foot of the front
constexpr double kVertical = 8;    // width of a caption set downwards
constexpr double kFurtherTop = 27, kFurtherTitle = 8;

QString shortLabel(const QString& label) {
  // of a member's item: the block's heading says whose it is
  return label.startsWith(QStringLiteral("成员")) ? label.mid(3) : label;
}

} // namespace

QString dossierTitle(const QString& studentName) {
  return QStringLiteral("学籍卡 %1").arg(studentName).trimmed();
}

DossierPaper::DossierPaper(DossierContent content, PaperFrame frame, std::shared_ptr<PaperFonts> fonts)
    : Paper(std::move(frame), std::move(fonts)), m_content(std::move(content)) {
  layOut();
}

void DossierPaper::layOut() {
  FormCanvas measure(nullptr, fonts());
  const double room = kBottom - kSignatures - kChangesTop;
  m_changesOnFront = changeTable().rowsThatFit(measure, 0, room);
  m_pages.append(QList<Piece>());
  QList<Piece> waiting;
  if (m_changesOnFront < m_content.changes.size())
    waiting.append({-1, m_changesOnFront, static_cast<int>(m_content.changes.size()) - m_changesOnFront});
  for (int i = 0; i < m_content.back.size(); ++i)
    waiting.append({i, 0, static_cast<int>(m_content.back.at(i).rows.size())});
  double y = kBottom;
  for (Piece piece : waiting) {
    const FormTable table = tableOf(piece);
    while (piece.count > 0) {
      const double needed = kFurtherTitle + table.headerHeight + table.rowHeight;
      if (m_pages.size() == 1 || y + needed > kBottom) {
        m_pages.append(QList<Piece>());
        y = kFurtherTop;
      }
      y += kFurtherTitle;
      const int count = std::min(piece.count, table.rowsThatFit(measure, piece.first, kBottom - y));
      m_pages.last().append({piece.table, piece.first, count});
      y += table.headerHeight;
      for (int i = 0; i < count; ++i)
        y += table.heightOf(measure, piece.first + i, kBottom - y);
      y += 4;
      piece.first += count;
      piece.count -= count;
    }
  }
}

void DossierPaper::drawPage(FormCanvas& canvas, int page) const {
  if (page == 0)
    drawFront(canvas);
  else
    drawFurtherPage(canvas, page);
}

void DossierPaper::row(FormCanvas& canvas, double y, double height, const QList<Field>& fields,
                       const QList<double>& widths) const {
  double x = kLeft;
  for (qsizetype i = 0; i < fields.size(); ++i) {
    const DossierItem shown = item(fields.at(i));
    canvas.caption(QRectF(x, y, widths.at(2 * i), height), shortLabel(shown.label));
    x += widths.at(2 * i);
    TextStyle style;
    style.align = Qt::AlignCenter;
    const double width = widths.at(2 * i + 1);
    if (width > 70)
      style.align = Qt::AlignLeft | Qt::AlignVCenter;
    style.padding = width > 70 ? 1.5 : 0.8;
    canvas.cell(QRectF(x, y, width, height), shown.text, style);
    x += width;
  }
}

void DossierPaper::drawFront(FormCanvas& canvas) const {
  TextStyle heading;
  heading.size = 6.4;
  heading.face = Face::SerifBold;
  heading.align = Qt::AlignCenter;
  canvas.text(QRectF(kLeft, 15, kWidth, 9.5), QStringLiteral("学 生 学 籍 卡"), heading);
  double y = drawIdentity(canvas, kTop);
  y = drawOriginAndStudy(canvas, y);
  y = drawMembers(canvas, y);
  drawChanges(canvas, y);
  canvas.box(QRectF(kLeft, kTop, kWidth, kBottom - kTop), Weight::Thick);
}

double DossierPaper::drawIdentity(FormCanvas& canvas, double y) const {
  const double height = 8.2, top = y;
  row(canvas, y, height, {Field::StudentNumber, Field::AuxiliaryNumber}, {20, 56, 20, 52});
  y += height;
  row(canvas, y, height, {Field::Name, Field::Sex, Field::FormerName}, {20, 56, 12, 14, 16, 30});
  y += height;
  row(canvas, y, height, {Field::BirthDate, Field::EthnicGroup, Field::Nationality}, {20, 56, 12, 24, 14, 22});
  y += height;
  row(canvas, y, height, {Field::IdDocumentNumber, Field::IdDocumentType}, {20, 56, 20, 52});
  y += height;
  row(canvas, y, height, {Field::IdDocumentValidity, Field::OverseasStatus, Field::PoliticalStatus},
      {20, 56, 18, 18, 16, 20});
  y += height;
  const QRectF photo(kLeft + kWidth - kPhotoWidth, top, kPhotoWidth, y - top);
  canvas.box(photo);
  if (m_content.photo.isNull()) {
    TextStyle style;
    style.align = Qt::AlignCenter;
    style.size = 3.6;
    canvas.text(photo, QStringLiteral("照  片"), style);
  } else {
    canvas.image(photo.adjusted(1, 1, -1, -1), m_content.photo);
  }
  return y;
}

double DossierPaper::drawOriginAndStudy(FormCanvas& canvas, double y) const {
  const QList<double> two = {20, 70, 20, 70};
  const QList<double> four = {20, 25, 20, 25, 20, 25, 20, 25};
  const QList<std::pair<QList<Field>, QList<double>>> rows = {
      {{Field::BirthPlace, Field::AncestralPlace}, two},
      {{Field::HouseholdPlace, Field::HouseholdKind, Field::Health}, {20, 85, 16, 21, 16, 22}},
      {{Field::CurrentAddress}, {20, 160}},
      {{Field::MailAddress, Field::PostalCode}, {20, 115, 20, 25}},
      {{Field::FamilyAddress, Field::Phone}, {20, 105, 20, 35}},
      {{Field::EntryMonth, Field::EntryMode, Field::StudyMode, Field::Origin}, four},
      {{Field::Grade, Field::Class, Field::NumberInClass, Field::PurchasedPlace}, four},
      {{Field::OnlyChild, Field::Preschool, Field::LeftBehind, Field::MigrantChild}, four},
      {{Field::Orphan, Field::MartyrFamily, Field::InclusiveEducation, Field::Disability}, four},
      {{Field::AidRequested, Field::LivingSubsidy, Field::SchoolBus, Field::SchoolDistance}, four},
      {{Field::SchoolTransport, Field::Talents, Field::Email}, {20, 30, 14, 46, 18, 52}},
  };
  for (const auto& [fields, widths] : rows) {
    row(canvas, y, kRow, fields, widths);
    y += kRow;
  }
  return y;
}

double DossierPaper::drawMembers(FormCanvas& canvas, double y) const {
  canvas.verticalCaption(QRectF(kLeft, y, kVertical, 6 * kRow), QStringLiteral("家庭成员或监护人"));
  y = drawMember(canvas, y, Field::Member1Name);
  return drawMember(canvas, y, Field::Member2Name);
}

double DossierPaper::drawMember(FormCanvas& canvas, double y, Field first) const {
  const auto field = [first](Field ofFirstMember) {
    return static_cast<Field>(static_cast<int>(first) + static_cast<int>(ofFirstMember) -
                              static_cast<int>(Field::Member1Name));
  };
  const auto pair = [&](double x, Field which, double captionWidth, double valueWidth, bool left = false) {
    DossierItem shown = item(field(which));
    if (which == Field::Member1Relation && !item(field(Field::Member1RelationNote)).text.isEmpty())
      shown.text += QStringLiteral("（%1）").arg(item(field(Field::Member1RelationNote)).text);
    canvas.caption(QRectF(x, y, captionWidth, kRow), shortLabel(shown.label));
    TextStyle style;
    style.align = left ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment(Qt::AlignCenter);
    canvas.cell(QRectF(x + captionWidth, y, valueWidth, kRow), shown.text, style);
    return x + captionWidth + valueWidth;
  };
  double x = pair(kLeft + kVertical, Field::Member1Name, 14, 30);
  x = pair(x, Field::Member1Relation, 10, 24);
  x = pair(x, Field::Member1IsGuardian, 18, 10);
  x = pair(x, Field::Member1EthnicGroup, 10, 16);
  pair(x, Field::Member1Phone, 14, 26);
  y += kRow;
  x = pair(kLeft + kVertical, Field::Member1Employer, 14, 60, true);
  x = pair(x, Field::Member1Position, 10, 22);
  const DossierItem type = item(field(Field::Member1IdType)), number = item(field(Field::Member1IdNumber));
  canvas.caption(QRectF(x, y, 20, kRow), QStringLiteral("身份证件类型及号码"));
  TextStyle style;
  style.align = Qt::AlignCenter;
  canvas.cell(QRectF(x + 20, y, 46, kRow), (type.text + QLatin1Char(' ') + number.text).trimmed(), style);
  y += kRow;
  x = pair(kLeft + kVertical, Field::Member1Address, 14, 84, true);
  pair(x, Field::Member1Household, 14, 60, true);
  return y + kRow;
}

FormTable DossierPaper::changeTable() const {
  FormTable table;
  table.columns = {{QStringLiteral("日期"), 26},
                   {QStringLiteral("变动类别"), 26},
                   {QStringLiteral("变动原因"), 60, Qt::AlignLeft | Qt::AlignVCenter},
                   {QStringLiteral("证明材料"), 38, Qt::AlignLeft | Qt::AlignVCenter},
                   {QStringLiteral("经办人"), 22}};
  table.rowHeight = 7.2;
  table.headerHeight = 6.2;
  for (const DossierChange& change : m_content.changes)
    table.rows.append({change.date, change.kind, change.reason, change.proof, change.handler});
  return table;
}

void DossierPaper::drawChanges(FormCanvas& canvas, double y) const {
  FormTable table = changeTable();
  const double bottom = kBottom - kSignatures;
  canvas.verticalCaption(QRectF(kLeft, y, kVertical, bottom - y), QStringLiteral("学籍变动记载"));
  double end = table.draw(canvas, kLeft + kVertical, y, 0, m_changesOnFront, bottom - y - table.headerHeight);
  const bool continues = m_changesOnFront < m_content.changes.size();
  // Empty lines, for entries by hand, down to the signatures.
  const int free = std::max(0, static_cast<int>((bottom - end) / table.rowHeight));
  const double step = free > 0 ? (bottom - end) / free : 0;
  for (int i = 0; i < free; ++i, end += step) {
    double x = kLeft + kVertical;
    for (const TableColumn& column : table.columns) {
      canvas.box(QRectF(x, end, column.width, step));
      x += column.width;
    }
  }
  canvas.line(kLeft, bottom, kLeft + kWidth, bottom, Weight::Thin);
  TextStyle style;
  style.size = 3.0;
  if (continues)
    canvas.text(QRectF(kLeft + 1, bottom + 0.6, 60, 4.5), QStringLiteral("学籍变动记载见续页"), style);
  canvas.signatureLine(kLeft + 4, bottom + 13, 52, QStringLiteral("监护人（签字）："));
  canvas.signatureLine(kLeft + 62, bottom + 13, 52, QStringLiteral("班主任（签字）："));
  canvas.signatureLine(kLeft + 4, bottom + 24, 52, QStringLiteral("学籍管理员："));
  canvas.signatureLine(kLeft + 62, bottom + 24, 52, QStringLiteral("校长（签字）："));
  canvas.sealPlace(kLeft + 138, bottom + kSignatures / 2, 28);
  style.align = Qt::AlignRight | Qt::AlignVCenter;
  canvas.text(QRectF(kLeft + 146, bottom + 24, 32, 5), QStringLiteral("年   月   日"), style);
}

FormTable DossierPaper::tableOf(const Piece& piece) const {
  if (piece.table >= 0) {
    const DossierTable& back = m_content.back.at(piece.table);
    FormTable table;
    table.columns = back.columns;
    table.rows = back.rows;
    return table;
  }
  FormTable table = changeTable();
  table.columns[2].width += kVertical; // no caption set downwards here
  return table;
}

QString DossierPaper::titleOf(const Piece& piece) const {
  if (piece.table < 0)
    return QStringLiteral("学籍变动记载（续）");
  const QString title = m_content.back.at(piece.table).title;
  return piece.first > 0 ? title + QStringLiteral("（续）") : title;
}

void DossierPaper::drawFurtherPage(FormCanvas& canvas, int page) const {
  TextStyle heading;
  heading.size = 4.6;
  heading.face = Face::SerifBold;
  heading.align = Qt::AlignCenter;
  canvas.text(QRectF(kLeft, 14.5, kWidth, 7), QStringLiteral("学 生 学 籍 卡"), heading);
  TextStyle style;
  style.size = 3.4;
  style.padding = 0;
  canvas.text(QRectF(kLeft, 21.5, 70, 5), QStringLiteral("姓名：%1").arg(item(Field::Name).text), style);
  style.align = Qt::AlignRight | Qt::AlignVCenter;
  canvas.text(QRectF(kLeft + 80, 21.5, kWidth - 80, 5),
              QStringLiteral("%1：%2").arg(item(Field::StudentNumber).label, item(Field::StudentNumber).text), style);
  double y = kFurtherTop;
  TextStyle title;
  title.size = 3.8;
  title.face = Face::SerifBold;
  title.padding = 0;
  for (const Piece& piece : m_pages.at(page)) {
    canvas.text(QRectF(kLeft, y, kWidth, kFurtherTitle), titleOf(piece), title);
    y += kFurtherTitle;
    const FormTable table = tableOf(piece);
    y = table.draw(canvas, kLeft, y, piece.first, piece.count, kBottom - y - table.headerHeight) + 4;
  }
}

} // namespace xueji
