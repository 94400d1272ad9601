// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatparts.h"
#include "client/alertlookup.h"
#include "client/devices.h"
#include "client/scans.h"
#include "kit/status.h"

namespace chat {

/// What a button of a card does.
struct CardAct
{
    enum class Deed { Open, Acknowledge, Cancel };

    Deed deed = Deed::Open;
    QString text;
};

/// What a card shows now. Its texts may be of a foreign source.
struct CardFace
{
    std::optional<kit::Status> status;
    QString title;
    QString detail;
    QList<CardAct> acts;

    /// All of it in a line, for who hears it.
    [[nodiscard]] QString spoken() const;
};

/// Tells what the things are now that messages point to, from what the window knows of them.
class CardBook final : public QObject
{
    Q_OBJECT
public:
    CardBook(client::Mirror &mirror, client::Devices &devices, client::Scans &scans,
             QObject *parent = nullptr);

    [[nodiscard]] CardFace faceOf(const Card &card) const;
    /// Somebody looks at it: what is not known of it is asked for.
    void want(const Card &card);
    [[nodiscard]] client::AlertLookup &alerts() { return m_alerts; }
    [[nodiscard]] const client::Devices &devices() const { return m_devices; }
    [[nodiscard]] client::Scans &scans() { return m_scans; }
    /// Why whoever is signed in cannot see to alerts; empty: they can.
    [[nodiscard]] QString whyNotAcknowledge() const;

Q_SIGNALS:
    /// Some are not as they were.
    void changed();

private:
    [[nodiscard]] CardFace deviceFace(const QString &id) const;
    [[nodiscard]] CardFace alertFace(const QString &id) const;
    [[nodiscard]] CardFace scanFace(const QString &id) const;

    client::Mirror &m_mirror;
    client::Devices &m_devices;
    client::Scans &m_scans;
    client::AlertLookup m_alerts;
};

} // namespace chat
