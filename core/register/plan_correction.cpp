#include "domain/ledger_facts.h"
#include "plans.h"
#include "store/present_row.h"

namespace xueji {

namespace {

Result<Field> editableField(const FieldCatalogue& fields, const QString& item) {
  const auto field = fields.byId(item);
  if (!field)
    return fail(ErrorCode::FieldUnknown, {item});
  const FieldDefinition& definition = fields.definition(*field);
  if (definition.keyData)
    return fail(ErrorCode::FieldNotEditable, {definition.label, QStringLiteral("K01")});
  if (!definition.editable)
    return fail(ErrorCode::FieldNotEditable, {definition.label, QString()});
  return *field;
}

/// Rows that a correction wishes, gathered by fact and first day.
class CorrectionRows {
public:
  CorrectionRows(const Wish& wish, const Chains& chains, const PlanContext& context)
      : m_chains(chains), m_context(context), m_view(dayOfView(context.registry, chains, wish.day)),
        m_day(wish.day.toString(Qt::ISODate)), m_typingError(wish.body.value(QStringLiteral("typing_error")).toBool()) {
  }

  const QString& view() const { return m_view; }
  void set(const QString& item, const QString& value) {
    const Registry::Home home = m_context.registry.homeOf(item);
    const QString from = firstDay(home, item);
    if (home.column < 0)
      m_items[from].insert(item, value);
    else
      stateRow(*home.fact, from)[home.column] = value;
    if (item == m_context.fields.definition(Field::NamePinyin).id)
      setReading(value, from);
  }
  Planned planned() const {
    Planned planned;
    for (auto row = m_states.cbegin(); row != m_states.cend(); ++row) {
      const bool enrols = row.key().first == EnrolmentFact::fact().key;
      planned.rows << PlannedRow{row.key().first, row.key().second,
                                 enrols ? EnrolmentFact::of(FactRow{0, 0, 0, 0, {}, row.value()}).values()
                                        : row.value()};
    }
    for (auto row = m_items.cbegin(); row != m_items.cend(); ++row)
      planned.rows << PlannedRow{ItemFact::fact().key, row.key(), {canonicalJson(row.value())}};
    return planned;
  }

private:
  QStringList& stateRow(const Fact& fact, const QString& from) {
    const auto key = qMakePair(fact.key, from);
    if (!m_states.contains(key)) {
      const FactRow* present = m_chains.at(fact.key, m_view);
      m_states.insert(key, present ? present->values : QStringList(fact.columns.size()));
    }
    return m_states[key];
  }

  /// A state that is corrected was wrong from its first day; of an item the person says whether it was.
  QString firstDay(const Registry::Home& home, const QString& item) const {
    if (home.column >= 0) {
      const FactRow* present = m_chains.at(home.fact->key, m_view);
      return present ? present->from : m_day;
    }
    if (!m_typingError)
      return m_day;
    const FactRow* source = m_chains.sourceOf(home.fact->key, item, m_view);
    return source ? source->from : QString();
  }

  void setReading(const QString& typed, const QString& from) {
    const FactRow* name = m_chains.at(NameFact::fact().key, m_view);
    stateRow(ReadingFact::fact(), from) = ReadingFact::from(name ? name->values.value(0) : QString(), typed).values();
  }

  const Chains& m_chains;
  const PlanContext& m_context;
  QString m_view;
  QString m_day;
  bool m_typingError;
  QMap<QPair<QString, QString>, QStringList> m_states;
  QMap<QString, ItemValues> m_items;
};

} // namespace

Result<Planned> planCorrection(const Wish& wish, const Snapshot& before, const PlanContext& context) {
  const QJsonObject values = wish.body.value(QStringLiteral("values")).toObject();
  CorrectionRows rows(wish, before.chains, context);
  const StudentRecord record = recordOn(context.registry, before.chains, rows.view());
  bool changed = false;
  for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
    const auto known = context.fields.byId(it.key());
    if (known && record.value(*known) == it.value().toString())
      continue;
    if (const auto field = editableField(context.fields, it.key()); !field)
      return std::unexpected(field.error());
    rows.set(it.key(), it.value().toString());
    changed = true;
  }
  if (!changed)
    return fail(ErrorCode::NothingToDo);
  return rows.planned();
}

} // namespace xueji
