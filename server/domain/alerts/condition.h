// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

namespace alerts {

/// What a rule or another room found to be so, or to be so no longer.
struct Condition
{
    QString fingerprint; ///< empty: as fingerprintOf has it
    QString title;
    QString message;
    Kind kind = Kind::System;
    int severity = 5;
    QMap<QString, QString> labels;
    QString subjectId;     ///< the device it is about
    QString causeId;       ///< the device behind which the subject stands
    QString source;        ///< the rule
    bool isOutage = false; ///< the subject cannot be reached, nor what stands behind it
    bool isFiring = true;
    QDateTime at; ///< invalid: now
    /// Then it is no longer so, unless it is told again; invalid: it is so until something else is told.
    QDateTime lapsesAt;
};

/// The same for the same rule, subject and labels, in every run.
QString fingerprintOf(const QString &source, const QString &subjectId, const QMap<QString, QString> &labels);

/// No longer than that, and nothing in it that a peer cannot be relied on to carry.
QString clipped(const QString &text, qsizetype longest);

/// As a book can keep it: with a fingerprint and a time, and nothing longer than may be told.
Condition settled(const Condition &condition, const QDateTime &now);

} // namespace alerts
