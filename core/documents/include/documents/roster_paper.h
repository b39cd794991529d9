#pragma once

#include "documents/form_table.h"
#include "documents/paper.h"

namespace xueji {

/// One line of a 花名册, as shown (masked already, if it is to be).
struct RosterLine {
  QString studentNumber;
  QString name;
  QString sex;
  QString birthDate;
  QString ethnicGroup;
  QString household;
  QString address;
  QString guardian;
  QString phone;
  QString remark;
};

/// The pupils of a class, or those without one (待分班).
struct RosterGroup {
  QString name;
  QList<RosterLine> lines;
  int boys = 0;
  int girls = 0;
  int boarders = 0;
};

struct RosterContent {
  QString title; ///< 2024级（一年级）学生花名册
  QList<RosterGroup> groups;
};

/// 学生花名册: A4 across, each class on a page of its own, headings repeated, totals below.
class RosterPaper final : public Paper {
public:
  RosterPaper(RosterContent content, PaperFrame frame, std::shared_ptr<PaperFonts> fonts = nullptr);

  QString title() const override { return m_content.title; }
  int pageCount() const override { return static_cast<int>(m_pages.size()); }
  bool isLandscape() const override { return true; }

protected:
  void drawPage(FormCanvas& canvas, int page) const override;

private:
  struct Sheet {
    int group = 0;
    int first = 0;
    int count = 0;
    bool last = false; ///< of its group: its totals stand below
    bool ends = false; ///< of the whole: totals of all, signatures and seal
  };
  FormTable tableOf(const RosterGroup& group) const;
  void drawTotals(FormCanvas& canvas, double y, const Sheet& sheet) const;

  RosterContent m_content;
  QList<Sheet> m_pages;
};

} // namespace xueji
