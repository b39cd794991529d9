#pragma once

#include <QIcon>
#include <QString>

namespace xueji {

/// A line drawing of resources/icons in the palette's text colour, sharp at any size and scale.
/// Names: home, students, import, papers, office, search, menu, lock, back, eye, eye_off, print, save, undo, add,
/// remove, edit, filter, columns, export, refuse, proof, warn, good, calendar, user, backup, school, key, help, close,
/// down, chevron, history, check, file, photo.
QIcon icon(const QString& name);

} // namespace xueji
