// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/census.h"

namespace transport {

void Census::enter(const District &district) { m_districts.push_back(&district); }
void Census::leave(const District &district) { std::erase(m_districts, &district); }

qsizetype Census::knownCount() const
{
    qsizetype count = 0;
    for (const District *district : m_districts)
        count += district->knownCount();
    return count;
}

QList<const Channel *> Census::openChannels() const
{
    QList<const Channel *> open;
    for (const District *district : m_districts)
        open += district->openChannels();
    return open;
}

} // namespace transport
