// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace network {

/// Finds which of many short strings may occur in a text, in one pass over it: those that do, and those that
/// cannot be looked for here, which are short or not ASCII (RE2 lowers other letters by rules of its own).
class Atoms
{
public:
    static constexpr size_t shortest = 3;

    Atoms() { m_first.fill(-1); }
    /// They are numbered in their order.
    explicit Atoms(std::vector<std::string> atoms);

    /// Their numbers, each once, in no order. The text has lower-case letters as they have.
    [[nodiscard]] std::vector<int> in(std::string_view text) const;

private:
    static size_t slot(const char *three);

    std::vector<std::string> m_atoms;
    std::vector<int> m_always;
    std::vector<int> m_next; ///< the next atom of the same slot
    std::array<int, 4096> m_first{};
};

} // namespace network
