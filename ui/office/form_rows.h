#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QWidget>

namespace xueji {

/// A form with right-aligned labels on the 8-grid, rows kFormRow high.
QFormLayout* makeForm();
/// Label, control and a faint explanation below it (empty: none).
void addRow(QFormLayout* form, const QString& label, QWidget* control, const QString& explanation = {});
/// A faint paragraph.
QLabel* explanation(const QString& text, QWidget* parent = nullptr);

} // namespace xueji
