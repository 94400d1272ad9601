// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/entropy.h"

#include <QRandomGenerator>

namespace support {

/// The same bytes in every run.
class SeededEntropy final : public core::Entropy
{
public:
    explicit SeededEntropy(quint32 seed = 42) : m_generator(seed) {}

    [[nodiscard]] QByteArray bytes(int count) override
    {
        QByteArray out(count, Qt::Uninitialized);
        for (char &byte : out)
            byte = char(m_generator.bounded(256));
        return out;
    }

private:
    QRandomGenerator m_generator;
};

} // namespace support
