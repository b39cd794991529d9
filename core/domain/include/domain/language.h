#pragma once

namespace xueji {

/// The language of sentences made for a person. Papers and register terms are always Chinese.
enum class Language { Chinese, English };

} // namespace xueji
