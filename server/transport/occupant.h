// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include <chrono>

namespace transport {

class Occupant;

/// Where occupants are; it outlives them.
class House
{
public:
    House() = default;
    House(const House &) = delete;
    House &operator=(const House &) = delete;

    /// `occupant` is being destroyed.
    virtual void left(Occupant *occupant) = 0;

protected:
    ~House() = default;
};

/// Whoever holds an accepted socket; the listener looks at it once a second, so that nothing stays for ever.
/// Deletes itself when the socket is gone.
class Occupant : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Occupant() override
    {
        if (m_house)
            m_house->left(this);
    }

    /// Who is told of the end: without a signal, which would cost each idle connection 400 bytes.
    void setHouse(House *house) { m_house = house; }
    /// `now` is the clock's steady time. Enforces the time-outs.
    virtual void tick(std::chrono::milliseconds now) = 0;

private:
    House *m_house = nullptr;
};

} // namespace transport
