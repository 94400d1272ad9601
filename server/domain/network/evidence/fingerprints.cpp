// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/fingerprints.h"

#include "domain/network/evidence/fingerprintreader.h"

#include <QDir>
#include <QSet>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside of every namespace.
static void registerFingerprints() { Q_INIT_RESOURCE(fingerprints); }

namespace network {

namespace {
/// "os." of "os.version": what a value is about.
QByteArray subjectOf(const QByteArray &name) { return name.left(name.indexOf('.') + 1); }

/// Takes over what another match says of subjects this one is silent about, and the kind of device where
/// this one has none.
void complete(FingerprintMatch &match, const FingerprintMatch &other)
{
    QSet<QByteArray> told;
    for (auto value = match.values.cbegin(); value != match.values.cend(); ++value)
        told.insert(subjectOf(value.key()));
    const bool isKindTold = match.values.contains("hw.device") || match.values.contains("os.device");
    for (auto value = other.values.cbegin(); value != other.values.cend(); ++value) {
        if (!told.contains(subjectOf(value.key())) || (!isKindTold && value.key() == "hw.device"))
            match.values.insert(value.key(), *value);
    }
}
} // namespace

Fingerprints::Fingerprints()
    : Fingerprints(QStringList{QStringLiteral(":/fingerprints/own"), QStringLiteral(":/fingerprints/recog")})
{
}

Fingerprints::Fingerprints(const QStringList &folders)
{
    registerFingerprints();
    std::vector<Entry> entries;
    for (const QString &folder : folders) {
        const QFileInfoList files =
            QDir(folder).entryInfoList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files)
            entries.push_back({file.filePath(), FingerprintReader().readHead(file.filePath()), std::nullopt});
    }
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

std::optional<FingerprintMatch> Fingerprints::describe(const QByteArray &key, QByteArrayView text)
{
    std::optional<FingerprintMatch> all;
    const auto [first, last] = m_entries.equal_range(key);
    for (auto entry = first; entry != last; ++entry) {
        const auto found = compiled(entry->second).match(text);
        if (found && all)
            complete(*all, *found);
        else if (found)
            all = found;
    }
    return all;
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
