#pragma once

#include "domain/field_catalogue.h"

#include <QString>

namespace xueji {

/// Numbers as lists and papers show them where the purpose needs no more. Any text is taken; lengths are kept.
QString maskedIdentityNumber(const QString& number); ///< 13**************10; other papers alike; all of it below 6
QString maskedStudentNumber(const QString& number);  ///< G13**************10
QString maskedPhone(const QString& phone);           ///< 139****0527
/// An item as one sees it who may not see it whole: numbers as above, of an address or another text the beginning.
QString maskedItem(FieldKind kind, const QString& text);
/// For reading aloud and comparing: 130502 20180831 001 0, G 130502 20180831 001 0; others as they are.
QString groupedNumber(const QString& number);

} // namespace xueji
