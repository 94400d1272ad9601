// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace client {

/// One line of what is known of something. Both parts are plain text, possibly of a foreign source.
struct Fact
{
    QString name;
    QString value;
    bool operator==(const Fact &) const = default;
};

/// What the inspector shows of the thing that is selected.
struct Facts
{
    QString kind; ///< what sort of thing, in words
    QString title;
    QList<Fact> rows;
    bool operator==(const Facts &) const = default;
};

/// Whatever is selected: tells what is known of it now, again and again; nothing when it is gone.
using FactSource = std::function<std::optional<Facts>()>;

} // namespace client
