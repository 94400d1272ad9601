// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/fingerprintdatabase.h"

#include <QStringList>

#include <map>

namespace network {

/// The fingerprint collection: what a text says about its sender, by the kind of text it is. recog's files
/// and a few of our own for what they lack. Files are read and compiled when they are first asked for; to be
/// used by one thread at a time.
class Fingerprints
{
public:
    /// The collection that is part of the program.
    Fingerprints();
    explicit Fingerprints(const QStringList &folders);

    /// The kinds of texts, recog's `matches` ("ssh.banner"), or the name of a file that states none.
    [[nodiscard]] QList<QByteArray> keys() const;
    /// The first match among the files of the kind, the preferred file first; nothing for an unknown kind.
    [[nodiscard]] std::optional<FingerprintMatch> match(const QByteArray &key, QByteArrayView text);
    /// What all files of the kind say together. For a device, a system and a service each, what the first of
    /// them says counts.
    [[nodiscard]] std::optional<FingerprintMatch> describe(const QByteArray &key, QByteArrayView text);
    /// Reads and compiles now what will be asked for; all of them for an empty list.
    void prepare(const QList<QByteArray> &keys = {});
    /// What could not be read so far, each with its file and line.
    [[nodiscard]] QList<core::Error> faults() const;

private:
    struct Entry
    {
        QString path;
        FingerprintFile head;
        std::optional<FingerprintDatabase> database;
    };
    static const FingerprintDatabase &compiled(Entry &entry);

    std::multimap<QByteArray, Entry> m_entries; ///< by key, the preferred first
};

} // namespace network
