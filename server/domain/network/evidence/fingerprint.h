// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/error.h"

#include <QByteArray>
#include <QList>

namespace network {

/// A pattern of the recog collection, and what a text that matches it says about a service, a system or a
/// device.
struct Fingerprint
{
    /// One thing it says: a value of its own, or what a group of the pattern caught.
    struct Param
    {
        QByteArray name;  ///< "os.product"
        QByteArray value; ///< may hold {names} of others; not used where there is a group
        int group = 0;    ///< 0: the value
    };
    /// A text it is known to match, and what it has to say about it.
    struct Example
    {
        QByteArray text;
        QList<Param> says;
    };

    QByteArray pattern;
    bool isCaseless = false;
    bool dotMatchesNewline = false;
    double certainty = 0.85; ///< recog's own default
    QList<Param> params;
    QList<Example> examples;
    QByteArray description;
    int line = 0; ///< in its file
};

/// One file of the collection as it was read.
struct FingerprintFile
{
    QString name;            ///< "ssh_banners"
    QByteArray key;          ///< what kind of text it is for: "ssh.banner", else its name
    QByteArray protocol;     ///< "ssh"; may be empty
    double preference = 0.1; ///< the higher, the sooner it is asked; recog's own default
    QList<Fingerprint> fingerprints;
    /// What could not be read, each with file and line. All that was read before is there.
    QList<core::Error> faults;
};

} // namespace network
