// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/values.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

namespace chat {

namespace {
constexpr QLatin1String valuesKey("values");
constexpr qsizetype sampleNumbers = 2; // when, and how much
constexpr qsizetype bucketNumbers = 4; // when, min, avg and max
constexpr int longestNamed = 80;

core::Error flaw(const char *sentence)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("chat", sentence)};
}

/// Not in the middle of a sign.
QString shortened(const QString &name)
{
    QString beginning = name.simplified().left(longestNamed);
    if (beginning.size() == longestNamed && beginning.back().isHighSurrogate())
        beginning.chop(1);
    return beginning;
}

bool isSound(const ShownLine &line)
{
    constexpr double latest = 8.64e15; // browsers know no later time
    const QList<double> *before = nullptr;
    for (const QList<double> &point : line.points) {
        const bool isFine = (point.size() == sampleNumbers || point.size() == bucketNumbers) &&
                            std::abs(point.first()) <= latest &&
                            (before == nullptr || before->first() < point.first());
        if (!isFine)
            return false;
        before = &point;
    }
    return true;
}

core::Result<void> check(const PictureValues &values)
{
    if (values.isEmpty())
        return flaw(QT_TRANSLATE_NOOP("chat", "The values of the picture are of nothing. Leave them out."));
    qsizetype points = 0;
    for (const ShownLine &line : values.lines) {
        points += line.points.size();
        if (!isSound(line)) {
            return core::Error{core::ErrorCode::Invalid,
                               QCoreApplication::translate(
                                   "chat", "The points of “%1” do not ascend, or are no points. A point is "
                                           "[time, value] or [time, min, avg, max].")
                                   .arg(shortened(line.name))};
        }
    }
    if (points > mostValuePoints) {
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("chat",
                                                       "The values of a picture have at most %1 points in "
                                                       "all. Choose a shorter time or fewer lines.")
                               .arg(mostValuePoints)};
    }
    return {};
}

QByteArray written(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
} // namespace

core::Result<QByteArray> packData(const NewAttachment &asked)
{
    QJsonObject kept = asked.data.value_or(QJsonObject());
    kept.remove(valuesKey);
    if (written(kept).size() > largestPictureData) {
        return flaw(QT_TRANSLATE_NOOP("chat", "A picture's data has at most 64 KiB. Leave some of it out."));
    }
    if (asked.values) {
        if (const auto checked = check(*asked.values); !checked)
            return checked.error();
        const QJsonObject values = core::toJson(*asked.values).toObject();
        if (written(values).size() > largestPictureValues) {
            return flaw(QT_TRANSLATE_NOOP(
                "chat", "The values of a picture have at most 128 KiB. Leave some of them out."));
        }
        kept.insert(valuesKey, values);
    }
    return asked.data || asked.values ? written(kept) : QByteArray();
}

QJsonObject dataIn(const QByteArray &kept)
{
    QJsonObject data = QJsonDocument::fromJson(kept).object();
    data.remove(valuesKey);
    return data;
}

std::optional<PictureValues> valuesIn(const QByteArray &kept)
{
    const QJsonValue found = QJsonDocument::fromJson(kept).object().value(valuesKey);
    const auto values = core::fromJson<PictureValues>(found);
    return found.isObject() && values && !values->isEmpty() ? std::optional(*values) : std::nullopt;
}

QStringList namesIn(const PictureValues &values)
{
    QStringList names;
    for (const ShownLine &line : values.lines)
        names << shortened(line.name);
    for (const ShownDevice &device : values.devices)
        names << shortened(device.name.isEmpty() ? device.address : device.name);
    names.removeAll(QString());
    names.removeDuplicates();
    return names.isEmpty() ? QStringList{QCoreApplication::translate("chat", "values")}
                           : names.mid(0, mostValueNames);
}

} // namespace chat
