#pragma once

#include "domain/wish.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace xueji {

class DateEdit;

/// The fields of a paper that lies in the office: number, issuer, day and, where levels are named, level of the issuer.
class PaperFields : public QWidget {
  Q_OBJECT

public:
  /// Objects are named `name` and what they are: nameNumber, nameIssuer, nameIssued, nameLevel.
  PaperFields(const QString& name, QWidget* parent);

  /// What is asked for: the paper's name, which stands before the fields, and the levels (key, name) of its issuer.
  void askFor(const QString& paperName, const QList<std::pair<QString, QString>>& levels);
  void clear();          ///< what was typed and what was asked for
  bool isEmpty() const;  ///< nothing typed
  bool readable() const; ///< the day is empty or a date
  /// As typed; its kind is the caller's. The day is null where it is empty or cannot be read.
  SeenPaper paper() const;

signals:
  void changed();

private:
  QLabel* m_name;
  QLineEdit* m_number;
  QLineEdit* m_issuer;
  DateEdit* m_issued;
  QComboBox* m_level;
};

} // namespace xueji
