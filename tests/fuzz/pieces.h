// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

namespace fuzz {

/// Cuts bytes into pieces as a network might: byte by byte, in short or long pieces or in two, each input
/// always alike.
class Pieces
{
public:
    explicit Pieces(QByteArrayView bytes);

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    /// Not to be called at the end.
    QByteArrayView next();

private:
    quint32 random();

    QByteArrayView m_rest;
    quint32 m_state = 2166136261U;
    quint32 m_longest = 1;
};

} // namespace fuzz
