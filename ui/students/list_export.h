#pragma once

#include "domain/error.h"
#include "domain/student_query.h"
#include "register/roster_list.h"

#include <QObject>
#include <QPointer>
#include <optional>

namespace xueji {

class Job;
class Session;

/// The export of a list as xlsx or csv: asks whether numbers are masked or full and then for what, asks for the file,
/// and runs as a job.
class ListExport : public QObject {
  Q_OBJECT

public:
  ListExport(Session& session, QWidget* window);

  /// False when the person gave up or may not.
  bool start(const StudentQuery& query);
  bool isRunning() const { return m_job != nullptr; }

signals:
  void started(Job* job); ///< again after a second person was asked for
  void done(const Exported& exported, const QString& path);
  void failed(const Error& error);
  void ended();

private:
  struct Wish {
    QString purpose;                    ///< empty: masked
    std::optional<ExportLayout> layout; ///< the sheet of the national system
  };
  /// Nothing: given up.
  std::optional<Wish> ask();
  void write(const StudentQuery& query, const QString& path, const Wish& wish);

  Session& m_session;
  QPointer<Job> m_job;
  QWidget* m_window;
};

} // namespace xueji
