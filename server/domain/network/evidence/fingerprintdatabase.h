// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/fingerprint.h"

#include <QCoreApplication>
#include <QHash>

#include <memory>
#include <optional>

namespace network {

/// What a text said about its sender by the first fingerprint it matched.
struct FingerprintMatch
{
    QHash<QByteArray, QString> values; ///< "os.product" → "Ubuntu Linux"; printable, at most 200 characters
    QByteArray database;               ///< the key it was found under
    QByteArray description;            ///< the fingerprint's own
    int index = -1;                    ///< within its file
    double certainty = 0;              ///< 0…1

    [[nodiscard]] QString value(const char *name) const { return values.value(QByteArray(name)); }
};

/// The fingerprints of one file, compiled: a text is matched against all of them in one pass.
class FingerprintDatabase
{
    Q_DECLARE_TR_FUNCTIONS(network::FingerprintDatabase)
public:
    /// What is longer is cut before it is matched.
    static constexpr qsizetype mostText = 8192;

    explicit FingerprintDatabase(FingerprintFile file);
    ~FingerprintDatabase();
    FingerprintDatabase(FingerprintDatabase &&) noexcept;
    FingerprintDatabase &operator=(FingerprintDatabase &&) noexcept;

    [[nodiscard]] const FingerprintFile &file() const { return m_file; }
    /// The faults of the file, and a sentence for every pattern that cannot be compiled.
    [[nodiscard]] const QList<core::Error> &faults() const { return m_file.faults; }
    /// The first fingerprint in the order of the file.
    [[nodiscard]] std::optional<FingerprintMatch> match(QByteArrayView text) const;
    /// One fingerprint alone.
    [[nodiscard]] std::optional<FingerprintMatch> matchOne(qsizetype index, QByteArrayView text) const;

private:
    struct Compiled;
    void compile();
    [[nodiscard]] FingerprintMatch said(qsizetype index, QByteArrayView text) const;

    FingerprintFile m_file;
    std::unique_ptr<Compiled> m_compiled;
};

} // namespace network
