#pragma once

#include <memory>

namespace xueji {

/// The terminal shows nothing of what is typed while this lives.
class HiddenInput {
public:
  HiddenInput();
  ~HiddenInput();
  HiddenInput(const HiddenInput&) = delete;
  HiddenInput& operator=(const HiddenInput&) = delete;
  /// False: standard input is a file or a pipe, nobody needs a prompt.
  bool isTerminal() const;

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace xueji
