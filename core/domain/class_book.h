#pragma once

#include "domain/class_facts.h"
#include "domain/grade_name.h"

#include <QMap>

namespace xueji {

/// A class as it stands on a day.
struct ClassOn {
  qint64 id = 0;
  ClassFact is;
  ClassProfileFact profile;
  QString opened;    ///< first day
  QString closed;    ///< first day on which it is closed for good; empty: nothing closes it
  bool open = false; ///< children may be in it on that day

  /// 3班, or the name it goes by.
  QString name() const;
  /// 一年级(3)班 as of a day, 复式班 and others by their name.
  QString title(const QDate& day, const SchoolSystem& system) const;
};

/// All classes of the school with their dated facts. A value.
class ClassBook {
public:
  void add(const QString& fact, FactRow row);

  /// The class as at a day (yyyy-MM-dd), before its first day as at that; none where it does not exist or its making
  /// was declared void.
  std::optional<ClassOn> on(qint64 id, const QString& day) const;
  /// Those that stand and are open on the day, in the order stage, cohort (newest first), number, name.
  QList<ClassOn> openOn(const QString& day) const;
  /// All that stand, open or closed, as at the day, in the same order.
  QList<ClassOn> all(const QString& day) const;
  /// The class of a cohort with this number, or with this name where the number is 0, that is open on the day or
  /// opens later.
  std::optional<ClassOn> find(Stage stage, int cohort, int number, const QString& name, const QString& day) const;
  bool isEmpty() const { return m_classes.isEmpty(); }

private:
  QMap<qint64, Chains> m_classes;
};

/// What a roster's class text asks for.
struct WantedClass {
  enum class Fault {
    None,
    OtherCohort, ///< it names another year or grade than the child's
  };
  int number = 0; ///< 0: by name
  QString name;   ///< where it has no number
  Fault fault = Fault::None;
};
/// Reads 3班, 一(3)班, 2024级3班 for a child of this cohort; a grade is good when the cohort is in it on one of the
/// days. A text that names no number is a name (实验楼班).
WantedClass wantedClass(const QString& text, Stage stage, int cohort, const SchoolSystem& system,
                        const QList<QDate>& days);

} // namespace xueji
