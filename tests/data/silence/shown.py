# Reads the rosters with LibreOffice (csv export), openpyxl and Python's csv module; writes shown.json.
import csv, html.parser, json, re, subprocess, sys, datetime
folder, out = sys.argv[1], sys.argv[2]
places = json.load(open(folder + '/places.json'))
# what opens which file under which name
opened = {'xlsx': 'xlsx', 'ods': 'ods', 'xls': 'xls', 'xml2003': 'xml'}
filters = {'xml2003': ['--infilter=MS Excel 2003 XML']}
def plain(text):  # a date cell is shown in the form of the country
    m = re.fullmatch(r'(\d\d)/(\d\d)/(\d{2}|\d{4})', text)
    return f'{m[3] if len(m[3]) == 4 else "20" + m[3]}-{m[1]}-{m[2]}' if m else text
def at(rows, place):
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ''
shown = {}
for name, ending in opened.items():
    source = f'{folder}/silence.{name}'
    target = f'{folder}/as-{name}.{ending}'
    open(target, 'wb').write(open(source, 'rb').read())
    subprocess.run(['soffice', '--headless', *filters.get(name, []), '--convert-to',
                    'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true', '--outdir', folder, target], check=True)
    rows = list(csv.reader(open(f'{folder}/as-{name}.csv', encoding='utf-8', newline='')))
    shown[name] = {'LibreOffice': {key: plain(at(rows, place)) for key, place in places.items()}}
class Page(html.parser.HTMLParser):  # cells of a table, blanks as a browser shows them
    def __init__(self):
        super().__init__(); self.rows = []; self.text = None; self.down = {}
    def handle_starttag(self, tag, attributes):
        if tag == 'tr': self.rows.append([])
        if tag == 'td':
            row = len(self.rows) - 1
            while (row, len(self.rows[-1])) in self.down: self.rows[-1].append(self.down[row, len(self.rows[-1])])
            self.text = ''; self.span = int(dict(attributes).get('rowspan', 1))
        if tag == 'br' and self.text is not None: self.text += '\0'
    def handle_data(self, data):
        if self.text is not None: self.text += re.sub(r'[ \t\n\f\r]+', ' ', data)
    def handle_endtag(self, tag):
        if tag == 'td':
            text = self.text.replace('\0', '\n')
            for n in range(1, self.span): self.down[len(self.rows) - 1 + n, len(self.rows[-1])] = ''
            self.rows[-1].append(text); self.text = None
page = Page(); page.feed(open(f'{folder}/silence.html', encoding='utf-8', newline='').read())
shown['html'] = {'html.parser': {key: at(page.rows, place) for key, place in places.items()}}
rows = list(csv.reader(open(f'{folder}/silence.csv', encoding='utf-8-sig', newline='')))
shown['csv'] = {'Python csv': {key: at(rows, place) for key, place in places.items()}}
import openpyxl
sheet = openpyxl.load_workbook(f'{folder}/as-xlsx.xlsx', data_only=True).active
def words(value):
    if value is None: return ''
    if isinstance(value, bool): return 'TRUE' if value else 'FALSE'
    if isinstance(value, datetime.datetime): return value.date().isoformat()
    return str(value)
shown['xlsx']['openpyxl'] = {key: words(sheet.cell(place[0] + 1, place[1] + 1).value) for key, place in places.items()}
json.dump(shown, open(out, 'w'), ensure_ascii=True, indent=0, sort_keys=True)
