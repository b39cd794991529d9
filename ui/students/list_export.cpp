#include "list_export.h"

#include "ui/shell/ask_witness.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/session.h"

#include <QFileInfo>
#include <QWidget>

namespace xueji {

ListExport::ListExport(Session& session, QWidget* window) : QObject(window), m_session(session), m_window(window) {}

std::optional<ListExport::Wish> ListExport::ask() {
  const QList<ExportLayout> layouts = exportLayouts(m_session.fields()).value_or(QList<ExportLayout>());
  Question question;
  question.title = tr("Export the list");
  question.text = tr("Shall identity numbers, student numbers and phones be masked in the file?");
  question.detail = tr("A file with full numbers is not protected any more once it has left the register.");
  question.answers = {tr("Masked"), tr("In full ...")};
  for (const ExportLayout& layout : layouts)
    question.answers << tr("In full as %1 ...").arg(layout.name);
  question.answers << tr("Cancel");
  const int answer = m_session.dialogs().ask(m_window, question);
  if (answer < 0 || answer == question.answers.size() - 1)
    return std::nullopt;
  if (answer == 0)
    return Wish();
  Wish wish;
  if (answer > 1)
    wish.layout = layouts[answer - 2];
  const auto purpose = m_session.dialogs().askText(
      m_window, tr("Purpose of the export"), tr("Who receives the list, and for what? The log keeps the answer."),
      {tr("Report to the education bureau"), tr("Check with the national system")});
  if (!purpose)
    return std::nullopt;
  wish.purpose = *purpose;
  return wish;
}

bool ListExport::start(const StudentQuery& query) {
  if (auto allowed = m_session.store().require(Capability::Export); !allowed) {
    emit failed(allowed.error());
    return false;
  }
  const auto wish = ask();
  if (!wish)
    return false;
  QString path = m_session.dialogs().saveFile(
      m_window, tr("Export the list"),
      QStringLiteral("%1-%2.xlsx").arg(tr("students"), m_session.clock().today().toString(Qt::ISODate)),
      tr("Spreadsheet (*.xlsx);;Text (*.csv)"));
  if (path.isEmpty())
    return false;
  if (QFileInfo(path).suffix().isEmpty())
    path += QLatin1String(".xlsx");
  write(query, path, *wish);
  return true;
}

void ListExport::write(const StudentQuery& query, const QString& path, const Wish& wish) {
  addWitnessed(
      m_session, m_window, tr("Writing the list"),
      [query, path, wish](Office& office, const Progress& progress, WitnessToken* witness) {
        return exportRoster(office, query, path, wish.purpose, wish.layout ? &*wish.layout : nullptr, progress,
                            witness);
      },
      [this, path](const Result<Exported>& rows) {
        m_job = nullptr;
        emit ended();
        if (rows)
          emit done(*rows, path);
        else if (rows.error().code != ErrorCode::Cancelled)
          emit failed(rows.error());
      },
      [this](Job* job) {
        m_job = job;
        emit started(job);
      });
}

} // namespace xueji
