#include "register/row_papers.h"

#include "domain/field_parser.h"

#include <algorithm>

namespace xueji {
namespace {

enum Part { SheetName, Row, Identity, Code, Kind, Number, Issuer, Level, Issued, ValidTo, PartCount };

/// Headers of each part, folded; the first is told where it is missing.
const QList<QStringList>& headers() {
  static const QList<QStringList> names{
      {QStringLiteral("工作表"), QStringLiteral("sheet"), QStringLiteral("表名")},
      {QStringLiteral("行"), QStringLiteral("行号"), QStringLiteral("row")},
      {QStringLiteral("身份证件号"), QStringLiteral("身份证号"), QStringLiteral("identity number"),
       QStringLiteral("identity_number"), QStringLiteral("id_document_number")},
      {QStringLiteral("规则"), QStringLiteral("代码"), QStringLiteral("code"), QStringLiteral("rule")},
      {QStringLiteral("材料"), QStringLiteral("证明材料"), QStringLiteral("kind"), QStringLiteral("paper")},
      {QStringLiteral("编号"), QStringLiteral("材料编号"), QStringLiteral("number")},
      {QStringLiteral("出具单位"), QStringLiteral("issuer")},
      {QStringLiteral("级别"), QStringLiteral("出具单位级别"), QStringLiteral("level")},
      {QStringLiteral("出具日期"), QStringLiteral("日期"), QStringLiteral("date"), QStringLiteral("issued")},
      {QStringLiteral("有效期至"), QStringLiteral("valid to"), QStringLiteral("valid_to")}};
  return names;
}

/// Where each part stands; -1: nowhere.
using Columns = QList<int>;

Columns columnsOf(const QList<Cell>& header) {
  Columns columns(PartCount, -1);
  for (int column = 0; column < header.size(); ++column)
    for (int part = 0; part < PartCount; ++part)
      if (columns[part] < 0 && headers()[part].contains(header[column].text.simplified().toLower()))
        columns[part] = column;
  return columns;
}

/// Columns of a list that help a person and say nothing of a paper.
const QStringList kForPeople{QStringLiteral("姓名"), QStringLiteral("学生姓名"), QStringLiteral("序号"),
                             QStringLiteral("备注"), QStringLiteral("name"),     QStringLiteral("note")};

Finding fault(const char* code, const QStringList& args = {}) {
  return {{}, QLatin1String(code), Severity::Refuse, {}, args, {}};
}

/// Reads one line; what is wrong with it is added to the faults.
class LineReader {
public:
  LineReader(const RuleBook& rules, const FieldCatalogue& fields, RowPapers& into)
      : m_rules(rules), m_parser(fields), m_into(into) {}

  void read(const QList<Cell>& cells, const Columns& columns, int line);

private:
  QString text(Part part) const {
    const int column = (*m_columns)[part];
    return column >= 0 && column < m_cells->size() ? m_cells->at(column).text.trimmed() : QString();
  }
  void say(const Finding& finding) { m_into.faults << PaperFault{m_line, finding}; }
  void readPlace(RowPaper& paper);
  void readKind(SeenPaper& paper);
  void readLevel(SeenPaper& paper);
  QDate day(Part part);
  QStringList kindsOf(const QString& code) const;

  const RuleBook& m_rules;
  FieldParser m_parser;
  RowPapers& m_into;
  const QList<Cell>* m_cells = nullptr;
  const Columns* m_columns = nullptr;
  int m_line = 0;
};

void LineReader::readPlace(RowPaper& paper) {
  paper.sheet = text(SheetName);
  const QString row = text(Row);
  const QString identity = text(Identity);
  if (row.isEmpty() && identity.isEmpty())
    return say(fault("papers_place_missing"));
  bool isNumber = false;
  paper.row = row.toInt(&isNumber);
  if (!row.isEmpty() && (!isNumber || paper.row < 1))
    return say(fault("papers_row_unreadable", {row.left(20)}));
  if (!identity.isEmpty()) {
    const auto parsed = m_parser.parse(Field::IdDocumentNumber, identity);
    if (!parsed)
      return say(fault("papers_identity_unreadable"));
    paper.identity = parsed->value;
  }
}

/// Kinds that meet what the code stands for: a rule, or one of its findings.
QStringList LineReader::kindsOf(const QString& code) const {
  QStringList kinds;
  for (const Rule& rule : m_rules.rules())
    if (rule.id == code || rule.sentences.contains(code)) {
      kinds = m_rules.demandOf({rule.id, code, Severity::Proof, {}, {}, {}}).kinds;
      if (rule.id == code) // any of its findings
        for (const RuleSentence& sentence : rule.sentences)
          kinds += sentence.proofs;
    }
  kinds.removeDuplicates();
  return kinds;
}

void LineReader::readKind(SeenPaper& paper) {
  const QString code = text(Code);
  const QString kind = text(Kind);
  const QStringList taken = kindsOf(code);
  const auto named = [&](const QString& one) { return m_rules.proofName(one, Language::Chinese); };
  QStringList names;
  for (const QString& one : taken)
    names << named(one);
  if (!code.isEmpty() && taken.isEmpty())
    return say(fault("papers_code_unknown", {code.left(20)}));
  if (kind.isEmpty() && taken.size() != 1)
    return say(taken.isEmpty() ? fault("papers_kind_missing")
                               : fault("papers_kind_open", {code, names.join(QStringLiteral("、"))}));
  if (kind.isEmpty()) {
    paper.kind = taken.first();
    return;
  }
  for (const QString& one : m_rules.paperKinds())
    if (one == kind || named(one) == kind)
      paper.kind = one;
  if (paper.kind.isEmpty())
    return say(fault("papers_kind_unknown", {kind.left(40)}));
  if (!taken.isEmpty() && !taken.contains(paper.kind))
    say(fault("papers_kind_other", {code, names.join(QStringLiteral("、"))}));
}

void LineReader::readLevel(SeenPaper& paper) {
  const QString level = text(Level);
  if (level.isEmpty())
    return;
  for (const QString& one : m_rules.paperLevels())
    if (one == level || m_rules.levelName(one, Language::Chinese) == level)
      paper.level = one;
  if (paper.level.isEmpty())
    say(fault("papers_level_unknown", {level.left(20)}));
}

QDate LineReader::day(Part part) {
  const QString typed = text(part);
  if (typed.isEmpty())
    return {};
  const auto parsed = m_parser.parse(Field::BirthDate, typed);
  if (parsed)
    return QDate::fromString(parsed->value, Qt::ISODate);
  say(fault("papers_day_unreadable", {headers()[part].first(), typed.left(20)}));
  return {};
}

void LineReader::read(const QList<Cell>& cells, const Columns& columns, int line) {
  m_cells = &cells;
  m_columns = &columns;
  m_line = line;
  RowPaper paper;
  paper.line = line;
  const qsizetype before = m_into.faults.size();
  readPlace(paper);
  readKind(paper.paper);
  readLevel(paper.paper);
  paper.paper.number = text(Number);
  paper.paper.issuer = text(Issuer);
  paper.paper.issued = day(Issued);
  paper.validTo = day(ValidTo);
  if (paper.validTo.isValid())
    paper.paper.note = QStringLiteral("有效期至%1").arg(paper.validTo.toString(Qt::ISODate));
  if (m_into.faults.size() == before)
    m_into.papers << paper;
}

bool hasContent(const QList<Cell>& line) {
  return std::any_of(line.begin(), line.end(), [](const Cell& cell) { return !cell.text.trimmed().isEmpty(); });
}

} // namespace

bool isPaperOf(const RowPaper& paper, const QString& sheet, bool isOnlySheet, int row, const QString& identity) {
  const bool here = paper.sheet == sheet || (paper.sheet.isEmpty() && isOnlySheet);
  const bool isRow = paper.row == 0 ? paper.sheet.isEmpty() || here : here && paper.row == row;
  return isRow && (paper.identity.isEmpty() ? paper.row > 0 : paper.identity == identity);
}

Result<RowPapers> readRowPapers(const SheetFile& file, const RuleBook& rules, const FieldCatalogue& fields) {
  RowPapers read;
  QList<const Sheet*> filled;
  for (const Sheet& one : file.sheets)
    if (std::any_of(one.rows.begin(), one.rows.end(), hasContent))
      filled << &one;
  const Sheet& sheet = filled.isEmpty() ? file.sheets.first() : *filled.first();
  // One list is one sheet: what stands in others would be passed over.
  for (const Sheet* other : filled.mid(1))
    read.faults << PaperFault{0, fault("papers_other_sheet", {other->name})};
  qsizetype header = 0;
  while (header < sheet.rows.size() && !hasContent(sheet.rows[header]))
    ++header;
  if (header == sheet.rows.size())
    return fail(ErrorCode::NoRows, {sheet.name});
  const Columns columns = columnsOf(sheet.rows[header]);
  QStringList missing;
  if (columns[Row] < 0 && columns[Identity] < 0)
    missing << headers()[Row].first() + u'/' + headers()[Identity].first();
  if (columns[Kind] < 0 && columns[Code] < 0)
    missing << headers()[Kind].first() + u'/' + headers()[Code].first();
  if (!missing.isEmpty())
    return fail(ErrorCode::HeaderMissing, {missing.join(QStringLiteral("、"))});
  // 有效期 for 有效期至: a column that is not read must not be taken for one that is.
  for (int column = 0; column < sheet.rows[header].size(); ++column)
    if (const QString text = sheet.rows[header][column].text.simplified();
        !text.isEmpty() && !columns.contains(column) && !kForPeople.contains(text.toLower()))
      read.faults << PaperFault{static_cast<int>(header) + 1, fault("papers_column_unknown", {text.left(40)})};
  LineReader reader(rules, fields, read);
  for (qsizetype line = header + 1; line < sheet.rows.size(); ++line)
    if (hasContent(sheet.rows[line]))
      reader.read(sheet.rows[line], columns, static_cast<int>(line) + 1);
  return read;
}

} // namespace xueji
