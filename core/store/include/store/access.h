#pragma once

namespace xueji {

/// How a register is opened. Read: nothing is written, not even a line of the log.
enum class Access { Read, Write };

} // namespace xueji
