// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace core {

/// Where ids, keys and secrets come from; tests give a seeded one.
class Entropy
{
public:
    Entropy() = default;
    virtual ~Entropy() = default;
    Entropy(const Entropy &) = delete;
    Entropy &operator=(const Entropy &) = delete;

    [[nodiscard]] virtual QByteArray bytes(int count) = 0;
    /// `count` random bytes in base64url without padding.
    [[nodiscard]] QString token(int count = 16);
};

/// The operating system's generator.
class SystemEntropy final : public Entropy
{
public:
    [[nodiscard]] QByteArray bytes(int count) override;
};

} // namespace core
