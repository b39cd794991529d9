#include "documents/recovery_sheet.h"

#include <QRegularExpression>

namespace xueji {

namespace {

constexpr double kLeft = 22, kWidth = 166;
constexpr int kColumns = 4;

} // namespace

RecoverySheetPaper::RecoverySheetPaper(RecoveryContent content, PaperFrame frame, std::shared_ptr<PaperFonts> fonts)
    : Paper(std::move(frame), std::move(fonts)), m_content(std::move(content)) {}

double RecoverySheetPaper::drawGroups(FormCanvas& canvas, double y) const {
  const QStringList groups = m_content.secret.split(QRegularExpression(QStringLiteral("[\\s-]+")), Qt::SkipEmptyParts);
  const double width = kWidth / kColumns, height = 15;
  const double top = y;
  for (qsizetype i = 0; i < groups.size(); ++i) {
    const QRectF rect(kLeft + static_cast<double>(i % kColumns) * width,
                      top + static_cast<double>(i / kColumns) * height, width, height);
    canvas.box(rect);
    TextStyle number;
    number.size = 2.4;
    number.face = Face::Sans;
    number.align = Qt::AlignLeft | Qt::AlignTop;
    canvas.text(rect.adjusted(0.4, 0.8, 0, 0), QString::number(i + 1), number);
    TextStyle style;
    style.size = 6;
    style.face = Face::Sans;
    style.align = Qt::AlignCenter;
    canvas.text(rect.adjusted(0, 1.2, 0, 0), groups.at(i), style);
    y = rect.bottom();
  }
  canvas.box(QRectF(kLeft, top, kWidth, y - top), Weight::Thick);
  return y;
}

void RecoverySheetPaper::drawPage(FormCanvas& canvas, int) const {
  TextStyle style;
  style.size = 7;
  style.face = Face::SerifBold;
  style.align = Qt::AlignCenter;
  canvas.text(QRectF(kLeft, 22, kWidth, 12), QStringLiteral("学籍册恢复凭据"), style);
  style.size = 3.9;
  style.face = Face::Serif;
  canvas.text(QRectF(kLeft, 35, kWidth, 6), QStringLiteral("机密  ·  请勿复印、拍照、上传"), style);

  const QList<QPair<QString, QString>> facts = {{QStringLiteral("学校"), frame().schoolName},
                                                {QStringLiteral("学校标识码"), frame().schoolCode},
                                                {QStringLiteral("学籍册"), m_content.registerName},
                                                {QStringLiteral("首个账户"), m_content.firstAccount},
                                                {QStringLiteral("生成日期"), frame().date}};
  double y = 46;
  for (const auto& [label, text] : facts) {
    canvas.caption(QRectF(kLeft, y, 32, 8.5), label, 3.5);
    TextStyle value;
    value.padding = 2;
    value.size = 3.8;
    canvas.cell(QRectF(kLeft + 32, y, kWidth - 32, 8.5), text, value);
    y += 8.5;
  }
  y += 9;
  style.size = 4.2;
  style.face = Face::SerifBold;
  style.align = Qt::AlignLeft | Qt::AlignVCenter;
  style.padding = 0;
  canvas.text(QRectF(kLeft, y - 1, kWidth, 6),
              QStringLiteral("恢复密钥（按编号顺序抄录或键入，组间的空格和短横可省略）"), style);
  y = drawGroups(canvas, y + 7) + 9;

  canvas.text(QRectF(kLeft, y, kWidth, 6), QStringLiteral("说明"), style);
  y += 8;
  const QStringList notes = {
      QStringLiteral("一、本凭据可在所有账户密码都遗失时打开这本学籍册。持有本凭据的人即可读取全部学生信息。"),
      QStringLiteral("二、程序只在建册时生成并打印一次，任何地方都不保存。遗失本凭据且密码也遗失时，学籍册无法再打开，"
                     "开发者也不能恢复。"),
      QStringLiteral("三、请装入信封密封，骑缝盖章，由校长存入保险柜，不与电脑放在一处。"),
      QStringLiteral("四、使用方法：在解锁窗口选择“用恢复凭据打开”，依次键入上面各组字符，为一个在用账户设置新密码。"
                     "末尾两个字符为校验字符，键错一个字符会提示。"),
      QStringLiteral("五、启封使用后，或怀疑他人看过时，请由学籍管理员重新生成恢复凭据；旧凭据随即失效，并当场销毁。")};
  TextStyle note;
  note.size = 3.7;
  note.padding = 0;
  note.align = Qt::AlignLeft | Qt::AlignTop;
  for (const QString& text : notes) {
    const double height = canvas.linesOf(text, kWidth, note.size) * note.size * 1.22 + 2.6;
    canvas.text(QRectF(kLeft, y, kWidth, height), text, note);
    y += height;
  }
  y = 262;
  canvas.signatureLine(kLeft, y, 66, QStringLiteral("封存人（签字）："));
  canvas.signatureLine(kLeft + 84, y, 66, QStringLiteral("校长（签字）："));
  canvas.signatureLine(kLeft, y + 13, 66, QStringLiteral("封存日期："));
  canvas.sealPlace(kLeft + 150, y - 22, 28);
}

} // namespace xueji
