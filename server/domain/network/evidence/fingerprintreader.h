// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/fingerprint.h"

#include <QCoreApplication>
#include <QFile>
#include <QXmlStreamReader>

namespace network {

/// Reads one fingerprint file in recog's XML.
class FingerprintReader
{
    Q_DECLARE_TR_FUNCTIONS(network::FingerprintReader)
public:
    /// The examples are for tests; a running server does without.
    enum class Examples { Skip, Keep };

    explicit FingerprintReader(Examples examples = Examples::Skip) : m_examples(examples) {}

    /// What the file is for, without its fingerprints.
    [[nodiscard]] FingerprintFile readHead(const QString &path);
    [[nodiscard]] FingerprintFile read(const QString &path);

private:
    bool open(const QString &path, QFile &file);
    bool readRoot();
    void readFingerprint();
    void readExample(Fingerprint &fingerprint);
    void readParam(Fingerprint &fingerprint);
    void applyFlags(Fingerprint &fingerprint, QStringView flags);
    void fault(const QString &why, int line);
    void finish();

    QXmlStreamReader m_xml;
    FingerprintFile m_file;
    Examples m_examples;
};

} // namespace network
