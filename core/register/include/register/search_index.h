#pragma once

#include "domain/act.h"
#include "domain/error.h"
#include "domain/student_number.h"

#include <QString>
#include <memory>

namespace xueji {

class Office;

struct SearchHit {
  qint64 student = 0;
  QString name;
  QString studentNumber; ///< as the person may see it; mask before showing
  NumberSource numberSource = NumberSource::Local;
  StudentStatus status = StudentStatus::InSchool;
  QString cohort; ///< 2024级 ...
  enum class By { Name, FormerName, Pinyin, Initials, Number, IdentityNumber, Phone } by = By::Name;
  int matchStart = 0; ///< where in `name` the match stands (By::Name), for bold type
  int matchLength = 0;
};

/// Everybody of the register in memory, searched as one types: names, former names, pinyin, initials, numbers, phones.
/// Holds only what the signed-in person may see: by a number one finds only where it may be seen whole. Built at
/// unlock, wiped at lock. Best first: name beginning, whole pinyin or initials beginning, then inside, then numbers;
/// those in school before those who left; ties by the order of names.
class SearchIndex {
public:
  SearchIndex();
  ~SearchIndex();
  Result<void> build(Office& office);
  /// Takes up one student's new data without building anew.
  Result<void> update(Office& office, qint64 student);
  QList<SearchHit> search(const QString& text, int limit) const;
  int size() const;
  void wipe();

private:
  struct Entry;
  struct Content;
  std::unique_ptr<Content> m_content;
};

} // namespace xueji
