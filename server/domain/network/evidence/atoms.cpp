// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/atoms.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace network {

Atoms::Atoms(std::vector<std::string> atoms) : m_atoms(std::move(atoms)), m_next(m_atoms.size(), -1)
{
    m_first.fill(-1);
    for (size_t i = 0; i < m_atoms.size(); ++i) {
        const std::string &atom = m_atoms[i];
        const bool isAscii = std::all_of(atom.begin(), atom.end(), [](char c) { return uint8_t(c) < 0x80; });
        if (!isAscii || atom.size() < shortest) {
            m_always.push_back(int(i));
            continue;
        }
        int &first = m_first[slot(atom.data())];
        m_next[i] = std::exchange(first, int(i));
    }
}

size_t Atoms::slot(const char *three)
{
    const auto byte = [three](int at) { return uint32_t(uint8_t(three[at])); };
    // Multiplying spreads the 24 bits, the upper 12 of the product are the slot (Knuth, 6.4).
    return ((byte(0) | byte(1) << 8U | byte(2) << 16U) * 2'654'435'761U) >> 20U;
}

std::vector<int> Atoms::in(std::string_view text) const
{
    std::vector<int> found = m_always;
    std::vector<bool> isFound(m_atoms.size(), false);
    for (size_t at = 0; at + shortest <= text.size(); ++at) {
        for (int i = m_first[slot(text.data() + at)]; i >= 0; i = m_next[size_t(i)]) {
            if (isFound[size_t(i)] || text.compare(at, m_atoms[size_t(i)].size(), m_atoms[size_t(i)]) != 0)
                continue;
            isFound[size_t(i)] = true;
            found.push_back(i);
        }
    }
    return found;
}

} // namespace network
