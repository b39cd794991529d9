// xueji_tour FOLDER: pictures of every page of the window, with a sample school.

#include "platform/process.h"
#include "tour.h"

#include <QApplication>
#include <QTextStream>

int main(int argc, char** argv) {
  xueji::hardenProcess();
  QApplication application(argc, argv);
  application.setApplicationName(QStringLiteral("xueji"));
  application.setApplicationVersion(QStringLiteral(XUEJI_VERSION));
  const QStringList arguments = QApplication::arguments();
  if (arguments.size() != 2) {
    QTextStream(stderr) << "xueji_tour FOLDER" << Qt::endl;
    return 2;
  }
  return xueji::runTour(application, arguments[1]);
}
