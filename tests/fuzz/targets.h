#pragma once

#include <QByteArray>
#include <QString>
#include <span>

namespace xueji::fuzz {

/// A reader under attack. What it promises for any bytes whatever: it comes back, in its limits, with a sheet file or
/// an error that has a sentence.
struct Target {
  const char* name;                        ///< of its program (fuzz_NAME), its corpus and its dictionary
  QString (*run)(const QByteArray& input); ///< what promise was broken; empty when none was
  bool recipes;                            ///< inputs that are no file of the format are recipes (recipe.h)
};

std::span<const Target> targets();

/// The same of a file as it lies there, recipe or not.
QString readAsFile(const QString& path);

} // namespace xueji::fuzz
