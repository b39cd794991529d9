#pragma once

#include "store/register_store.h"

#include <QObject>
#include <QThread>
#include <functional>
#include <memory>

namespace xueji {

/// Opens or creates a register without freezing the window: the password costs a second of arithmetic, done on a thread
/// of its own; the window's thread then takes over the key by RegisterStore::another().
class StoreOpener : public QObject {
  Q_OBJECT

public:
  using Opened = Result<std::unique_ptr<RegisterStore>>;

  explicit StoreOpener(QObject* parent = nullptr);
  ~StoreOpener() override;

  bool isBusy() const { return m_thread != nullptr; }
  /// `open` runs on the other thread, `done` in this one. Only one at a time; a second call while busy is ignored.
  void start(std::function<Opened()> open, std::function<void(Opened)> done);

private:
  void waitForEnd();
  std::unique_ptr<QThread> m_thread;
  bool m_abandoned = false;
};

} // namespace xueji
