// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/alerts/channels/letter.h"

#include <QCoreApplication>

namespace alerts::channels {

/// A message as a mail: who it is from and to, and its text (RFC 5322, MIME), all of it ASCII.
class Mail
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::Mail)
public:
    static Mail of(const Letter &letter);
    /// An address as SMTP takes it: ASCII, its domain in ACE. Errors: Invalid.
    static core::Result<QString> address(const QString &typed);
    /// The value of a header (RFC 2047), folded.
    static QByteArray headerText(const QString &text);

    QByteArray from;
    QList<QByteArray> to;
    QByteArray data; ///< lines end with CR LF
};

} // namespace alerts::channels
