// Fault x column x format: what a cell holds is stored as other programs show it, or a line of the result names the
// cell.

#include "exchange/formats.h"
#include "kept_as.h"
#include "support/made_child.h"
#include "support/test_register.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace xueji;
using namespace xueji::test;

namespace {

using namespace Qt::StringLiterals;

Cell textCell(const QString& text) {
  return {text.isEmpty() ? Cell::Kind::Empty : Cell::Kind::Text, text};
}

/// The text with something behind its first character.
Cell inside(const QString& base, const QString& more) {
  return textCell(base.left(1) + more + base.mid(1));
}

struct Fault {
  const char* name;
  Cell (*cell)(const QString& base);
};

const QList<Fault>& faults() {
  static const QList<Fault> all = {
      {"as it is", [](const QString& base) { return textCell(base); }},
      {"error",
       [](const QString&) {
         return Cell{Cell::Kind::Error, u"#N/A"_s};
       }},
      {"formula without result",
       [](const QString&) {
         return Cell{Cell::Kind::NoResult, {}, 0, true};
       }},
      {"formula",
       [](const QString& base) {
         return Cell{Cell::Kind::Text, base, 0, true};
       }},
      {"date",
       [](const QString&) {
         return Cell{Cell::Kind::Date, u"2018-08-31"_s, 43343};
       }},
      {"number",
       [](const QString&) {
         return Cell{Cell::Kind::Number, u"12345"_s, 12345};
       }},
      {"fraction",
       [](const QString&) {
         return Cell{Cell::Kind::Number, u"0.5"_s, 0.5};
       }},
      {"eighteen digits",
       [](const QString&) {
         return Cell{Cell::Kind::Number, u"132203201712150000"_s, 1.3220320171215e17};
       }},
      {"boolean",
       [](const QString&) {
         return Cell{Cell::Kind::Boolean, u"TRUE"_s};
       }},
      {"private use, known", [](const QString& base) { return inside(base, QChar(0xE863)); }},
      {"private use, unknown", [](const QString& base) { return inside(base, QChar(0xE000)); }},
      {"zero width space", [](const QString& base) { return inside(base, QChar(0x200B)); }},
      {"byte order mark", [](const QString& base) { return inside(base, QChar(0xFEFF)); }},
      {"right-to-left override", [](const QString& base) { return inside(base, QChar(0x202E)); }},
      {"variation selector", [](const QString& base) { return inside(base, QChar(0xFE00)); }},
      {"soft hyphen", [](const QString& base) { return inside(base, QChar(0x00AD)); }},
      {"vertical tab", [](const QString& base) { return inside(base, QChar(0x000B)); }},
      {"delete", [](const QString& base) { return inside(base, QChar(0x007F)); }},
      {"replacement character", [](const QString& base) { return inside(base, QChar(0xFFFD)); }},
      {"no-break space", [](const QString& base) { return inside(base, QChar(0x00A0)); }},
      {"ideographic space", [](const QString& base) { return inside(base, QChar(0x3000)); }},
      {"line end", [](const QString& base) { return inside(base, u"\n"_s); }},
      {"tab", [](const QString& base) { return inside(base, u"\t"_s); }},
      {"two spaces", [](const QString& base) { return inside(base, u"  "_s); }},
      {"look-alike dot", [](const QString& base) { return inside(base, QChar(0x2022)); }},
      {"full width", [](const QString& base) { return inside(base, u"\uFF11"_s); }},
      {"escape written out", [](const QString& base) { return inside(base, u"_x0041_"_s); }},
      {"apostrophe", [](const QString& base) { return textCell(u'\'' + base); }},
      {"apostrophe before a sign", [](const QString& base) { return textCell(u"'="_s + base); }},
      {"wrapped", [](const QString& base) { return textCell(u"=\""_s + base + u'"'); }},
      {"blanks around", [](const QString& base) { return textCell(u"  "_s + base + u" "_s); }},
      {"combining mark", [](const QString& base) { return inside(base, QChar(0x0301)); }},
      {"not a character", [](const QString& base) { return inside(base, QChar(0xFFFF)); }},
  };
  return all;
}
constexpr auto kMerged = "merged";
constexpr auto kHiddenRow = "hidden row";

const QStringList& columns() {
  static const QStringList all = {u"姓名"_s, u"身份证件号"_s, u"性别"_s, u"出生日期"_s, u"特长"_s, u"家庭地址"_s};
  return all;
}

struct FaultyCell {
  QString fault;
  QString column;
  qint64 row = 0; ///< of the sheet, the first is 0
  QString key() const { return fault + u'/' + column; }
};

/// A roster with each fault in each column, one child a case, and the cases in it.
struct Roster {
  Sheet sheet;
  QList<FaultyCell> cases;

  Roster() {
    QList<StudentRecord> children;
    const qsizetype count = 1 + (faults().size() + 3) * columns().size();
    for (int n = 0; n < count; ++n) {
      children << madeChild(n);
      children.last().setValue(Field::Talents, u"书法绘画"_s);
    }
    sheet.name = u"S"_s;
    for (const QStringList& line : linesOf(children)) {
      QList<Cell> cells;
      for (const QString& text : line)
        cells << textCell(text);
      sheet.rows << cells;
    }
    qint64 row = 2; // the first child has no fault
    for (const QString& column : columns()) {
      const int at = columnOf(column);
      for (const Fault& fault : faults()) {
        sheet.rows[row][at] = fault.cell(sheet.rows[row][at].text);
        cases << FaultyCell{QString::fromLatin1(fault.name), column, row++};
      }
      sheet.merged << CellRange{row, at, 2, 1};
      sheet.rows[++row][at] = {};
      cases << FaultyCell{QString::fromLatin1(kMerged), column, row++};
      sheet.hiddenRows << row;
      cases << FaultyCell{QString::fromLatin1(kHiddenRow), column, row++};
    }
  }
  int columnOf(const QString& header) const {
    for (qsizetype column = 0; column < sheet.rows[0].size(); ++column)
      if (sheet.rows[0][column].text == header)
        return static_cast<int>(column);
    qFatal("no column %s", qPrintable(header));
  }
};

/// What a plan says of rows and cells.
struct Said {
  QSet<QPair<int, QString>> cells; ///< (row, header)
  QSet<int> rows;

  explicit Said(const ImportPlan& plan) {
    QSet<QString> usual; // what is said of a child without a fault, too
    for (const ImportFinding& one : plan.findings)
      if (one.row == 2)
        usual << one.finding.code + one.column;
    for (const ImportFinding& one : plan.findings)
      if (one.finding.code == u"rows_hidden"_s || one.column.isEmpty())
        addRows(one);
      else if (!usual.contains(one.finding.code + one.column))
        cells << qMakePair(one.row, one.column);
    for (const ImportRepair& one : plan.repairs)
      cells << qMakePair(one.row, one.column);
  }
  void addRows(const ImportFinding& one) {
    for (const QString& arg : one.finding.args)
      for (const QString& range : arg.split(u'、')) {
        const QStringList ends = range.split(u'-');
        for (int row = ends.first().toInt(); row > 0 && row <= ends.last().toInt(); ++row)
          rows << row;
      }
  }
};

QString dataFile(const QString& name) {
  return QStringLiteral(XUEJI_TEST_DATA "/silence/") + name;
}

} // namespace

class SilenceTest : public QObject {
  Q_OBJECT

  /// What other programs show in that cell, by the name of the program.
  static QMap<QString, QString> shownBy(const QString& format, const QString& key) {
    static const QJsonObject all = [] {
      QFile file(dataFile(u"shown.json"_s));
      return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    QMap<QString, QString> shown;
    const QJsonObject programs = all[format].toObject();
    for (auto it = programs.begin(); it != programs.end(); ++it)
      if (const auto value = it->toObject().value(key); value.isString())
        shown.insert(it.key(), value.toString());
    return shown;
  }

private slots:
  /// With XUEJI_WRITE_SHEETS=FOLDER: the rosters for other programs to read (tests/data/silence/README.md).
  void rostersForOtherPrograms() {
    const QString folder = qEnvironmentVariable("XUEJI_WRITE_SHEETS");
    if (folder.isEmpty())
      QSKIP("asserts nothing by itself: writes files for other programs into XUEJI_WRITE_SHEETS");
    const Roster roster;
    for (const QString& format : keptFormats()) {
      QFile file(folder + u"/silence."_s + format);
      QVERIFY(file.open(QIODevice::WriteOnly) && file.write(keptAs(format, roster.sheet)) > 0);
    }
    QJsonObject places;
    for (const FaultyCell& one : roster.cases)
      places[one.key()] = QJsonArray{one.row, roster.columnOf(one.column)};
    QFile file(folder + u"/places.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(places).toJson()) > 0);
  }

  void nothingIsStoredOtherwiseInSilence_data() {
    QTest::addColumn<QString>("format");
    for (const QString& format : keptFormats())
      QTest::newRow(qPrintable(format)) << format;
  }
  void nothingIsStoredOtherwiseInSilence() {
    QFETCH(QString, format);
    const Roster roster;
    TestRegister desk;
    const QString path = desk.path(u"roster."_s + format);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(keptAs(format, roster.sheet)) > 0);
    file.close();
    const auto plan = desk.plan(path);
    XUEJI_OK(plan);
    const Said said(*plan);
    QHash<int, StudentRecord> stored;
    for (const ImportRow& row : plan->rows)
      stored.insert(row.sheetRow, row.record);
    int count = 0;
    QStringList silent;
    for (const FaultyCell& one : roster.cases) {
      const auto shown = shownBy(format, one.key());
      QVERIFY2(!shown.isEmpty(), qPrintable(one.key()));
      const int row = static_cast<int>(one.row) + 1;
      const auto field = plan->sheets.first().columns.fields.value(roster.columnOf(one.column));
      const QString value = catalogue().display(field, stored.value(row).value(field));
      const bool told = said.cells.contains(qMakePair(row, one.column)) || said.rows.contains(row);
      for (auto it = shown.cbegin(); it != shown.cend(); ++it, ++count)
        if (!told &&
            (it.value().trimmed() != value || (one.fault == QLatin1StringView(kHiddenRow) && format != u"csv"_s)))
          silent << u"%1: %2 shows %3, stored %4"_s.arg(one.key(), it.key(), it.value(), value);
    }
    qInfo("%s: %d cases, %d silent", qPrintable(format), count, int(silent.size()));
    QVERIFY(count >= int(roster.cases.size()));
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
  }
};

QTEST_GUILESS_MAIN(SilenceTest)
#include "silence_test.moc"
