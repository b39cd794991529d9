// One word for one thing: what stands in docs/glossary.md is said by that word in window, rules, papers and guide.

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

namespace {

/// A word that is not said, but for contexts in which it means something else.
struct Wrong {
  const char* word;    ///< pattern
  const char* context; ///< pattern of what may stand around it; empty: none
  const char* right;
};

const Wrong kWrong[] = {
    {"撤销", "批|导入|区划|地区|^撤销$|整批|机构|处分|撤销%1的", "作废 (an act), 撤班 (a class)"},
    {"已收回", "", "已作废"},
    {"信息更正", "", "信息变更"},
    {"流失", "", "辍学"},
    {"返校", "", "劝返复学"},
    {"出国（境）(?!定居|学习|就读|留学)", "", "出国（境）定居"},
    {"^程度$", "", "处理级别"},
    {"需要证明", "", "须提供证明材料"},
    {"全部或全不", "", "全部导入或都不导入"},
    {"只要无问题", "", "仅导入无问题的行"},
    {"在册", "", "已有学籍"},
    {"打码|遮盖", "", "脱敏"},
    {"隐藏项", "", "脱敏内容"},
    {"不认识|不采用", "", "无法识别，不导入"},
    {"符合现行规则", "", "均符合建籍时适用的规定"},
    {"临时学籍号", "国家系统|系统的", "校内临时编号"},
    {"旧副本", "", "数据被旧版本替换"},
    {"不再启用", "", "不再使用"},
    {"学校办公", "", "系统管理"},
    {"^关于学籍$", "", "关于本程序"},
    {"校验不符", "", "校验码不符"},
    {"不可能是在校", "", "不在规定的3至25周岁范围内"},
    {"不合常理", "", "与出生时间不符"},
    {"没有可接受的例外", "", "无例外情形"},
    {"入学登记|学籍登记(?!表)|登记学籍|登记 ?%1 ?名学生", "", "建立学籍"},
};

QString text(const QString& path) {
  QFile file(QStringLiteral(XUEJI_SOURCE_DIR) + u'/' + path);
  if (!file.open(QIODevice::ReadOnly))
    qFatal("cannot read %s", qPrintable(file.fileName()));
  return QString::fromUtf8(file.readAll());
}

using Said = QList<QPair<QString, QString>>; ///< where, what

void addZh(const QString& where, const QJsonValue& value, Said& said) {
  if (value.isArray())
    for (const QJsonValue& one : value.toArray())
      addZh(where, one, said);
  const QJsonObject object = value.toObject();
  for (auto it = object.begin(); it != object.end(); ++it) {
    if (it.key() == u"zh" && it.value().isString())
      said << qMakePair(where, it.value().toString());
    else
      addZh(where, it.value(), said);
  }
}

/// What the program says in Chinese: the window's words, sentences of rules, names in tables, Chinese in the source.
Said everythingSaid() {
  Said said;
  static const QRegularExpression translation(QStringLiteral("<translation[^>]*>([^<]*)</translation>"));
  auto found = translation.globalMatch(text(QStringLiteral("translations/xueji_zh_CN.ts")));
  while (found.hasNext())
    said << qMakePair(QStringLiteral("window"), found.next().captured(1));
  const QDir rules(QStringLiteral(XUEJI_SOURCE_DIR "/resources/rules"));
  for (const QString& name : rules.entryList({QStringLiteral("*.json")})) {
    const QByteArray json = text(QStringLiteral("resources/rules/") + name).toUtf8();
    addZh(name, QJsonDocument::fromJson(json).object(), said);
  }
  static const QRegularExpression literal(QStringLiteral("\"([^\"\\n]*[\\x{4E00}-\\x{9FFF}][^\"\\n]*)\""));
  for (const char* room : {"core", "ui", "app"}) {
    QDirIterator files(QStringLiteral(XUEJI_SOURCE_DIR "/") + QLatin1String(room), {"*.cpp", "*.h"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString path = files.next().mid(int(qstrlen(XUEJI_SOURCE_DIR)) + 1);
      auto literals = literal.globalMatch(text(path));
      while (literals.hasNext())
        said << qMakePair(path, literals.next().captured(1));
    }
  }
  for (const char* page : {"docs/guide.md"})
    for (const QString& line : text(QLatin1String(page)).split(u'\n'))
      said << qMakePair(QLatin1String(page), line);
  return said;
}

} // namespace

class WordsTest : public QObject {
  Q_OBJECT

private slots:
  void oneThingHasOneWord_data() {
    QTest::addColumn<int>("at");
    for (std::size_t i = 0; i < std::size(kWrong); ++i)
      QTest::newRow(kWrong[i].word) << int(i);
  }
  void oneThingHasOneWord() {
    QFETCH(int, at);
    const Wrong& wrong = kWrong[at];
    static const Said said = everythingSaid();
    QVERIFY(said.size() > 1500); // the texts were found at all
    const QRegularExpression word(QString::fromUtf8(wrong.word));
    const QRegularExpression context(QString::fromUtf8(wrong.context));
    QStringList faults;
    for (const auto& [where, what] : said)
      if (what.contains(word) && (!*wrong.context || !what.contains(context)))
        faults << where + QStringLiteral(": ") + what.left(80);
    QVERIFY2(
        faults.isEmpty(),
        qPrintable(QStringLiteral("right is %1; wrong:\n%2").arg(QString::fromUtf8(wrong.right), faults.join(u'\n'))));
  }

  void aWrongWordIsFound() {
    const QRegularExpression word(QString::fromUtf8(kWrong[0].word));
    const QRegularExpression context(QString::fromUtf8(kWrong[0].context));
    const QString wrong = QStringLiteral("这项业务已撤销");
    QVERIFY(wrong.contains(word) && !wrong.contains(context));
  }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
