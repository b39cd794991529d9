#include "domain/case.h"

#include <algorithm>
#include <array>

namespace xueji {

namespace {

template <class T>
struct Key {
  T value;
  const char* key;
};

constexpr std::array kStates = {
    Key<CaseState>{CaseState::Draft, "draft"},
    Key<CaseState>{CaseState::HandedOver, "handed_over"},
    Key<CaseState>{CaseState::Withdrawn, "withdrawn"},
};

constexpr std::array kJudgements = {
    Key<Judgement>{Judgement::Approved, "approved"},
    Key<Judgement>{Judgement::Refused, "refused"},
    Key<Judgement>{Judgement::Witnessed, "witnessed"},
};

template <class Keys, class T>
QString keyOf(const Keys& keys, T value) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto& one) { return one.value == value; });
  return found == keys.end() ? QString() : QString::fromLatin1(found->key);
}

template <class T, class Keys>
std::optional<T> valueOf(const Keys& keys, const QString& key) {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const auto& one) { return key == QLatin1String(one.key); });
  return found == keys.end() ? std::nullopt : std::optional<T>(found->value);
}

} // namespace

QString toKey(CaseState state) {
  return keyOf(kStates, state);
}
std::optional<CaseState> caseStateFromKey(const QString& key) {
  return valueOf<CaseState>(kStates, key);
}
QString toKey(Judgement judgement) {
  return keyOf(kJudgements, judgement);
}
std::optional<Judgement> judgementFromKey(const QString& key) {
  return valueOf<Judgement>(kJudgements, key);
}

const CaseStep* Case::nextStep() const {
  const auto next = std::find_if(steps.begin(), steps.end(), [](const CaseStep& step) { return step.done.isNull(); });
  return next == steps.end() ? nullptr : &*next;
}

} // namespace xueji
