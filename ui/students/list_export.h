#pragma once

#include "domain/error.h"
#include "domain/student_query.h"

#include <QObject>
#include <memory>
#include <optional>

namespace xueji {

class Session;
class WitnessToken;

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
  /// Asks for a second person where one is needed and then writes again.
  bool write(const StudentQuery& query, const QString& path, const QString& purpose,
             std::shared_ptr<WitnessToken> witness);

  Session& m_session;
  QWidget* m_window;
};

} // namespace xueji
