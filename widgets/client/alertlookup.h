// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "client/link.h"

#include <QHash>
#include <QSet>

namespace client {

/// Alerts that something points to, over or not: each is asked for once, when somebody looks at it, and kept
/// up by facts.
class AlertLookup final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostKept = 1000;

    explicit AlertLookup(Link &link, QObject *parent = nullptr);
    ~AlertLookup() override;

    /// Nothing: it is not known yet, or there is none, or one may not see it.
    [[nodiscard]] const alerts::Alert *find(const QString &id) const;
    /// Somebody looks at it.
    void want(const QString &id);
    /// As a command answered them.
    void take(const QList<alerts::Alert> &alerts);

Q_SIGNALS:
    void changed();

private:
    void ask(const QString &id);

    Link &m_link;
    QHash<QString, alerts::Alert> m_known;
    QSet<QString> m_wanted; ///< whether the server knew them or not
    bool m_wasLive = false;
};

} // namespace client
