#include "domain/masking.h"

namespace xueji {

namespace {

/// The first and last characters kept, a star for each between; nothing kept where that would show more than half.
QString starred(const QString& text, qsizetype first, qsizetype last) {
  if (text.size() < 2 * (first + last) - 1)
    return QString(text.size(), u'*');
  return text.left(first) + QString(text.size() - first - last, u'*') + text.right(last);
}

bool isLead(QChar c) {
  return c == u'G' || c == u'J' || c == u'L';
}

} // namespace

QString maskedIdentityNumber(const QString& number) {
  return number.size() < 6 ? QString(number.size(), u'*')
                           : starred(number, number.size() < 8 ? 1 : 2, number.size() < 8 ? 1 : 2);
}

QString maskedStudentNumber(const QString& number) {
  if (number.size() == 19 && isLead(number[0]))
    return number[0] + maskedIdentityNumber(number.mid(1));
  return maskedIdentityNumber(number);
}

QString maskedPhone(const QString& phone) {
  if (phone.size() >= 11)
    return phone.left(3) + QString(phone.size() - 7, u'*') + phone.right(4);
  return starred(phone, 1, 2);
}

QString maskedItem(FieldKind kind, const QString& text) {
  constexpr qsizetype kPlace = 6; ///< of an address: province or county, not street and house
  switch (kind) {
  case FieldKind::IdentityNumber:
    return maskedIdentityNumber(text);
  case FieldKind::StudentNumber:
    return maskedStudentNumber(text);
  case FieldKind::Phone:
    return maskedPhone(text);
  case FieldKind::Address:
    return starred(text, kPlace, 0);
  default:
    return starred(text, 1, 0);
  }
}

QString groupedNumber(const QString& number) {
  if (number.size() == 19 && isLead(number[0]))
    return number[0] + (u' ' + groupedNumber(number.mid(1)));
  if (number.size() != 18)
    return number;
  const QChar blank = u' ';
  return number.left(6) + blank + number.mid(6, 8) + blank + number.mid(14, 3) + blank + number.mid(17);
}

} // namespace xueji
