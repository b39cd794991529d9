#!/usr/bin/env python3
"""Makes the sample roster in its five forms: xlsx, ods, xls, CSV in UTF-8 and in GB18030, and the list of expected findings.

    python3 resources/demo/make_roster.py            writes resources/demo and tests/data/rosters of this tree

Python 3 and its standard library only; the same bytes every time. Every child, number, address and the school are made
up. The region codes in the identity numbers (132201 to 132237) were given up decades before these children were born, so
nobody of their age can hold such a number. Layout: the 71 columns of a school's import sheet for the national system,
under a title line and a note line; all cells are text; the class is empty, it is filled by the draw.
"""
import csv
import datetime
import io
import os
import random
import struct
import zipfile
from xml.sax.saxutils import escape

SCHOOL = "2113009998"
TITLE = "示范小学2024年秋季一年级新生信息采集表"
NOTE = "填表说明：有选项的栏目填写名称；身份证件号、联系电话按文本填写；未编班，班级栏留空。"
CHILDREN = 168
MEMBER = ["姓名", "关系", "关系说明", "现住址", "户口所在地", "联系电话", "是否监护人", "身份证件类型", "身份证件号", "民族",
          "工作单位", "职务"]
HEADERS = (
    "学校标识码 姓名 性别 出生日期 出生地 籍贯 民族 国籍/地区 身份证件类型 港澳台侨外 健康状况 政治面貌 身份证件号 户口性质 户口所在地 班级 "
    "入学年月 入学方式 就读方式 现住址 通信地址 家庭地址 联系电话 邮政编码 是否独生子女 是否受过学前教育 是否留守儿童 是否需要申请资助 是否享受一补 "
    "是否孤儿 是否烈士或优抚子女 上下学距离（公里） 上下学交通方式 是否需要乘坐校车 曾用名 身份证件有效期 血型 特长 学籍辅号 班内学号 学生来源 电子信箱 "
    "主页地址 残疾类型 是否由政府购买学位 随班就读").split() + [
        "成员%d%s" % (n, item) for n in (1, 2) for item in MEMBER] + ["是否进城务工人员随迁子女"]
COLUMN = {name: at for at, name in enumerate(HEADERS)}
assert len(HEADERS) == 71

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗郑韩冯董萧程曹袁邓许傅曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
COMMON = "梓涵雨泽宇轩欣怡诗思佳浩博文嘉俊子晨睿铭奕瑞辰语桐一诺沐若汐可心悦昕彤艺安乐天佑明远知行景书禾苗清扬"
PARENTS = "建国志强红梅秀英丽华海燕永刚晓东春生玉兰立新文斌国庆雪莲卫民桂芳爱军淑珍"
STREETS = ["长乐街", "向阳路", "槐荫里", "西河沿", "新开道", "杏园小区", "石桥村", "柳林庄", "平安巷", "北斗花园"]
# row in the sheet -> (name, sex or None): names that programs stumble over
NAMES = {
    5: ("欧阳梓晗", "女"), 7: ("司马清扬", "男"), 9: ("诸葛知远", "男"), 11: ("上官若汐", "女"), 13: ("尉迟明泽", "男"),
    15: ("单思远", "男"), 17: ("仇一诺", "女"), 19: ("曾子墨", "男"), 21: ("解雨桐", "女"), 23: ("查天佑", "男"),
    26: ("李𠮷祥", "男"), 28: ("陈𬱖", "女"), 30: ("孙𬘡", "女"), 32: ("周𫖯", "男"), 44: ("王䶮", "男"),
    46: ("阿卜杜热合曼·艾尔肯", "男"), 48: ("卓玛·央金", "女"), 50: ("巴特尔·那顺", "男"), 52: ("古丽巴哈尔·买买提明", "女"),
    61: ("林沐晨", "男"), 62: ("林沐阳", "男"),    # twins
    70: ("张梓涵", "女"), 97: ("张梓涵", "女"),    # two children of one name
}
TWINS = (61, 62)
ETHNIC = {46: "维吾尔族", 48: "藏族", 50: "蒙古族", 52: "维吾尔族", 25: "回族", 33: "满族", 77: "朝鲜族", 101: "壮族"}
LOWER_X, FULL_WIDTH, SPACED, LAST_DAY = 66, 68, 72, 74
FAULTS = [  # row, rule, severity, enrolled, what
    (80, "N02", "refuse", "no", "check character wrong"),
    (83, "N03", "refuse", "no", "birth date differs from the number"),
    (86, "N04", "proof", "no", "sex differs from the 17th digit"),
    (89, "E01", "refuse", "no", "born on 1 September 2018, one day too late for autumn 2024"),
    (92, "E02", "proof", "no", "born in 2017 before September: seven years old, deferral papers needed"),
    (95, "N16", "refuse", "no", "same identity number as sheet row 40 above"),
    (104, "N01", "refuse", "no", "number damaged by a spreadsheet (exponent form)"),
    (107, "N01", "refuse", "no", "number damaged by a spreadsheet (last digits zero)"),
    (110, "N01", "refuse", "no", "number one digit short"),
    (113, "N21", "warn", "yes", "look-alike dot and spaces in the name: repaired, a warning"),
    (116, "E24", "refuse", "no", "no guardian"),
    (119, "-", "refuse", "no", "no name"),
    (122, "-", "refuse", "no", "unknown ethnic group"),
    (125, "-", "refuse", "no", "birth date cannot be read"),
]


def check_character(seventeen):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(seventeen, weights)) % 11]


class Roster:
    def __init__(self):
        self.random = random.Random(20240901)
        self.taken = set()
        self.rows = [[TITLE], [NOTE], HEADERS]
        for line in range(4, 4 + CHILDREN):
            self.rows.append(self.child(line))
        self.break_some()

    def identity(self, birth, male, last=None):
        """A number with the right check character, nobody else's; with `last`, one that ends so."""
        while True:
            region = self.random.choice((132201, 132203, 132222, 132225, 132226, 132229, 132232, 132236))
            order = self.random.randrange(1, 500) * 2 - (1 if male else 0)
            seventeen = "%d%s%03d" % (region, birth.strftime("%Y%m%d"), order)
            number = seventeen + check_character(seventeen)
            if number not in self.taken and (last is None or number[-1] == last):
                self.taken.add(number)
                return number

    def birth_of(self, line):
        if line == TWINS[1]:
            return self.twins_birth
        first = datetime.date(2017, 9, 1)
        birth = first + datetime.timedelta(days=self.random.randrange(365))
        if line == TWINS[0]:
            self.twins_birth = birth
        return {LAST_DAY: datetime.date(2018, 8, 31), 89: datetime.date(2018, 9, 1),
                92: datetime.date(2017, 3, 14)}.get(line, birth)

    def child(self, line):
        pick = self.random.choice
        name, sex = NAMES.get(line, (None, None))
        sex = sex or pick("男女")
        surname = name[0] if name else pick(SURNAMES)
        given = pick(COMMON) + (pick(COMMON) if self.random.random() < 0.85 else "")
        name = name or surname + given
        if name[:2] in ("欧阳", "司马", "诸葛", "上官", "尉迟"):
            surname = name[:2]
        birth = self.birth_of(line)
        home = "河北省示范县" + pick(STREETS) + "%d号" % self.random.randrange(1, 90)
        phone = "1%s0000%04d" % (pick(("39", "50", "86")), self.random.randrange(10000))
        if line == TWINS[0]:
            self.twins_home = (home, phone)
        elif line == TWINS[1]:
            home, phone = self.twins_home
        ethnic = ETHNIC.get(line, "汉族")
        rural = self.random.random() < 0.4
        cells = dict.fromkeys(HEADERS, "")
        cells.update({
            "学校标识码": SCHOOL, "姓名": name, "性别": sex, "出生日期": self.written(birth, line), "出生地": "河北省邢台市",
            "籍贯": "河北省邢台市", "民族": ethnic, "国籍/地区": "中国", "身份证件类型": "居民身份证", "港澳台侨外": "否",
            "健康状况": "健康或良好", "政治面貌": "群众",
            "身份证件号": self.identity(birth, sex == "男", "X" if line == LOWER_X else None),
            "户口性质": "农业" if rural else "非农业", "户口所在地": "130529000000" if rural else "130502000000",
            "入学年月": "202409", "入学方式": "就近入学", "就读方式": "走读", "现住址": home, "通信地址": home, "家庭地址": home,
            "联系电话": phone, "邮政编码": "054000", "是否独生子女": "否" if line in TWINS else pick("是否"),
            "是否受过学前教育": "是", "是否留守儿童": "单亲留守儿童" if line % 41 == 0 else "非留守儿童", "是否需要申请资助": "否",
            "是否享受一补": "否", "是否孤儿": "否", "是否烈士或优抚子女": "否",
            "上下学距离（公里）": "%.1f" % (self.random.randrange(2, 60) / 10),
            "上下学交通方式": pick(("步行", "步行", "家长自行接送")), "是否需要乘坐校车": "否", "学生来源": "正常入学",
            "残疾类型": "无残疾", "是否由政府购买学位": "否", "随班就读": "非随班就读", "是否进城务工人员随迁子女": "否"})
        if line == 35:
            cells["曾用名"] = surname + "小宝"
        for member, relation, guardian in ((1, "父亲", "是"), (2, "母亲", "否")):
            family = surname if member == 1 and "·" not in name else pick(SURNAMES)
            start = "成员%d" % member
            cells.update({
                start + "姓名": family + pick(PARENTS) + pick(PARENTS), start + "关系": relation, start + "现住址": home,
                start + "户口所在地": "130502000000", start + "联系电话": phone, start + "是否监护人": guardian,
                start + "民族": ethnic})
        return [cells[header] for header in HEADERS]

    @staticmethod
    def written(birth, line):
        """Dates as offices write them: mostly eight digits."""
        if line % 29 == 0:
            return "%d-%d-%d" % (birth.year, birth.month, birth.day)
        if line % 31 == 0:
            return "%d年%d月%d日" % (birth.year, birth.month, birth.day)
        if line % 37 == 0:
            return "%d.%02d.%02d" % (birth.year, birth.month, birth.day)
        return birth.strftime("%Y%m%d")

    def cell(self, line, header, value=None):
        row = self.rows[line - 1]
        if value is not None:
            row[COLUMN[header]] = value
        return row[COLUMN[header]]

    def break_some(self):
        number = "身份证件号"
        self.cell(LOWER_X, number, self.cell(LOWER_X, number).lower())
        wide = {ord(c): ord(c) + 0xFEE0 for c in "0123456789X"}
        self.cell(FULL_WIDTH, number, self.cell(FULL_WIDTH, number).translate(wide))
        typed = self.cell(SPACED, number)
        self.cell(SPACED, number, typed[:6] + " " + typed[6:14] + " " + typed[14:])
        right = self.cell(80, number)
        self.cell(80, number, right[:17] + str((int(right[17].replace("X", "0")) + 3) % 10))
        born = self.identity(datetime.date(2017, 12, 5), self.cell(83, "性别") == "男")
        self.cell(83, number, born)
        self.cell(83, "出生日期", "20180512")
        self.cell(86, "性别", "女" if self.cell(86, "性别") == "男" else "男")
        for header in (number, "性别", "出生日期"):
            self.cell(95, header, self.cell(40, header))
        damaged = self.cell(104, number)
        self.cell(104, number, "%s.%sE+17" % (damaged[0], damaged[1:6]))
        self.cell(107, number, self.cell(107, number)[:15] + "000")
        self.cell(110, number, self.cell(110, number)[:17])
        self.cell(113, "姓名", "古丽娜扎尔 • 艾合买提")
        self.cell(116, "成员1是否监护人", "否")
        self.cell(119, "姓名", "")
        self.cell(122, "民族", "桃源族")
        self.cell(125, "出生日期", "2018年春")


def archive(parts):
    """A zip file whose bytes depend on nothing but the parts; the first part is stored as it is (ods asks for that)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for at, (name, text) in enumerate(parts):
            entry = zipfile.ZipInfo(name, (2024, 8, 20, 8, 0, 0))
            entry.create_system = 0
            made.writestr(entry, text.encode(), zipfile.ZIP_STORED if at == 0 else zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def column_name(at):
    return (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)


XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def xlsx(rows):
    strings = {}
    lines = []
    for line, row in enumerate(rows, 1):
        cells = "".join('<c r="%s%d" s="1" t="s"><v>%d</v></c>' % (column_name(at), line, strings.setdefault(
            value, len(strings))) for at, value in enumerate(row) if value)
        lines.append('<row r="%d">%s</row>' % (line, cells))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    shared = "".join('<si><t xml:space="preserve">%s</t></si>' % escape(text) for text in strings)

    def relations(*pairs):
        return XML + '<Relationships xmlns="%srelationships">%s</Relationships>' % (package, "".join(
            '<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>' % (n, office, kind, target)
            for n, (kind, target) in enumerate(pairs, 1)))

    return archive([
        ("[Content_Types].xml", XML + '<Types xmlns="%scontent-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>'
         '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>'
         '<Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>'
         '<Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/></Types>'
         % (package, content, content, content, content)),
        ("_rels/.rels", relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", XML + '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="一年级" sheetId="1" r:id="rId1"/>'
         '</sheets></workbook>' % (main, office)),
        ("xl/_rels/workbook.xml.rels", relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
                                                 ("sharedStrings", "sharedStrings.xml"))),
        ("xl/styles.xml", XML + '<styleSheet xmlns="%s"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font>'
         '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill '
         'patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/>'
         '</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
         '</cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
         '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
         % main),
        ("xl/sharedStrings.xml", XML + '<sst xmlns="%s" uniqueCount="%d">%s</sst>' % (main, len(strings), shared)),
        ("xl/worksheets/sheet1.xml", XML + '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>'
         % (main, "".join(lines)))])


def ods(rows):
    lines = []
    for row in rows:
        cells = "".join('<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>'
                        % escape(value) if value else "<table:table-cell/>" for value in row)
        lines.append("<table:table-row>%s</table:table-row>" % cells)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    return archive([
        ("mimetype", kind),
        ("META-INF/manifest.xml", XML + '<manifest:manifest xmlns:manifest="%smanifest:1.0" manifest:version="1.2">'
         '<manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/><manifest:file-entry '
         'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>' % (space, kind)),
        ("content.xml", XML + '<office:document-content xmlns:office="%soffice:1.0" xmlns:table="%stable:1.0" '
         'xmlns:text="%stext:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="一年级">'
         '<table:table-column table:number-columns-repeated="71"/>%s</table:table></office:spreadsheet></office:body>'
         '</office:document-content>' % (space, space, space, "".join(lines)))])


def xls(rows):
    """The workbook of Excel 97: its stream of records, then the compound file around it."""
    strings = {}

    def record(kind, body=b""):
        return struct.pack("<HH", kind, len(body)) + body

    def text(value, length):
        wide = value.encode("utf-16-le")
        return struct.pack(length + "B", len(wide) // 2, 1) + wide

    cells = b"".join(
        record(0x00FD, struct.pack("<HHHI", line, at, 15, strings.setdefault(value, len(strings))))
        for line, row in enumerate(rows) for at, value in enumerate(row) if value)
    sheet = (record(0x0809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6)) +
             record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, len(HEADERS), 0)) + cells +
             record(0x023E, struct.pack("<HHHHHHII", 0x06B6, 0, 0, 64, 0, 0, 0, 0)) + record(0x000A))
    table = []
    body = struct.pack("<II", sum(1 for row in rows for value in row if value), len(strings))
    for value in strings:  # a string is never cut in two: the next record begins with the next string
        one = text(value, "<H")
        if len(body) + len(one) > 8000:
            table.append(body)
            body = b""
        body += one
    table.append(body)
    name = "宋体".encode("utf-16-le")
    font = record(0x0031, struct.pack("<HHHHHBBBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 134, 0, 2, 1) + name)
    style = [struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0xF4, 0, 0, 0x20C0)] * 15
    style.append(struct.pack("<HHHBBBBIIH", 0, 49, 1, 0x20, 0, 0, 0x04, 0, 0, 0x20C0))
    before = (record(0x0809, struct.pack("<HHHHII", 0x600, 0x05, 0x0DBB, 0x07CC, 0, 6)) +
              record(0x0042, struct.pack("<H", 1200)) + record(0x003D, struct.pack("<9H", 0, 0, 16000, 9000, 56, 0, 0, 1, 600)) +
              record(0x0022, struct.pack("<H", 0)) + font * 4 + b"".join(record(0x00E0, one) for one in style) +
              record(0x0293, struct.pack("<HBB", 0x8000, 0, 0xFF)))
    after = b"".join(record(0x003C if n else 0x00FC, one) for n, one in enumerate(table)) + record(0x000A)
    title = text("一年级", "<B")
    start = len(before) + 4 + 6 + len(title) + len(after)
    stream = before + record(0x0085, struct.pack("<IH", start, 0) + title) + after + sheet
    return compound(b"Workbook", stream)


def compound(name, stream):
    """A compound file (MS-CFB, version 3) with one stream: header, the sectors of the stream, the directory, the table."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(stream) // 512
    tables = 1
    while tables * 128 < sectors + 1 + tables:
        tables += 1
    assert tables <= 109
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    chain = list(range(1, sectors)) + [end, end] + [0xFFFFFFFD] * tables
    chain += [free] * (tables * 128 - len(chain))
    header = struct.pack("<8s16sHHHHH6xIIIIIIIII", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0,
                         tables, sectors, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", *([sectors + 1 + n for n in range(tables)] + [free] * (109 - tables)))

    def entry(label, kind, child, first, size):
        wide = label.decode().encode("utf-16-le")
        return struct.pack("<64sHBBIII16sIQQIQ", wide, len(wide) + 2 if wide else 0, kind, 1, free, free, child, b"", 0, 0,
                           0, first, size)

    directory = (entry(b"Root Entry", 5, 1, end, 0) + entry(name, 2, free, 0, len(stream)) +
                 entry(b"", 0, free, 0, 0) * 2)
    return header + stream + directory + struct.pack("<%dI" % len(chain), *chain)


def as_csv(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def main():
    tree = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    rows = Roster().rows
    text = as_csv(rows)
    expected = as_csv([["row", "rule", "severity", "enrolled", "what"]] + FAULTS).replace("\r\n", "\n")
    files = {"demo_grade1.xlsx": xlsx(rows), "demo_grade1.ods": ods(rows), "demo_grade1.xls": xls(rows),
             "demo_grade1.csv": b"\xEF\xBB\xBF" + text.encode(), "demo_grade1_gb18030.csv": text.encode("gb18030"),
             "demo_grade1_expected.csv": expected.encode()}
    os.makedirs(os.path.join(tree, "tests/data/rosters"), exist_ok=True)
    for name, data in files.items():
        with open(os.path.join(tree, "tests/data/rosters", name), "wb") as file:
            file.write(data)
    with open(os.path.join(tree, "resources/demo/demo_grade1.xlsx"), "wb") as file:
        file.write(files["demo_grade1.xlsx"])
    refused = sum(1 for fault in FAULTS if fault[3] == "no")
    print("%d children, %d with a finding, %d to be enrolled" % (CHILDREN, len(FAULTS), CHILDREN - refused))


if __name__ == "__main__":
    main()
