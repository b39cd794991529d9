#include "ui/widgets/paper_fields.h"

#include "ui/widgets/date_edit.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace xueji {

namespace {
constexpr int kNumberWidth = 180;
constexpr int kIssuerWidth = 160; ///< at least
constexpr int kDayWidth = 120;
} // namespace

PaperFields::PaperFields(const QString& name, QWidget* parent) : QWidget(parent), m_name(new QLabel(this)) {
  const auto called = [&name](const char* part) { return (name + QLatin1String(part)).toLatin1(); };
  m_number = named(new QLineEdit(this), called("Number").constData(), tr("Number of the paper"));
  m_issuer = named(new QLineEdit(this), called("Issuer").constData(), tr("Who issued the paper"));
  m_issued = named(new DateEdit(this), called("Issued").constData(), tr("Day of the paper"));
  m_level = named(new QComboBox(this), called("Level").constData(), tr("Level of the issuer"));
  m_number->setFixedWidth(kNumberWidth);
  m_issuer->setMinimumWidth(kIssuerWidth);
  m_issued->setFixedWidth(kDayWidth);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGrid);
  layout->addWidget(m_name);
  addField(layout, tr("Number"), m_number);
  addField(layout, tr("Issued by"), m_issuer, 1);
  addField(layout, tr("Issued on"), m_issued);
  layout->addWidget(m_level);
  setFocusProxy(m_number);
  askFor({}, {});
  for (QLineEdit* line : {m_number, m_issuer, static_cast<QLineEdit*>(m_issued)})
    connect(line, &QLineEdit::textChanged, this, &PaperFields::changed);
}

void PaperFields::askFor(const QString& paperName, const QList<std::pair<QString, QString>>& levels) {
  m_name->setText(paperName);
  m_name->setVisible(!paperName.isEmpty());
  m_level->clear();
  for (const auto& [level, name] : levels)
    m_level->addItem(name, level);
  m_level->setVisible(!levels.isEmpty());
}

void PaperFields::clear() {
  m_number->clear();
  m_issuer->clear();
  m_issued->clear();
  askFor({}, {});
}

bool PaperFields::isEmpty() const {
  return m_number->text().trimmed().isEmpty() && m_issuer->text().trimmed().isEmpty() &&
         m_issued->text().trimmed().isEmpty();
}

bool PaperFields::readable() const {
  return m_issued->text().trimmed().isEmpty() || m_issued->date().has_value();
}

SeenPaper PaperFields::paper() const {
  SeenPaper paper;
  paper.number = m_number->text().trimmed();
  paper.issuer = m_issuer->text().trimmed();
  paper.issued = m_issued->date().value_or(QDate());
  paper.level = m_level->currentData().toString();
  return paper;
}

} // namespace xueji
