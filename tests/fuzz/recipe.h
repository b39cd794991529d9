#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace xueji::fuzz {

/// What one input may grow to.
constexpr qsizetype kMostBytes = 512 << 10;

/// Marks of a recipe, a short input that stands for a long file. None of them is a character of XML.
constexpr char kRepeat = 0x11;  ///< and a byte n: what follows, 2^(n mod 13) times ...
constexpr char kEnd = 0x12;     ///< ... up to here
constexpr char kNext = 0x13;    ///< the next part of the file begins
constexpr char kCounter = 0x14; ///< inside a repetition: 1, 2, 3 ...

/// The recipe with its repetitions written out, cut to kMostBytes.
QByteArray unfolded(const QByteArray& recipe);

/// A sound archive of these parts, not compressed. Empty where it could not be made.
QByteArray archiveOf(const QList<QPair<QString, QByteArray>>& parts);

/// A sound compound file with one stream.
QByteArray compoundFileOf(const QString& name, QByteArray stream);

/// Records of an old workbook (number, length, body; the last one cut to what is there), put in order so that they are
/// reached: each sheet of the list begins at the next beginning of a sheet. The record kRepeatRecord (how many records,
/// two bytes how often) stands for the records before it once more, cells in the next rows.
constexpr quint16 kRepeatRecord = 0xEEEE;
QByteArray recordsOf(const QByteArray& recipe);

} // namespace xueji::fuzz
