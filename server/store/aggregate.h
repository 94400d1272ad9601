// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

namespace store {

/// Several readings of one series in one: what a roll-up keeps, and what merges without loss.
struct Aggregate
{
    double count = 0;
    double least = 0;
    double sum = 0;
    double most = 0;

    void add(double value) { merge({1, value, value, value}); }
    void merge(const Aggregate &other);
};

// The rows' blobs: little-endian doubles by place in the layout. A frame has one per series, NaN for no
// value; a roll-up has count, least, sum and most per series.
QByteArray packFrame(const QMap<QString, double> &values);
QByteArray packRollUp(const QList<Aggregate> &series);
/// What is at that place; empty when the blob is too short or there is no value.
Aggregate frameAt(const QByteArray &blob, qsizetype place);
Aggregate rollUpAt(const QByteArray &blob, qsizetype place);

} // namespace store
