// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QString>

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

} // namespace client

Q_DECLARE_METATYPE(client::Facts)
