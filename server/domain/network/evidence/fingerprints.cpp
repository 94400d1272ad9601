// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/fingerprints.h"

#include "domain/network/evidence/fingerprintreader.h"

#include <QDir>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside of every namespace.
static void registerFingerprints() { Q_INIT_RESOURCE(fingerprints); }

namespace network {

Fingerprints::Fingerprints(const QString &folder)
{
    registerFingerprints();
    std::vector<Entry> entries;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files)
        entries.push_back({file.filePath(), FingerprintReader().readHead(file.filePath()), std::nullopt});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.head.preference > b.head.preference; });
    // Equal keys stay in the order they come in.
    for (Entry &entry : entries) {
        const QByteArray key = entry.head.key;
        m_entries.emplace(key, std::move(entry));
    }
}

QList<QByteArray> Fingerprints::keys() const
{
    QList<QByteArray> all;
    for (const auto &[key, entry] : m_entries) {
        if (all.isEmpty() || all.last() != key)
            all.append(key);
    }
    return all;
}

const FingerprintDatabase &Fingerprints::compiled(Entry &entry)
{
    if (!entry.database)
        entry.database.emplace(FingerprintReader().read(entry.path));
    return *entry.database;
}

std::optional<FingerprintMatch> Fingerprints::match(const QByteArray &key, QByteArrayView text)
{
    const auto [first, last] = m_entries.equal_range(key);
    for (auto entry = first; entry != last; ++entry) {
        if (auto found = compiled(entry->second).match(text))
            return found;
    }
    return std::nullopt;
}

void Fingerprints::prepare(const QList<QByteArray> &keys)
{
    for (auto &[key, entry] : m_entries) {
        if (keys.isEmpty() || keys.contains(key))
            compiled(entry);
    }
}

QList<core::Error> Fingerprints::faults() const
{
    QList<core::Error> all;
    for (const auto &[key, entry] : m_entries)
        all += entry.database ? entry.database->faults() : entry.head.faults;
    return all;
}

} // namespace network
