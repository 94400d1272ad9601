// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "core/entropy.h"
#include "core/recordstore.h"
#include "domain/alerts/channels/deliveries.h"
#include "domain/alerts/channels/letter.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace alerts::channels {

/// The channels that were set up. Secrets are kept sealed, opened when they are used, and never told.
class ChannelBook final : public QObject
{
    Q_OBJECT
public:
    /// Seals a secret for a place, opens it there again.
    struct Sealer
    {
        std::function<core::Result<QByteArray>(const QByteArray &secret, const QByteArray &place)> seal;
        std::function<core::Result<QByteArray>(const QByteArray &sealed, const QByteArray &place)> open;
    };
    static constexpr int most = 64;

    ChannelBook(core::RecordStore &records, core::Entropy &entropy, Sealer sealer, Deliveries &deliveries)
        : m_records(records), m_entropy(entropy), m_sealer(std::move(sealer)), m_deliveries(deliveries)
    {
    }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Who needs a channel, as a sentence says it; empty: nobody.
    void guard(std::function<QString(const QString &id)> user) { m_user = std::move(user); }
    [[nodiscard]] const Channel *find(const QString &id) const;
    /// Those that are used, in the order of their ids.
    [[nodiscard]] QStringList enabled() const;
    /// To be filled with a message. Errors: NotFound, Unavailable (its secret cannot be opened).
    [[nodiscard]] core::Result<Letter> letter(const QString &id) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid, NotFound (an id that is none), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Conflict (a route or rota needs it), Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

private:
    /// As it is kept.
    struct Kept
    {
        Channel shown;
        QString secret; ///< sealed, in base64

        static core::Fields fields();
    };

    [[nodiscard]] core::Result<Kept> settled(const SetChannel &wish) const;
    [[nodiscard]] Channel shown(const Channel &channel, const core::Principal &to) const;

    core::RecordStore &m_records;
    core::Entropy &m_entropy;
    Sealer m_sealer;
    Deliveries &m_deliveries;
    std::function<QString(const QString &id)> m_user = [](const QString &) { return QString(); };
    QMap<QString, Kept> m_kept;
};

} // namespace alerts::channels
