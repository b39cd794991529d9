#pragma once

#include <QtGlobal>

namespace xueji::test {

/// How much a test is to do: the number in an environment variable, or the usual one.
inline int setting(const char* name, int usual) {
  bool given = false;
  const int value = qEnvironmentVariableIntValue(name, &given);
  return given ? value : usual;
}

} // namespace xueji::test
