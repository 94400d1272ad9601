// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/aggregate.h"

#include <QtEndian>

#include <bit>
#include <cmath>
#include <limits>

namespace store {

namespace {
constexpr qsizetype width = sizeof(double);
constexpr qsizetype partsPerRollUp = 4;

void putDouble(QByteArray &blob, double value)
{
    char bytes[width];
    qToLittleEndian(std::bit_cast<quint64>(value), bytes);
    blob.append(bytes, width);
}

double doubleAt(const QByteArray &blob, qsizetype place)
{
    return std::bit_cast<double>(qFromLittleEndian<quint64>(blob.constData() + place * width));
}
} // namespace

void Aggregate::merge(const Aggregate &other)
{
    if (other.count <= 0)
        return;
    least = count > 0 ? std::fmin(least, other.least) : other.least;
    most = count > 0 ? std::fmax(most, other.most) : other.most;
    sum += other.sum;
    count += other.count;
}

QByteArray packFrame(const QMap<QString, double> &values)
{
    QByteArray blob;
    blob.reserve(values.size() * width);
    for (const double value : values)
        putDouble(blob, std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN());
    return blob;
}

QByteArray packRollUp(const QList<Aggregate> &series)
{
    QByteArray blob;
    blob.reserve(series.size() * partsPerRollUp * width);
    for (const Aggregate &one : series) {
        for (const double part : {one.count, one.least, one.sum, one.most})
            putDouble(blob, part);
    }
    return blob;
}

Aggregate frameAt(const QByteArray &blob, qsizetype place)
{
    Aggregate out;
    if (place < 0 || (place + 1) * width > blob.size())
        return out;
    const double value = doubleAt(blob, place);
    if (!std::isnan(value))
        out.add(value);
    return out;
}

Aggregate rollUpAt(const QByteArray &blob, qsizetype place)
{
    const qsizetype first = place * partsPerRollUp;
    if (place < 0 || (first + partsPerRollUp) * width > blob.size())
        return {};
    return {doubleAt(blob, first), doubleAt(blob, first + 1), doubleAt(blob, first + 2),
            doubleAt(blob, first + 3)};
}

} // namespace store
