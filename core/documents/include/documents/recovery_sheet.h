#pragma once

#include "documents/paper.h"

namespace xueji {

struct RecoveryContent {
  QString registerName; ///< the folder's name
  QString secret;       ///< grouped as the store gives it; printed once, kept nowhere
  QString firstAccount; ///< name of the account made with the register
};

/// 恢复凭据: the printed secret that opens the register when every password is lost. The frame's log number and purpose
/// are printed as on any paper.
class RecoverySheetPaper final : public Paper {
public:
  RecoverySheetPaper(RecoveryContent content, PaperFrame frame, std::shared_ptr<PaperFonts> fonts = nullptr);

  QString title() const override { return QStringLiteral("恢复凭据"); }
  int pageCount() const override { return 1; }

protected:
  void drawPage(FormCanvas& canvas, int page) const override;

private:
  double drawGroups(FormCanvas& canvas, double y) const;

  RecoveryContent m_content;
};

} // namespace xueji
