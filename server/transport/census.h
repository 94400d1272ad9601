// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

#include <vector>

namespace transport {

class Channel;

/// Counts the channels of all listeners that share it: a house has one limit, however many doors.
class Census final
{
public:
    /// The channels that came in by one listener.
    class District
    {
    public:
        District() = default;
        virtual ~District() = default;
        District(const District &) = delete;
        District &operator=(const District &) = delete;

        /// Those that are not gone yet; more than the open ones.
        [[nodiscard]] virtual qsizetype knownCount() const = 0;
        [[nodiscard]] virtual QList<const Channel *> openChannels() const = 0;
    };

    /// `district` leaves before it goes.
    void enter(const District &district);
    void leave(const District &district);
    [[nodiscard]] qsizetype knownCount() const;
    [[nodiscard]] QList<const Channel *> openChannels() const;

private:
    std::vector<const District *> m_districts;
};

} // namespace transport
