// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/links.h"

#include <QUndoStack>

namespace network {

/// Draws links by hand and takes such away; both can be taken back.
class HandLinks final : public QObject
{
    Q_OBJECT
public:
    HandLinks(client::Links &links, QUndoStack &undo, QObject *parent = nullptr);

    void draw(const SetLink &wish);
    /// Nothing happens to one that nobody drew.
    void remove(const QString &id);
    /// Whether a person drew it.
    [[nodiscard]] bool isByHand(const QString &id) const;

Q_SIGNALS:
    /// It could not be done: why, for people.
    void refused(const QString &why);

private:
    friend class HandStep;

    /// The link between two, whichever way round.
    [[nodiscard]] const Link *between(const QString &one, const QString &other) const;
    void send(const SetLink &wish);
    void send(const RemoveLink &wish);

    client::Links &m_links;
    QUndoStack &m_undo;
};

} // namespace network
