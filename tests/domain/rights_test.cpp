// The table of rights: in step with the catalogue and the facts, without unknown words, and what it says of each role.

#include "domain/ledger_facts.h"
#include "domain/rights.h"

#include <QtTest>

using namespace xueji;

namespace {

const QList<Role> kRoles{Role::Registrar, Role::Principal, Role::Helper, Role::Nurse, Role::AidOfficer, Role::Auditor};

/// Verbs that a role has for a group, in the order of the table.
QString verbsOf(Role role, const QString& group) {
  QStringList verbs;
  for (const Verb verb : allVerbs())
    if (Rights::standard().allows(role, verb, group))
      verbs << toKey(verb);
  return verbs.join(QLatin1Char(' '));
}

} // namespace

class RightsTest : public QObject {
  Q_OBJECT

private slots:
  void everyItemOfTheCatalogueHasAGroup() {
    const FieldCatalogue fields = FieldCatalogue::load();
    const Rights& rights = Rights::standard();
    for (const FieldDefinition& field : fields.all())
      QVERIFY2(rights.groups().contains(rights.groupOf(field)), qPrintable(field.id));
    QStringList sections;
    for (const FieldSection& section : fields.sections())
      sections << section.id;
    QStringList named = rights.sections();
    named.sort();
    sections.sort();
    QCOMPARE(named, sections);
    for (const QString& item : rights.items())
      QVERIFY2(fields.byId(item), qPrintable(item));
  }

  void everyFactHasAGroup() {
    for (const Fact& fact : ledgerFacts())
      QVERIFY2(Rights::standard().groups().contains(fact.group), qPrintable(fact.key));
  }

  void everyRoleIsAColumn() { QCOMPARE(Rights::standard().roles(), kRoles); }

  void whoChangesOrTakesSomethingOutSeesIt() {
    const Rights& rights = Rights::standard();
    for (const Role role : kRoles)
      for (const QString& group : rights.groups()) {
        const bool sees = rights.allows(role, Verb::See, group);
        if (group == right_group::kBackup) // nothing of it is looked at
          continue;
        for (const Verb verb : allVerbs())
          QVERIFY2(sees || !rights.allows(role, verb, group), qPrintable(toKey(role) + QLatin1Char(' ') + group));
        // A masked value that is typed over would be stored masked.
        if (group != right_group::kSchool && group != right_group::kAccounts)
          QVERIFY2(!rights.allows(role, Verb::Change, group) || rights.allows(role, Verb::SeeWhole, group),
                   qPrintable(toKey(role) + QLatin1Char(' ') + group));
      }
  }

  void whatARoleMay_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("verbs");
    const auto row = [](Role role, const char* group, const char* verbs) {
      QTest::addRow("%s %s", qPrintable(toKey(role)), group) << int(role) << group << verbs;
    };
    row(Role::Registrar, "identity", "see see_whole change print export void undo");
    row(Role::Registrar, "health", "see see_whole change print export void undo");
    row(Role::Registrar, "log", "");
    row(Role::Registrar, "accounts", "see change");
    row(Role::Principal, "identity", "see see_whole print approve");
    row(Role::Principal, "log", "see");
    row(Role::Principal, "school", "see");
    row(Role::Helper, "identity", "see print");
    row(Role::Helper, "health", "");
    row(Role::Helper, "aid", "");
    row(Role::Nurse, "health", "see see_whole change print void");
    row(Role::Nurse, "aid", "");
    row(Role::Nurse, "papers", "");
    row(Role::AidOfficer, "aid", "see see_whole change print void");
    row(Role::AidOfficer, "health", "");
    row(Role::Auditor, "log", "see");
    row(Role::Auditor, "identity", "");
    row(Role::Auditor, "papers", "");
    row(Role::Registrar, "nothing such", "");
  }
  void whatARoleMay() {
    QFETCH(int, role);
    QFETCH(QString, group);
    QFETCH(QString, verbs);
    QCOMPARE(verbsOf(Role(role), group), verbs);
  }

  void ownClassesAreLessThanTheSchool() {
    const auto rights = Rights::fromLines({QStringLiteral("helper")},
                                          {{QStringLiteral("health"), QStringLiteral("see print:own")}}, {});
    QVERIFY(rights);
    const QString health = QStringLiteral("health");
    QVERIFY(rights->allows(Role::Helper, Verb::See, health, Scope::School));
    QVERIFY(rights->allows(Role::Helper, Verb::See, health, Scope::OwnClasses));
    QVERIFY(!rights->allows(Role::Helper, Verb::Print, health, Scope::School));
    QVERIFY(rights->allows(Role::Helper, Verb::Print, health, Scope::OwnClasses));
    QVERIFY(!rights->allows(Role::Helper, Verb::Change, health, Scope::OwnClasses));
    QVERIFY(!rights->allows(Role::Registrar, Verb::See, health, Scope::OwnClasses));
  }

  void anUnknownWordIsRefused_data() {
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("group");
    QTest::addColumn<bool>("good");
    const QStringList section{"section", "identity", "health"};
    QTest::newRow("all known") << "helper"
                               << "see" << section << true;
    QTest::newRow("nothing allowed") << "helper"
                                     << "-" << section << true;
    QTest::newRow("an item") << "helper"
                             << "see" << QStringList{"item", "health", "health"} << true;
    QTest::newRow("role") << "janitor"
                          << "see" << section << false;
    QTest::newRow("verb") << "helper"
                          << "look" << section << false;
    QTest::newRow("scope") << "helper"
                           << "see:all" << section << false;
    QTest::newRow("verb twice") << "helper"
                                << "see see:own" << section << false;
    QTest::newRow("group") << "helper"
                           << "see" << QStringList{"section", "identity", "wealth"} << false;
    QTest::newRow("neither section nor item") << "helper"
                                              << "see" << QStringList{"fact", "name", "health"} << false;
  }
  void anUnknownWordIsRefused() {
    QFETCH(QString, role);
    QFETCH(QString, cell);
    QFETCH(QStringList, group);
    QFETCH(bool, good);
    const auto rights = Rights::fromLines({role}, {{QStringLiteral("health"), cell}}, {group});
    QCOMPARE(rights.has_value(), good);
    if (!good)
      QCOMPARE(rights.error().code, ErrorCode::ValueInvalid);
  }

  void aGroupStandsOnce() {
    const QStringList line{QStringLiteral("health"), QStringLiteral("see")};
    QVERIFY(Rights::fromLines({QStringLiteral("helper")}, {line}, {}));
    QVERIFY(!Rights::fromLines({QStringLiteral("helper")}, {line, line}, {}));
  }
};

QTEST_GUILESS_MAIN(RightsTest)
#include "rights_test.moc"
