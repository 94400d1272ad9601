// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "client/filtergrammar.h"

#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace devices {

/// What a filter looks at.
struct Subject
{
    const network::Entry &entry;
    const QByteArray &text; ///< as searchText has it
    const QHash<QString, QString> &departments;
    const QDateTime &now;
};

/// Which devices a person wants to see. Written as terms between spaces, of
/// which all must hold: words that stand in a device's name, address, vendor,
/// system, owner, tags or notes, "words in quotes", `state:down,away`,
/// `type:printer`, `ip:192.168.1.0/24`, `dept:Design`, `is:new`, `ports>3`,
/// `seen:15m`, and any of these with a `!` or a `-` before it, which then must
/// not hold.
class DeviceFilter
{
public:
    struct Reading;

    /// Reads what was typed; nothing typed lets everything through.
    [[nodiscard]] static Reading read(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool passes(const Subject &subject) const;

private:
    friend class DeviceFilterReader;

    struct Term
    {
        std::function<bool(const Subject &)> holds;
        bool isNegated = false;
    };

    std::vector<Term> m_terms;
};

struct DeviceFilter::Reading
{
    DeviceFilter filter;
    std::optional<client::FilterFlaw> flaw; ///< set: the filter is not to be used
};

/// What words are looked for in: folded, a line between the parts.
[[nodiscard]] QByteArray searchText(const network::Entry &device);

} // namespace devices
