#pragma once

#include "register/acts.h"
#include "register/office.h"
#include "register/registry.h"
#include "register/roster_import.h"
#include "register/student_file.h"
#include "store/accounts.h"
#include "store/tables.h"
#include "support/fixed_clock.h"
#include "support/seeded_random.h"

#include <QTemporaryDir>

namespace xueji::test {

inline constexpr auto kSchool = "2113009998"; ///< of the sample roster
inline constexpr auto kRegistrar = "王芳";
inline constexpr auto kAuditor = "沈静";
inline constexpr auto kPassword = "Linden-Brook-42-lantern";

SecretBytes password();
const RuleBook& ruleBook();
const Registry& registry();
const FieldCatalogue& catalogue();
/// The sample school's register, with the cheapest key.
NewRegister sampleSchool(const QString& folder);
Result<void> createRegister(const QString& folder, const Clock& clock, const Registry& registry = test::registry());

/// A register in a temporary folder with its registrar signed in.
class TestRegister {
public:
  /// `registry` must outlive it.
  explicit TestRegister(const Registry& registry = test::registry());

  FixedClock clock;
  SeededRandom random;

  Office& office() { return *m_office; }
  RegisterStore& store() { return m_office->store(); }
  QString folder() const { return m_place.filePath(QStringLiteral("school.xueji")); }
  QString path(const QString& name) const { return m_place.filePath(name); }

  void signOut() { m_office.reset(); }
  void signIn(const QString& user = QString::fromUtf8(kRegistrar));
  /// Lets the days pass until this one, ten in the morning, and signs in again.
  void turnTo(const QDate& day);
  void addUser(const char* name, Role role);

  /// Everything of everybody, as the csv that leaves the register.
  QByteArray exported();
  /// "read student:1 ..." line by line, oldest first, as the auditor sees them.
  QStringList logLines();
  /// Empty, or what verify() found.
  QString damage();
  /// Acts but the school's first, with which every register begins.
  int actCount() { return store().tables().acts().count().value_or(0) - 1; }

  qint64 enrolChild(int number);
  /// In one batch, as fast as the register takes them; no rule is asked.
  void enrolAll(const QList<StudentRecord>& children, int entryYear = 2024);
  StudentRow row(qint64 student);
  /// A correction that no rule was asked about, as a record that came in before a rule was known has it.
  void setPastTheRules(qint64 student, Field field, const QString& value);
  /// What an act changed: item id -> (before, after).
  QMap<QString, QPair<QString, QString>> changes(qint64 act);
  QList<NumberEntry> numbers(qint64 student);
  Chains chains(qint64 student);
  Result<ImportPlan> plan(const QString& path, int entryYear = 2024);
  /// Plans and commits; fails the test when that fails.
  ImportResult import(const QString& path, bool onlyGood = true);

  QString writeCsv(const QString& name, const QList<QStringList>& lines) const;

private:
  const Registry& m_registry;
  QTemporaryDir m_place;
  std::unique_ptr<Office> m_office;
};

/// Lines of the sample roster as texts: two title lines, the header, the children.
QList<QStringList> sampleLines();
/// A roster of made children in the form of the sample's columns.
QList<QStringList> linesOf(const QList<StudentRecord>& children);

/// "Name: args" of an error, for messages of a failed test.
QString textOf(const Error& error);
/// Codes of what was found, sorted.
QString codesOf(const Findings& findings, bool warnings = true);

} // namespace xueji::test

/// Fails the test with the error's code and arguments.
#define XUEJI_OK(result)                                                                                               \
  do {                                                                                                                 \
    const auto& xuejiResult = (result);                                                                                \
    QVERIFY2(xuejiResult.has_value(), xuejiResult ? "" : qPrintable(xueji::test::textOf(xuejiResult.error())));        \
  } while (false)

/// Fails the test unless it was refused with just this code.
#define XUEJI_FAILS(result, expected)                                                                                  \
  do {                                                                                                                 \
    const auto& xuejiResult = (result);                                                                                \
    QVERIFY2(!xuejiResult.has_value(), "went through");                                                                \
    QCOMPARE(int(xuejiResult.error().code), int(expected));                                                            \
  } while (false)
