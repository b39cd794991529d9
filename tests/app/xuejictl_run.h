#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace xueji::test {

inline const QString kPassword = QStringLiteral("Ceshi-2024!");
inline const QString kWitnessPassword = QStringLiteral("Witness-2024!");
inline const QString kUser = QStringLiteral("测试员");
inline const QString kRosters = QStringLiteral(XUEJI_TEST_DATA "/rosters/");

/// What one run of the program came to.
struct Outcome {
  int code = -1;
  QByteArray out;
  QByteArray err;

  QList<QJsonObject> objects() const {
    QList<QJsonObject> found;
    for (const QByteArray& line : out.split('\n'))
      if (!line.isEmpty())
        found << QJsonDocument::fromJson(line).object();
    return found;
  }
  QJsonObject summary() const { return objects().isEmpty() ? QJsonObject() : objects().last(); }
};

inline Outcome run(const QStringList& arguments, const QString& password = kPassword, const QString& newPassword = {}) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("XUEJI_PASSWORD"), password);
  if (!newPassword.isEmpty())
    environment.insert(QStringLiteral("XUEJI_NEW_PASSWORD"), newPassword);
  environment.insert(QStringLiteral("XUEJI_WITNESS_PASSWORD"), kWitnessPassword);
  process.setProcessEnvironment(environment);
  process.start(QStringLiteral(XUEJICTL), arguments);
  Outcome outcome;
  if (process.waitForFinished(240'000) && process.exitStatus() == QProcess::NormalExit)
    outcome.code = process.exitCode();
  outcome.out = process.readAllStandardOutput();
  outcome.err = process.readAllStandardError();
  return outcome;
}

inline QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void write(const QString& path, const QByteArray& content) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(content), content.size());
}

} // namespace xueji::test
