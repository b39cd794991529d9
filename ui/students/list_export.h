#pragma once

#include "store/student_table.h"

#include <QObject>

namespace xueji {

class Session;

/// The export of a list as xlsx or csv: asks whether numbers are masked or full and then for what, asks for the file,
/// and runs as a job.
class ListExport : public QObject {
  Q_OBJECT

public:
  ListExport(Session& session, QWidget* window);

  /// False when the person gave up or nothing could start.
  bool start(const StudentQuery& query);

signals:
  void started();
  void done(int students, const QString& path);
  void failed(const Error& error);
  void ended();

private:
  /// Empty: masked. Nothing: given up.
  std::optional<QString> askPurpose();

  Session& m_session;
  QWidget* m_window;
};

} // namespace xueji
