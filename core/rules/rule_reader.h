#pragma once

#include "rules/rule_book.h"

namespace xueji {

/// Makes a RuleBook of its JSON files. Strict: an unknown key, severity, act, set or stage is an error, so that a slip
/// in a rule cannot pass unseen.
class RuleReader {
public:
  /// Error: Internal (args: file, place).
  static Result<RuleBook> read(const QString& folder);
  /// County or school settings as one more set; see RuleBook::withSettings().
  static Result<RuleBook> layOver(RuleBook book, RuleLevel level, const QJsonObject& settings,
                                  const RuleBook::Span& span);
  /// See RuleBook::checkSettings(); of settings that layOver() takes.
  static Result<void> checkBounds(const RuleBook& book, RuleLevel level, const QJsonObject& settings,
                                  const RuleBook::Span& span);

private:
  explicit RuleReader(QString folder) : m_folder(std::move(folder)) {}
  bool readSets();
  bool readRules(const QString& file);
  bool readSentences();
  bool readProofs();
  bool readPaperKind(const QString& key, const QJsonObject& object);
  std::optional<QJsonObject> open(const QString& file);
  bool wrong(const QString& place);
  bool readRule(const QJsonObject& object);
  std::optional<RuleSentence> readSentence(const QJsonObject& object, const QString& place);

  QString m_folder;
  QString m_file;
  QStringList m_error;
  RuleBook m_book;
};

} // namespace xueji
