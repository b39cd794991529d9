#pragma once

#include "documents/form_table.h"
#include "documents/paper.h"
#include "domain/field.h"

#include <QHash>

namespace xueji {

/// One item as the paper shows it: label of the catalogue, text already displayed (and masked, if it is to be).
struct DossierItem {
  QString label;
  QString text;
};

/// One line of 学籍变动记载.
struct DossierChange {
  QString date;
  QString kind;
  QString reason;
  QString proof;
  QString handler;
};

/// A table of the back: a school year's results, attendance, check-ups ... only what has data is given.
struct DossierTable {
  QString title;
  QList<TableColumn> columns; ///< widths together at most 180 mm
  QList<QStringList> rows;
};

struct DossierContent {
  QHash<Field, DossierItem> items;
  QString studentName;
  QString status; ///< 在读 ...
  QImage photo;   ///< null: an empty box
  QList<DossierChange> changes;
  QList<DossierTable> back;
};

/// 学籍卡 姓名
QString dossierTitle(const QString& studentName);

/// 学籍卡: front with the change record; changes that do not fit and the back on further pages.
class DossierPaper final : public Paper {
public:
  DossierPaper(DossierContent content, PaperFrame frame, std::shared_ptr<PaperFonts> fonts = nullptr);

  QString title() const override { return dossierTitle(m_content.studentName); }
  int pageCount() const override { return static_cast<int>(m_pages.size()); }

protected:
  void drawPage(FormCanvas& canvas, int page) const override;

private:
  /// A piece of a table on a page after the front. table -1: the change record.
  struct Piece {
    int table = -1;
    int first = 0;
    int count = 0;
  };
  void layOut();
  void drawFront(FormCanvas& canvas) const;
  double drawIdentity(FormCanvas& canvas, double y) const;
  double drawOriginAndStudy(FormCanvas& canvas, double y) const;
  double drawMembers(FormCanvas& canvas, double y) const;
  double drawMember(FormCanvas& canvas, double y, Field first) const;
  void drawChanges(FormCanvas& canvas, double y) const;
  void drawFurtherPage(FormCanvas& canvas, int page) const;
  FormTable changeTable() const;
  FormTable tableOf(const Piece& piece) const;
  QString titleOf(const Piece& piece) const;
  /// Caption and value cells in one row; widths in pairs.
  void row(FormCanvas& canvas, double y, double height, const QList<Field>& fields, const QList<double>& widths) const;
  DossierItem item(Field field) const { return m_content.items.value(field); }

  DossierContent m_content;
  int m_changesOnFront = 0;
  QList<QList<Piece>> m_pages; ///< of the front: empty list
};

} // namespace xueji
