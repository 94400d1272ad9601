// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shownvalues.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMap>
#include <QMimeData>

namespace client {

namespace {
const QString valuesFormat = QStringLiteral("application/x-belfry-values");
constexpr qsizetype bucketNumbers = 4; // when, min, avg and max

QString plain(const QString &text)
{
    QString shown;
    for (const QChar letter : text) {
        const char16_t code = letter.unicode();
        const bool isTurning = code == 0x061C || code == 0x200E || code == 0x200F ||
                               (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (!isTurning)
            shown += letter.category() == QChar::Other_Control ? QChar(QChar::Space) : letter;
    }
    return shown.simplified();
}

QString titleOf(const chat::ShownLine &line, const QString &part)
{
    QString title = plain(line.name + QLatin1Char(' ') + part);
    if (const QString unit = plain(line.unit); !unit.isEmpty())
        title += QStringLiteral(" (%1)").arg(unit);
    return title;
}

QDateTime timeOf(double at)
{
    constexpr double latest = 8.64e15; // of what browsers can say, too
    return QDateTime::fromMSecsSinceEpoch(qint64(std::clamp(at, -latest, latest)));
}

/// One row for each time any of the lines has a point at.
ValueTable tableOfLines(const QList<chat::ShownLine> &lines)
{
    ValueTable table{{ValueTable::tr("Time")}, {}};
    QMap<double, QVariantList> rows;
    for (const chat::ShownLine &line : lines) {
        const bool isBucket = std::any_of(line.points.begin(), line.points.end(),
                                          [](const auto &point) { return point.size() == bucketNumbers; });
        const qsizetype first = table.columns.size() - 1;
        if (isBucket) {
            table.columns << titleOf(line, ValueTable::tr("min")) << titleOf(line, ValueTable::tr("avg"))
                          << titleOf(line, ValueTable::tr("max"));
        } else {
            table.columns << titleOf(line, {});
        }
        for (const QList<double> &point : line.points) {
            if (point.size() < 2)
                continue;
            QVariantList &row = rows[point.first()];
            row.resize(first);
            for (qsizetype part = 0; part < (isBucket ? bucketNumbers - 1 : 1); ++part)
                row << point.value(point.size() == bucketNumbers ? part + 1 : 1);
        }
    }
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        it->resize(table.columns.size() - 1);
        table.rows << QVariantList{timeOf(it.key())} + *it;
    }
    return table;
}

ValueTable tableOfMap(const chat::PictureValues &values)
{
    ValueTable table{{ValueTable::tr("Kind"), ValueTable::tr("Name"), ValueTable::tr("Leads to"),
                      ValueTable::tr("Address"), ValueTable::tr("Type"), ValueTable::tr("State")},
                     {}};
    for (const chat::ShownDevice &device : values.devices) {
        table.rows << QVariantList{ValueTable::tr("Device"), plain(device.name), {},
                                   plain(device.address),    plain(device.type), plain(device.state)};
    }
    for (const chat::ShownLink &link : values.links) {
        table.rows << QVariantList{ValueTable::tr("Link"),
                                   plain(link.from + QLatin1Char(' ') + link.fromPort),
                                   plain(link.to + QLatin1Char(' ') + link.toPort),
                                   {},
                                   plain(link.type),
                                   plain(link.state)};
    }
    return table;
}

qsizetype sizeOf(const chat::PictureValues &values)
{
    return QJsonDocument(core::toJson(values).toObject()).toJson(QJsonDocument::Compact).size();
}

/// As much of a text as may go along, and no half sign.
void clip(QString &text, int most)
{
    if (text.size() <= most)
        return;
    text.truncate(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

void clipAll(chat::PictureValues &values)
{
    using chat::longestValueName;
    using chat::longestValueWord;
    for (chat::ShownLine &line : values.lines) {
        clip(line.name, longestValueName);
        clip(line.unit, longestValueWord);
    }
    for (chat::ShownDevice &device : values.devices) {
        for (QString *name : {&device.id, &device.name, &device.address})
            clip(*name, longestValueName);
        for (QString *word : {&device.type, &device.state})
            clip(*word, longestValueWord);
    }
    for (chat::ShownLink &link : values.links) {
        for (QString *name : {&link.from, &link.fromPort, &link.to, &link.toPort})
            clip(*name, longestValueName);
        for (QString *word : {&link.type, &link.state})
            clip(*word, longestValueWord);
    }
}

template <class T>
int keepFirst(QList<T> &list, qsizetype most)
{
    const qsizetype left = std::max<qsizetype>(0, list.size() - most);
    list.resize(list.size() - left);
    return int(left);
}
} // namespace

ValueTable tableOf(const chat::PictureValues &values)
{
    return values.lines.isEmpty() ? tableOfMap(values) : tableOfLines(values.lines);
}

chat::PictureValues fitted(chat::PictureValues values)
{
    clipAll(values);
    qsizetype devices = chat::mostValueDevices;
    qsizetype links = chat::mostValueLinks;
    do {
        values.leftOut += keepFirst(values.devices, devices) + keepFirst(values.links, links);
        devices = values.devices.size() / 2;
        links = values.links.size() / 2;
    } while (devices + links > 0 && sizeOf(values) > chat::largestPictureValues);
    return values;
}

void putValues(QMimeData &data, const chat::PictureValues &values)
{
    if (!values.isEmpty())
        data.setData(valuesFormat,
                     QJsonDocument(core::toJson(values).toObject()).toJson(QJsonDocument::Compact));
}

std::optional<chat::PictureValues> valuesIn(const QMimeData &data)
{
    const QByteArray written = data.data(valuesFormat);
    if (written.isEmpty() || written.size() > chat::largestPictureValues)
        return std::nullopt;
    const auto values = core::fromJson<chat::PictureValues>(QJsonDocument::fromJson(written).object());
    return values && !values->isEmpty() ? std::optional(*values) : std::nullopt;
}

} // namespace client
