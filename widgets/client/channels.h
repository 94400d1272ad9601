// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "catalog/deliveries.h"
#include "catalog/routes.h"
#include "client/ask.h"
#include "client/mirror.h"

#include <memory>

namespace client {

/// Who is told of alerts outside the window and how: channels, routes, rotas and messages. Nobody says what
/// becomes of a message, so they are read again and again while somebody looks.
class Channels final : public QObject
{
    Q_OBJECT
public:
    Channels(Mirror &mirror, core::Clock &clock, QObject *parent = nullptr);
    ~Channels() override;

    [[nodiscard]] const QList<alerts::Channel> &all() const { return m_channels; }
    /// In the order they are looked at.
    [[nodiscard]] const QList<alerts::Route> &routes() const { return m_routes; }
    [[nodiscard]] const QList<alerts::Rota> &rotas() const { return m_rotas; }
    /// What was given up, what waits, and what arrived lately.
    [[nodiscard]] const QList<alerts::Delivery> &messages() const { return m_messages; }
    /// Alerts of the last week that no route took.
    [[nodiscard]] int untaken() const { return m_untaken; }
    [[nodiscard]] const std::optional<alerts::DeliverySettings> &settings() const { return m_settings; }
    /// What a channel is called; one that is gone is told by its id.
    [[nodiscard]] QString nameOf(const QString &channelId) const;
    [[nodiscard]] QString rotaNameOf(const QString &rotaId) const;
    /// True once the channels were heard.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// Why something of it could not be had, for people; empty when it could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }
    /// Why whom we are cannot change anything of it; empty: they can.
    [[nodiscard]] QString whyNotSet() const;
    /// Why whom we are cannot see messages; empty: they can.
    [[nodiscard]] QString whyNotSeeMessages() const;

    /// While watched they are read every few seconds, and when somebody changed them.
    void setWatched(bool watched);
    void reload();
    /// The commands that put that route one place up (-1) or down (1); none where there is no such place.
    [[nodiscard]] QList<alerts::SetRoute> moved(const QString &routeId, int by) const;

Q_SIGNALS:
    void changed();

private:
    template <class T>
    void read(const T &command, std::function<void(const typename T::Reply &)> take);
    void readMessages();
    void takeMessages(const alerts::ListDeliveries::Reply &reply);
    void wait();
    [[nodiscard]] QString whyNot(const QStringList &roles, const QString &sentence) const;

    Mirror &m_mirror;
    core::Clock &m_clock;
    std::unique_ptr<core::Timer> m_next;
    QList<alerts::Channel> m_channels;
    QList<alerts::Route> m_routes;
    QList<alerts::Rota> m_rotas;
    QList<alerts::Delivery> m_messages;
    QList<alerts::Delivery> m_gathered; ///< of the round that is on its way
    int m_untaken = 0;
    std::optional<alerts::DeliverySettings> m_settings;
    QString m_trouble;
    QString m_roundTrouble;
    quint64 m_round = 0; ///< of reading; an answer to an earlier one is of no use
    int m_missing = 0;   ///< answers of this round
    bool m_isKnown = false;
    bool m_isWatched = false;
};

} // namespace client
