#include "rule_reader.h"

#include "domain/json_keys.h"
#include "setting_bounds.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

namespace xueji {
namespace {

const QStringList kRuleFiles{QStringLiteral("numbers"),   QStringLiteral("entry"),      QStringLiteral("classes"),
                             QStringLiteral("transfers"), QStringLiteral("suspension"), QStringLiteral("leaving"),
                             QStringLiteral("progress"),  QStringLiteral("archive"),    QStringLiteral("wellbeing"),
                             QStringLiteral("privacy"),   QStringLiteral("items")};

std::optional<Occasion> occasionFrom(const QString& key) {
  if (key == u"act")
    return Occasion::ActWished;
  if (key == u"standing")
    return Occasion::AsItStands;
  return std::nullopt;
}

std::optional<RuleLevel> levelFrom(const QString& key) {
  if (key == u"law")
    return RuleLevel::Law;
  if (key == u"nation")
    return RuleLevel::Nation;
  if (key == u"province")
    return RuleLevel::Province;
  return std::nullopt;
}

LocalText textOf(const QJsonValue& value) {
  const QJsonObject object = value.toObject();
  return {object.value(u"zh").toString(), object.value(u"en").toString()};
}

bool complete(const LocalText& text) {
  return !text.chinese.isEmpty() && !text.english.isEmpty();
}

bool onlyKeys(const QJsonObject& object, const QStringList& keys) {
  const QStringList present = object.keys();
  return std::all_of(present.begin(), present.end(), [&](const QString& key) { return keys.contains(key); });
}

/// Null for empty; nothing for a text that is no date.
std::optional<QDate> dateFrom(const QJsonValue& value) {
  const QString text = value.toString();
  if (text.isEmpty())
    return QDate();
  const QDate date = QDate::fromString(text, Qt::ISODate);
  return date.isValid() ? std::optional<QDate>(date) : std::nullopt;
}

using Keys = QHash<QString, QJsonValue::Type>;

/// A key that is not among these, or whose value is of another type; empty: none.
QString strangeKey(const QJsonObject& object, const Keys& known) {
  for (auto it = object.begin(); it != object.end(); ++it)
    if (!known.contains(it.key()) || known.value(it.key()) != it.value().type())
      return it.key();
  return {};
}

/// "county" or "school", of settings.
QString keyOf(RuleLevel level) {
  return level == RuleLevel::County ? QStringLiteral("county") : QStringLiteral("school");
}

/// Every parameter of a rule, as the latest level has it.
QJsonObject knownParameters(const Rule& rule) {
  QJsonObject known = rule.parameters;
  for (const RuleBasis& basis : rule.bases)
    for (auto it = basis.parameters.begin(); it != basis.parameters.end(); ++it)
      known.insert(it.key(), it.value());
  return known;
}

/// Of two first days; null is open.
QDate laterOf(const QDate& a, const QDate& b) {
  return a.isValid() && b.isValid() ? std::max(a, b) : a.isValid() ? a : b;
}
/// Of two last days; null is open.
QDate earlierOf(const QDate& a, const QDate& b) {
  return a.isValid() && b.isValid() ? std::min(a, b) : a.isValid() ? a : b;
}

} // namespace

bool RuleReader::wrong(const QString& place) {
  if (m_error.isEmpty())
    m_error = {m_file, place};
  return false;
}

std::optional<QJsonObject> RuleReader::open(const QString& file) {
  m_file = file + QStringLiteral(".json");
  QFile source(m_folder + u'/' + m_file);
  QJsonParseError error;
  if (!source.open(QIODevice::ReadOnly)) {
    wrong(QStringLiteral("open"));
    return std::nullopt;
  }
  const QByteArray text = source.readAll();
  const QJsonDocument document = QJsonDocument::fromJson(text, &error);
  if (!document.isObject()) {
    wrong(QString::number(error.offset));
    return std::nullopt;
  }
  if (const QString twice = repeatedKey(text); !twice.isEmpty()) {
    wrong(twice);
    return std::nullopt;
  }
  return document.object();
}

Result<RuleBook> RuleReader::read(const QString& folder) {
  RuleReader reader(folder);
  bool good = reader.readSets();
  for (const QString& file : kRuleFiles)
    good = good && reader.readRules(file);
  good = good && reader.readSentences() && reader.readProofs();
  if (!good)
    return fail(ErrorCode::Internal, reader.m_error);
  return std::move(reader.m_book);
}

bool RuleReader::readSets() {
  const auto root = open(QStringLiteral("sets"));
  if (!root)
    return false;
  for (const QJsonValue& value : root->value(u"sets").toArray()) {
    const QJsonObject object = value.toObject();
    RuleSet set;
    set.id = object.value(u"id").toString();
    set.title = textOf(object.value(u"title"));
    set.province = object.value(u"province").toString();
    const auto level = levelFrom(object.value(u"level").toString());
    if (set.id.isEmpty() || !level || !complete(set.title))
      return wrong(set.id);
    set.level = *level;
    for (const QJsonValue& spanValue : object.value(u"validity").toArray()) {
      const QJsonObject span = spanValue.toObject();
      const auto from = dateFrom(span.value(u"from"));
      const auto to = dateFrom(span.value(u"to"));
      if (!from || !to)
        return wrong(set.id);
      Validity validity{*from, *to, {}};
      for (const QJsonValue& key : span.value(u"stages").toArray()) {
        const auto stage = stageFromKey(key.toString());
        if (!stage)
          return wrong(set.id);
        validity.stages << *stage;
      }
      set.validity << validity;
    }
    if (set.validity.isEmpty())
      return wrong(set.id);
    m_book.m_sets << set;
  }
  return !m_book.m_sets.isEmpty() || wrong(QStringLiteral("sets"));
}

bool RuleReader::readRules(const QString& file) {
  const auto root = open(file);
  if (!root)
    return false;
  for (const QJsonValue& value : root->value(u"rules").toArray())
    if (!readRule(value.toObject()))
      return false;
  return true;
}

bool RuleReader::readRule(const QJsonObject& object) {
  static const QStringList keys{QStringLiteral("id"),     QStringLiteral("state"),      QStringLiteral("title"),
                                QStringLiteral("text"),   QStringLiteral("severity"),   QStringLiteral("override"),
                                QStringLiteral("acts"),   QStringLiteral("parameters"), QStringLiteral("proofs"),
                                QStringLiteral("bases"),  QStringLiteral("sentences"),  QStringLiteral("occasions"),
                                QStringLiteral("bounds"), QStringLiteral("open_point")};
  Rule rule;
  rule.id = object.value(u"id").toString();
  if (rule.id.isEmpty() || m_book.m_byId.contains(rule.id) || !onlyKeys(object, keys))
    return wrong(rule.id);
  const QString state = object.value(u"state").toString();
  if (state != u"implemented" && state != u"later")
    return wrong(rule.id);
  rule.state = state == u"implemented" ? RuleState::Implemented : RuleState::Later;
  rule.title = textOf(object.value(u"title"));
  rule.text = textOf(object.value(u"text"));
  if (!complete(rule.title))
    return wrong(rule.id);
  rule.severity = severityFromKey(object.value(u"severity").toString());
  if (object.contains(u"severity") && !rule.severity)
    return wrong(rule.id);
  rule.overrideBy = object.value(u"override").toString();
  rule.parameters = object.value(u"parameters").toObject();
  for (const QJsonValue& value : object.value(u"occasions").toArray()) {
    const auto occasion = occasionFrom(value.toString());
    if (!occasion || rule.occasions.contains(*occasion))
      return wrong(rule.id);
    rule.occasions << *occasion;
  }
  // A check that is never asked is a slip; a rule to come later has none.
  if (rule.occasions.isEmpty() == (rule.state == RuleState::Implemented))
    return wrong(rule.id);
  for (const QJsonValue& value : object.value(u"acts").toArray()) {
    if (!isActKind(value.toString()))
      return wrong(rule.id);
    rule.acts << value.toString();
  }
  for (const QJsonValue& value : object.value(u"proofs").toArray())
    rule.proofs << value.toString();
  rule.openPoint = object.value(u"open_point").toBool();
  // Without a kind of paper it would stand open for ever.
  if (object.contains(u"open_point") && (!rule.openPoint || rule.proofs.isEmpty()))
    return wrong(rule.id);
  for (const QJsonValue& value : object.value(u"bases").toArray()) {
    const QJsonObject basis = value.toObject();
    RuleBasis made{basis.value(u"set").toString(), textOf(basis), basis.value(u"parameters").toObject(),
                   severityFromKey(basis.value(u"severity").toString())};
    if (!m_book.set(made.set) || !complete(made.citation))
      return wrong(rule.id);
    rule.bases << made;
  }
  if (rule.bases.isEmpty())
    return wrong(rule.id);
  std::stable_sort(rule.bases.begin(), rule.bases.end(), [this](const RuleBasis& a, const RuleBasis& b) {
    return m_book.set(a.set)->level < m_book.set(b.set)->level;
  });
  rule.bounds = object.value(u"bounds").toObject();
  const QJsonObject known = knownParameters(rule);
  if (rule.bounds.keys() != known.keys())
    return wrong(rule.id);
  for (const QJsonValue& bound : std::as_const(rule.bounds))
    if (!isBound(bound))
      return wrong(rule.id);
  const QJsonObject sentences = object.value(u"sentences").toObject();
  for (auto it = sentences.begin(); it != sentences.end(); ++it) {
    const auto sentence = readSentence(it.value().toObject(), it.key());
    if (!sentence || (it.key() != rule.id && !it.key().startsWith(rule.id + u'.')))
      return wrong(it.key());
    rule.sentences.insert(it.key(), *sentence);
  }
  m_book.m_byId.insert(rule.id, static_cast<int>(m_book.m_rules.size()));
  m_book.m_rules << rule;
  return true;
}

std::optional<RuleSentence> RuleReader::readSentence(const QJsonObject& object, const QString& place) {
  RuleSentence sentence{textOf(object),
                        textOf(object.value(u"remedy")),
                        severityFromKey(object.value(u"severity").toString()),
                        {},
                        {},
                        {},
                        {},
                        object.value(u"open_point").toBool()};
  for (const QJsonValue& value : object.value(u"proofs").toArray())
    sentence.proofs << value.toString();
  for (const QJsonValue& value : object.value(u"any_proofs").toArray())
    sentence.anyProofs << value.toString();
  if (object.contains(u"citation"))
    sentence.citation = textOf(object.value(u"citation"));
  for (const QJsonValue& value : object.value(u"items").toArray())
    sentence.items << value.toString();
  const bool good = complete(sentence.text) && complete(sentence.remedy) &&
                    (!sentence.citation || complete(*sentence.citation)) &&
                    (!object.contains(u"severity") || sentence.severity) &&
                    (sentence.proofs.isEmpty() || sentence.anyProofs.isEmpty());
  if (!good) {
    wrong(place);
    return std::nullopt;
  }
  return sentence;
}

bool RuleReader::readSentences() {
  const auto root = open(QStringLiteral("general"));
  if (!root)
    return false;
  const QJsonObject sentences = root->value(u"sentences").toObject();
  for (auto it = sentences.begin(); it != sentences.end(); ++it) {
    const auto sentence = readSentence(it.value().toObject(), it.key());
    if (!sentence)
      return false;
    m_book.m_general.insert(it.key(), *sentence);
  }
  return m_book.m_general.contains(QStringLiteral("unknown")) || wrong(QStringLiteral("unknown"));
}

bool RuleReader::readPaperKind(const QString& key, const QJsonObject& object) {
  static const QStringList keys{QStringLiteral("zh"),     QStringLiteral("en"),          QStringLiteral("needs"),
                                QStringLiteral("levels"), QStringLiteral("beforeBirth"), QStringLiteral("usedBy")};
  PaperKind kind{textOf(object), {}, {}, object.value(u"beforeBirth").toBool(), object.value(u"usedBy").toString()};
  for (const QJsonValue& value : object.value(u"needs").toArray())
    kind.needs << value.toString();
  for (const QJsonValue& value : object.value(u"levels").toArray())
    kind.levels << value.toString();
  const auto known = [](const QStringList& words, const QHash<QString, LocalText>& of) {
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return of.contains(word); });
  };
  const bool good = complete(kind.name) && onlyKeys(object, keys) && !kind.needs.isEmpty() &&
                    known(kind.needs, m_book.m_paperParts) && known(kind.levels, m_book.m_paperLevels) &&
                    (kind.levels.isEmpty() || kind.needs.contains(QStringLiteral("level")));
  m_book.m_proofs.insert(key, kind);
  return good || wrong(key);
}

bool RuleReader::readProofs() {
  const auto root = open(QStringLiteral("proofs"));
  if (!root)
    return false;
  const auto readWords = [&](const QString& list, QHash<QString, LocalText>& words) {
    const QJsonObject texts = root->value(list).toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
      words.insert(it.key(), textOf(it.value()));
    return std::all_of(words.begin(), words.end(), complete) || wrong(list);
  };
  if (!readWords(QStringLiteral("parts"), m_book.m_paperParts) ||
      !readWords(QStringLiteral("levels"), m_book.m_paperLevels))
    return false;
  const QJsonObject proofs = root->value(u"proofs").toObject();
  for (auto it = proofs.begin(); it != proofs.end(); ++it)
    if (!readPaperKind(it.key(), it.value().toObject()))
      return false;
  for (const Rule& rule : std::as_const(m_book.m_rules)) {
    QStringList kinds = rule.proofs;
    for (const RuleSentence& sentence : rule.sentences)
      kinds << sentence.proofs << sentence.anyProofs;
    for (const QString& kind : std::as_const(kinds))
      if (!m_book.m_proofs.contains(kind))
        return wrong(kind);
  }
  return true;
}

Result<RuleBook> RuleReader::layOver(RuleBook book, RuleLevel level, const QJsonObject& settings,
                                     const RuleBook::Span& span) {
  const bool county = level == RuleLevel::County;
  const QString setId = (county ? QStringLiteral("COUNTY") : QStringLiteral("SCHOOL")) +
                        (span.from.isValid() ? u'@' + span.from.toString(Qt::ISODate) : QString());
  const QString who = keyOf(level);
  const auto invalid = [&](const QString& what, const QString& value) {
    return fail(ErrorCode::ValueInvalid, {who + u' ' + what, value});
  };
  if (settings.isEmpty())
    return book;
  static const Keys keys{{QStringLiteral("from"), QJsonValue::String},
                         {QStringLiteral("to"), QJsonValue::String},
                         {QStringLiteral("rules"), QJsonValue::Object}};
  static const Keys changes{{QStringLiteral("parameters"), QJsonValue::Object},
                            {QStringLiteral("severity"), QJsonValue::String}};
  if (const QString key = strangeKey(settings, keys); !key.isEmpty())
    return invalid(key, key);
  const auto from = dateFrom(settings.value(u"from"));
  const auto to = dateFrom(settings.value(u"to"));
  if (!from)
    return invalid(QStringLiteral("from"), settings.value(u"from").toString());
  if (!to)
    return invalid(QStringLiteral("to"), settings.value(u"to").toString());
  book.m_sets << RuleSet{setId,
                         county ? LocalText{QStringLiteral("县（区）设置"), QStringLiteral("County settings")}
                                : LocalText{QStringLiteral("学校设置"), QStringLiteral("School settings")},
                         level,
                         {},
                         {Validity{laterOf(*from, span.from), earlierOf(*to, span.to), {}}}};
  const QJsonObject rules = settings.value(u"rules").toObject();
  for (auto it = rules.begin(); it != rules.end(); ++it) {
    const auto index = book.m_byId.constFind(it.key());
    if (index == book.m_byId.constEnd())
      return invalid(it.key(), it.key());
    Rule& rule = book.m_rules[*index];
    const QJsonObject change = it.value().toObject();
    if (const QString key = strangeKey(change, changes); !it.value().isObject() || !key.isEmpty())
      return invalid(key.isEmpty() ? it.key() : it.key() + u'.' + key, key.isEmpty() ? it.key() : key);
    const QJsonObject known = knownParameters(rule);
    const QJsonObject parameters = change.value(u"parameters").toObject();
    for (auto p = parameters.begin(); p != parameters.end(); ++p)
      if (known.value(p.key()).type() != p.value().type())
        return invalid(it.key() + u'.' + p.key(), parameterText(p.value()));
    const QString wish = change.value(u"severity").toString();
    const auto severity = severityFromKey(wish);
    // Severity's order is from strict to mild.
    if (!wish.isEmpty() && (!severity || !rule.severity || *severity > *rule.severity))
      return invalid(it.key() + QStringLiteral(".severity"), wish);
    rule.bases << RuleBasis{setId, book.m_sets.last().title, parameters, severity};
  }
  return book;
}

namespace {

/// Whether one of the set's days lies in the span.
bool meets(const RuleSet& set, const QDate& from, const QDate& to) {
  return std::any_of(set.validity.begin(), set.validity.end(), [&](const Validity& days) {
    return !(days.to.isValid() && from.isValid() && days.to < from) &&
           !(days.from.isValid() && to.isValid() && to < days.from);
  });
}

/// What the documents say of a parameter that are in force on one of the days.
QList<QJsonValue> lawOn(const RuleBook& book, const Rule& rule, const QString& parameter, const QDate& from,
                        const QDate& to) {
  QList<QJsonValue> said;
  for (const RuleBasis& basis : rule.bases)
    if (const RuleSet* set = book.set(basis.set);
        set->level < RuleLevel::County && basis.parameters.contains(parameter) && meets(*set, from, to))
      said << basis.parameters.value(parameter);
  if (said.isEmpty())
    said << (rule.parameters.contains(parameter) ? rule.parameters : knownParameters(rule)).value(parameter);
  return said;
}

} // namespace

Result<void> RuleReader::checkBounds(const RuleBook& book, RuleLevel level, const QJsonObject& settings,
                                     const RuleBook::Span& span) {
  const auto invalid = [&](const QString& what, const QString& bounds, const QString& value) {
    return fail(ErrorCode::ValueInvalid, {QStringLiteral("%1 %2 (%3)").arg(keyOf(level), what, bounds), value});
  };
  const QDate from = laterOf(dateFrom(settings.value(u"from")).value_or(QDate()), span.from);
  const QDate end = dateFrom(settings.value(u"to")).value_or(QDate());
  const QDate to = earlierOf(end, span.to);
  if (from.isValid() && end.isValid() && end < from)
    return invalid(QStringLiteral("to"), QStringLiteral("≥") + from.toString(Qt::ISODate), end.toString(Qt::ISODate));
  const QJsonObject rules = settings.value(u"rules").toObject();
  for (auto it = rules.begin(); it != rules.end(); ++it) {
    const Rule& rule = *book.rule(it.key());
    const QJsonObject parameters = it.value().toObject().value(u"parameters").toObject();
    for (auto p = parameters.begin(); p != parameters.end(); ++p)
      for (const QJsonValue& law : lawOn(book, rule, p.key(), from, to))
        if (const QJsonValue bound = rule.bounds.value(p.key()); !isWithin(bound, law, p.value()))
          return invalid(rule.id + u'.' + p.key(), boundText(bound, law), parameterText(p.value()));
  }
  return {};
}

} // namespace xueji
