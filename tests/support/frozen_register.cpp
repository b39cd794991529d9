#include "support/frozen_register.h"

#include "support/sql_rows.h"

#include <QDir>
#include <QFile>

namespace xueji::test {

QString frozenRegister(int schema) {
  return QStringLiteral(XUEJI_TEST_DATA "/registers/schema%1.xueji").arg(schema);
}

bool copyFolder(const QString& from, const QString& to) {
  bool good = QDir().mkpath(to + QStringLiteral("/backups"));
  for (const QString& name : QDir(from).entryList(QDir::Files))
    good = QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name) &&
           QFile::setPermissions(to + QLatin1Char('/') + name, QFile::ReadOwner | QFile::WriteOwner) && good;
  return good;
}

QStringList contentOf(const QSqlDatabase& database, int schema) {
  QStringList questions{
      QStringLiteral("SELECT 'act', id, kind, subject_kind, subject, day, entered_by, batch, refers, ground FROM act"),
      QStringLiteral("SELECT 'batch', id, kind, made_by, source, count, undoes FROM batch"),
      QStringLiteral(
          "SELECT 'enrolment', id, act, voided_by, subject, day, school, stage, cohort, entry_month, entry_mode "
          "FROM fact_enrolment"),
      QStringLiteral("SELECT 'status', id, act, voided_by, subject, day, value FROM fact_status"),
      QStringLiteral("SELECT 'number', id, act, voided_by, subject, day, value, source FROM fact_number"),
      QStringLiteral("SELECT 'name', id, act, voided_by, subject, day, value FROM fact_name"),
      QStringLiteral(
          "SELECT 'reading', id, act, voided_by, subject, day, \"full\", initials, by_person FROM fact_reading"),
      QStringLiteral("SELECT 'document', id, act, voided_by, subject, day, type, number FROM fact_document"),
      QStringLiteral("SELECT 'item', id, act, voided_by, subject, day, items FROM fact_item"),
      QStringLiteral(
          "SELECT 'paper', id, act, voided_by, subject, day, kind, number, issuer, level, issued, note, withdraws "
          "FROM fact_paper"),
      QStringLiteral("SELECT 'school', id, act, voided_by, subject, day, content FROM fact_school_profile"),
      QStringLiteral("SELECT 'stages', id, act, voided_by, subject, day, content FROM fact_school_stages"),
      QStringLiteral("SELECT 'rules', id, act, voided_by, subject, day, county, school FROM fact_school_rules"),
      QStringLiteral(
          "SELECT 'student', id, revision, status, entry_year, stage, enrolled_on, pinyin, name, sex, birth_date, "
          "student_number, phone, current_address, talents FROM student"),
      QStringLiteral("SELECT 'guardian', student * 10 + position, name, phone FROM guardian"),
      QStringLiteral("SELECT 'user', id, name, role, removed <> '' FROM user"),
  };
  if (schema >= 2)
    questions << QStringLiteral("SELECT 'class', id, act, voided_by, subject, day, stage, cohort, number, kind FROM "
                                "fact_class")
              << QStringLiteral("SELECT 'class state', id, act, voided_by, subject, day, value FROM fact_class_state")
              << QStringLiteral("SELECT 'class profile', id, act, voided_by, subject, day, name, head_teacher, "
                                "capacity FROM fact_class_profile")
              << QStringLiteral("SELECT 'placement', id, act, voided_by, subject, day, class FROM fact_placement")
              << QStringLiteral("SELECT 'outcome', id, act, voided_by, subject, day, stage, result, certificate, "
                                "issued FROM fact_outcome");
  if (schema >= 3)
    questions << QStringLiteral("SELECT 'approval', id, case_id, act, given_by, judgement, ground FROM approval")
              << QStringLiteral("SELECT 'case of act', id, case_id FROM act WHERE case_id <> 0");
  QStringList lines;
  for (const QString& question : questions)
    lines << rowsOf(database, question + QStringLiteral(" ORDER BY 2"));
  return lines;
}

QStringList writtenDown(int schema) {
  QFile file(frozenRegister(schema) + QStringLiteral(".txt"));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

QStringList lasting(QStringList lines) {
  lines.removeIf([](const QString& line) {
    return line.startsWith(QStringLiteral("student|")) || line.startsWith(QStringLiteral("guardian|"));
  });
  return lines;
}

} // namespace xueji::test
