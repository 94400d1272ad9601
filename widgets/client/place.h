// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/timerange.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

class QMimeData;

namespace client {

/// Something of this house that a link leads to: `belfry://alert/A-17`, `belfry://chart?m=cpu.usage`. Links
/// are of foreign hands; what is read from one has no letters that hide or turn others.
struct Place
{
    enum class Kind { Alert, Device, Chart, Room, Map };

    static constexpr qsizetype mostDevices = 100;

    Kind kind = Kind::Alert;
    QString id = {};      ///< of the alert or device, the name of the room or measured series; of a map: none
    QString source = {};  ///< of a chart: the device; empty: this machine
    QString message = {}; ///< of a room; empty: its end
    QStringList devices = {}; ///< of a map: those that are chosen
    Span span = {};           ///< of a chart; without length: whatever is shown

    /// Reads a link, or what the browser has for one on one of these servers; nothing: it is none.
    [[nodiscard]] static std::optional<Place> read(const QString &link, const QStringList &servers = {});
    [[nodiscard]] QString link() const;
    /// One that was put together from what others sent; nothing: no link would lead there.
    [[nodiscard]] static std::optional<Place> checked(const Place &place) { return read(place.link()); }
    /// The same for a browser; the link itself where there is no server to ask.
    [[nodiscard]] QString webAddress(const QString &server) const;
    /// For the clipboard: the address, and the title that leads to it where text may be rich.
    [[nodiscard]] QMimeData *toMime(const QString &server, const QString &title) const;
    /// The title that such a thing was given.
    [[nodiscard]] static QString titleIn(const QMimeData &data);
    /// What goes along with a picture of it.
    [[nodiscard]] QJsonObject toData() const;
    /// The place a picture was made of, as its data says.
    [[nodiscard]] static std::optional<Place> ofData(const QJsonObject &data);

    friend bool operator==(const Place &, const Place &) = default;
};

/// A place as it stands in a text.
struct PlaceInText
{
    Place place;
    qsizetype at = 0;
    qsizetype length = 0;
};

/// The links in a text, and the numbers of alerts.
[[nodiscard]] QList<PlaceInText> placesIn(const QString &text, const QStringList &servers = {});

} // namespace client
