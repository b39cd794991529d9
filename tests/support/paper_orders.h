#pragma once

#include "documents/paper_definition.h"

namespace xueji::test {

inline PaperOrder dossierOrder(const QList<qint64>& children) {
  PaperOrder order{paperDefinition(u"dossier"), {}};
  for (const qint64 child : children)
    order.subjects << PaperSubject{child, 0, {}};
  return order;
}

inline PaperOrder rosterOrder(int entryYear) {
  return {paperDefinition(u"roster"), {PaperSubject{0, entryYear, {}}}};
}

} // namespace xueji::test
