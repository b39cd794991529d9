// The calls of the C library that change files, each in front of the real one.

#include "file_calls.h"

#include <cstdarg>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace xueji::test {

namespace {

int g_count = 0;
int g_last = 0;

void counted() {
  if (++g_count == g_last)
    ::_exit(42);
}

template <class Call>
Call real(const char* name) {
  return reinterpret_cast<Call>(::dlsym(RTLD_NEXT, name));
}

} // namespace

void FileCalls::begin(int last) {
  g_count = 0;
  g_last = last;
}

int FileCalls::count() {
  return g_count;
}

} // namespace xueji::test

using xueji::test::counted;
using xueji::test::real;

#define XUEJI_COUNTED(result, name, parameters, arguments, specifier)                                                  \
  result name parameters specifier {                                                                                   \
    static const auto call = real<result(*) parameters>(#name);                                                        \
    counted();                                                                                                         \
    return call arguments;                                                                                             \
  }

#define XUEJI_COUNTED_OPEN(name)                                                                                       \
  int name(const char* path, int flags, ...) {                                                                         \
    static const auto call = real<int (*)(const char*, int, ...)>(#name);                                              \
    va_list more;                                                                                                      \
    va_start(more, flags);                                                                                             \
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;                                             \
    va_end(more);                                                                                                      \
    if ((flags & O_ACCMODE) != O_RDONLY)                                                                               \
      counted();                                                                                                       \
    return call(path, flags, mode);                                                                                    \
  }

extern "C" {
XUEJI_COUNTED_OPEN(open)
XUEJI_COUNTED_OPEN(open64)
XUEJI_COUNTED(ssize_t, write, (int file, const void* bytes, size_t size), (file, bytes, size), )
XUEJI_COUNTED(ssize_t, pwrite, (int file, const void* bytes, size_t size, off_t at), (file, bytes, size, at), )
XUEJI_COUNTED(ssize_t, pwrite64, (int file, const void* bytes, size_t size, off64_t at), (file, bytes, size, at), )
XUEJI_COUNTED(int, fsync, (int file), (file), )
XUEJI_COUNTED(int, fdatasync, (int file), (file), )
XUEJI_COUNTED(int, ftruncate, (int file, off_t size), (file, size), noexcept)
XUEJI_COUNTED(int, ftruncate64, (int file, off64_t size), (file, size), noexcept)
XUEJI_COUNTED(int, rename, (const char* from, const char* to), (from, to), noexcept)
XUEJI_COUNTED(int, unlink, (const char* path), (path), noexcept)
XUEJI_COUNTED(int, unlinkat, (int folder, const char* path, int flags), (folder, path, flags), noexcept)
XUEJI_COUNTED(int, mkdir, (const char* path, mode_t mode), (path, mode), noexcept)
XUEJI_COUNTED(int, rmdir, (const char* path), (path), noexcept)
}
