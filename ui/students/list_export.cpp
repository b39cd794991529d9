#include "list_export.h"

#include "register/roster_list.h"
#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/session.h"

#include <QFileInfo>
#include <QPointer>
#include <QWidget>

namespace xueji {

ListExport::ListExport(Session& session, QWidget* window) : QObject(window), m_session(session), m_window(window) {}

std::optional<QString> ListExport::askPurpose() {
  Question question;
  question.title = tr("Export the list");
  question.text = tr("Shall identity numbers, student numbers and phones be masked in the file?");
  question.detail = tr("A file with full numbers is not protected any more once it has left the register.");
  question.answers = {tr("Masked"), tr("In full ..."), tr("Cancel")};
  switch (m_session.dialogs().ask(m_window, question)) {
  case 0:
    return QString();
  case 1:
    return m_session.dialogs().askText(m_window, tr("Purpose of the export"),
                                       tr("Who receives the list, and for what? The log keeps the answer."),
                                       {tr("Report to the education bureau"), tr("Check with the national system")});
  default:
    return std::nullopt;
  }
}

bool ListExport::start(const StudentQuery& query) {
  if (auto allowed = m_session.store().require(Capability::Export); !allowed) {
    emit failed(allowed.error());
    return false;
  }
  const auto purpose = askPurpose();
  if (!purpose)
    return false;
  QString path = m_session.dialogs().saveFile(
      m_window, tr("Export the list"),
      QStringLiteral("%1-%2.xlsx").arg(tr("students"), m_session.clock().today().toString(Qt::ISODate)),
      tr("Spreadsheet (*.xlsx);;Text (*.csv)"));
  if (path.isEmpty())
    return false;
  if (QFileInfo(path).suffix().isEmpty())
    path += QLatin1String(".xlsx");
  return write(query, path, *purpose, nullptr);
}

bool ListExport::write(const StudentQuery& query, const QString& path, const QString& purpose,
                       std::shared_ptr<WitnessToken> witness) {
  auto written = std::make_shared<int>(0);
  const QPointer<ListExport> self(this);
  const auto begun = m_session.jobs().start(
      m_session.office(),
      [query, path, purpose, written, witness](Office& office, const Progress& progress) -> Result<void> {
        const auto rows = exportRoster(office, query, path, purpose, progress, witness.get());
        if (!rows)
          return std::unexpected(rows.error());
        *written = *rows;
        return {};
      },
      [self, query, path, purpose, written, witness](const Result<void>& outcome) {
        if (!self)
          return;
        emit self->ended();
        if (outcome)
          emit self->done(*written, path);
        else if (outcome.error().code == ErrorCode::WitnessNeeded && !witness) {
          if (auto token = askWitness(self->m_session, self->m_window, outcome.error()); token && self)
            self->write(query, path, purpose, std::make_shared<WitnessToken>(std::move(*token)));
        } else if (outcome.error().code != ErrorCode::Cancelled)
          emit self->failed(outcome.error());
      });
  if (!begun) {
    emit failed(begun.error());
    return false;
  }
  emit started();
  return true;
}

} // namespace xueji
