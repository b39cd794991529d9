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

  /// As at a day, before its first day as at that; none where the chains hold no class that stands.
  static std::optional<ClassOn> of(const Chains& chains, qint64 id, const QString& day);
  /// 3班, or the name it goes by.
  QString name() const;
  QString stableName() const; ///< 2024级3班, which the years do not change
  /// 一年级(3)班 as of a day, 复式班 and others by their name.
  QString title(const QDate& day, const SchoolSystem& system) const;
  /// Whether it is open on a day that `other` is open on too.
  bool meets(const ClassOn& other) const;
  /// Whether nobody could tell them apart: of one stage and cohort with the same number or the same name, written as it
  /// may be.
  bool isCalledLike(const ClassOn& other) const;
};

/// A child's days in one class, or in none.
struct Stay {
  qint64 classId = 0;
  QString from;
  QString until; ///< first day on which it is over; kLastDay: nothing ends it
};
/// Of one child's placements in their order; what is replaced on its own first day is no stay.
QList<Stay> staysOf(const QList<FactRow>& placements);

/// All classes of the school with their dated facts. A value.
class ClassBook {
public:
  void add(const QString& fact, FactRow row);

  /// The class as at a day (yyyy-MM-dd), before its first day as at that; none where it does not exist or its making
  /// was declared void.
  std::optional<ClassOn> on(qint64 id, const QString& day) const;
  /// All that stand, open or closed, as at the day, in the same order.
  QList<ClassOn> all(const QString& day) const;
  /// The class of a cohort with this number, or with this name (on the day or in the end) where the number is 0, that
  /// is open on the day or opens later; of several one that nothing closes. Names are compared without blanks, width
  /// and case. No class has an empty name.
  std::optional<ClassOn> find(Stage stage, int cohort, int number, const QString& name, const QString& day) const;
  /// Days from which the class has a name (or head teacher, places) of its own.
  QStringList daysOfNames(qint64 id) const;
  bool isEmpty() const { return m_classes.isEmpty(); }

private:
  QMap<qint64, Chains> m_classes;
};

/// What a roster's class text asks for.
struct WantedClass {
  enum class Fault {
    None,
    OtherCohort, ///< it names another year, grade or stage than the child's
    Unreadable,  ///< it names no class that can be read; `name` is the text
  };
  int number = 0; ///< 0: by name
  QString name;   ///< where it has no number
  Fault fault = Fault::None;
};
/// Reads 3班, 一(3)班, 2024级3班, 实验班 (classFromName()) for a child of this cohort; a grade is good when the cohort
/// is in it on one of the days.
WantedClass wantedClass(const QString& text, Stage stage, int cohort, const SchoolSystem& system,
                        const QList<QDate>& days);

} // namespace xueji
