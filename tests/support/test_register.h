#pragma once

#include "register/office.h"
#include "register/roster_import.h"
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
const FieldCatalogue& catalogue();
Result<void> createRegister(const QString& folder, const Clock& clock); ///< of the sample school, cheapest key

/// A register in a temporary folder with its registrar signed in.
class TestRegister {
public:
  TestRegister();

  FixedClock clock;
  SeededRandom random;

  Office& office() { return *m_office; }
  RegisterStore& store() { return m_office->store(); }
  QString folder() const { return m_place.filePath(QStringLiteral("school.xueji")); }
  QString path(const QString& name) const { return m_place.filePath(name); }

  void signOut() { m_office.reset(); }
  void signIn(const QString& user = QString::fromUtf8(kRegistrar));
  void addUser(const char* name, Role role);

  /// Everything of everybody, as the csv that leaves the register.
  QByteArray exported();
  /// "read student:1 ..." line by line, oldest first, as the auditor sees them.
  QStringList logLines();
  /// Empty, or what verify() found.
  QString damage();
  int actCount() { return store().acts().count().value_or(-1); }

  qint64 enrolChild(int number);
  StudentRow row(qint64 student);
  Result<ImportPlan> plan(const QString& path, int entryYear = 2024);
  /// Plans and commits; fails the test when that fails.
  ImportResult import(const QString& path, bool onlyGood = true);

  QString writeCsv(const QString& name, const QList<QStringList>& lines) const;

private:
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
