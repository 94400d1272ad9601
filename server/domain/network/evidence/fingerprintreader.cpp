// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/fingerprintreader.h"

#include <QFile>
#include <QFileInfo>

namespace network {

namespace {
constexpr qsizetype mostFingerprints = 20'000;
constexpr qsizetype mostFaults = 20;
constexpr int mostGroups = 64;
} // namespace

FingerprintFile FingerprintReader::readHead(const QString &path)
{
    QFile file;
    if (open(path, file)) {
        readRoot();
        finish();
    }
    return std::exchange(m_file, {});
}

FingerprintFile FingerprintReader::read(const QString &path)
{
    QFile file;
    if (!open(path, file))
        return std::exchange(m_file, {});
    if (readRoot()) {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == QLatin1String("fingerprint") && m_file.fingerprints.size() < mostFingerprints)
                readFingerprint();
            else
                m_xml.skipCurrentElement();
        }
    }
    finish();
    return std::exchange(m_file, {});
}

bool FingerprintReader::open(const QString &path, QFile &file)
{
    m_file = {};
    m_file.name = QFileInfo(path).completeBaseName();
    m_file.key = m_file.name.toUtf8();
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fault(file.errorString(), 0);
        return false;
    }
    m_xml.clear();
    m_xml.setDevice(&file);
    return true;
}

bool FingerprintReader::readRoot()
{
    if (!m_xml.readNextStartElement())
        return false;
    if (m_xml.name() != QLatin1String("fingerprints")) {
        m_xml.raiseError(tr("it begins with <%1>, not with <fingerprints>").arg(m_xml.name().left(40)));
        return false;
    }
    const QXmlStreamAttributes said = m_xml.attributes();
    if (const QByteArray key = said.value(QLatin1String("matches")).toUtf8(); !key.isEmpty())
        m_file.key = key;
    m_file.protocol = said.value(QLatin1String("protocol")).toUtf8();
    bool isNumber = false;
    const double preference = said.value(QLatin1String("preference")).toDouble(&isNumber);
    if (isNumber)
        m_file.preference = preference;
    return true;
}

void FingerprintReader::readFingerprint()
{
    Fingerprint fingerprint;
    fingerprint.line = int(m_xml.lineNumber());
    const QXmlStreamAttributes said = m_xml.attributes();
    fingerprint.pattern = said.value(QLatin1String("pattern")).toUtf8();
    applyFlags(fingerprint, said.value(QLatin1String("flags")));
    bool isNumber = false;
    const double certainty = said.value(QLatin1String("certainty")).toDouble(&isNumber);
    if (isNumber)
        fingerprint.certainty = qBound(0.0, certainty, 1.0);
    while (m_xml.readNextStartElement()) {
        if (m_xml.name() == QLatin1String("param"))
            readParam(fingerprint);
        else if (m_xml.name() == QLatin1String("description"))
            fingerprint.description = m_xml.readElementText().simplified().toUtf8();
        else if (m_xml.name() == QLatin1String("example") && m_examples == Examples::Keep)
            readExample(fingerprint);
        else
            m_xml.skipCurrentElement();
    }
    if (m_xml.hasError())
        return; // half a fingerprint says nothing
    if (fingerprint.pattern.isEmpty())
        fault(tr("the fingerprint has no pattern"), fingerprint.line);
    else
        m_file.fingerprints.append(fingerprint);
}

void FingerprintReader::readExample(Fingerprint &fingerprint)
{
    Fingerprint::Example example;
    bool isBase64 = false;
    for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
        if (attribute.name() == QLatin1String("_encoding"))
            isBase64 = attribute.value() == QLatin1String("base64");
        else
            example.says.append({attribute.name().toUtf8(), attribute.value().toUtf8(), 0});
    }
    example.text = m_xml.readElementText().toUtf8();
    if (isBase64)
        example.text = QByteArray::fromBase64(example.text);
    fingerprint.examples.append(example);
}

void FingerprintReader::readParam(Fingerprint &fingerprint)
{
    const QXmlStreamAttributes said = m_xml.attributes();
    const auto line = int(m_xml.lineNumber());
    bool isNumber = false;
    const int group = said.value(QLatin1String("pos")).toInt(&isNumber);
    const QByteArray name = said.value(QLatin1String("name")).toUtf8();
    if (!isNumber || group < 0 || group > mostGroups || name.isEmpty())
        fault(tr("a <param> needs a name and a position from 0 to %1").arg(mostGroups), line);
    else
        fingerprint.params.append({name, said.value(QLatin1String("value")).toUtf8(), group});
    m_xml.skipCurrentElement();
}

void FingerprintReader::applyFlags(Fingerprint &fingerprint, QStringView flags)
{
    for (const QStringView flag : flags.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringView word = flag.trimmed();
        // recog's own reader (lib/recog/fingerprint/regexp_factory.rb) takes these three for one.
        if (word == QLatin1String("REG_DOT_NEWLINE") || word == QLatin1String("REG_MULTILINE") ||
            word == QLatin1String("REG_LINE_ANY_CRLF"))
            fingerprint.dotMatchesNewline = true;
        else if (word == QLatin1String("REG_ICASE"))
            fingerprint.isCaseless = true;
        else
            fault(tr("the flag \"%1\" is not known").arg(word.left(40)), fingerprint.line);
    }
}

void FingerprintReader::fault(const QString &why, int line)
{
    if (m_file.faults.size() >= mostFaults)
        return;
    const QString where = line > 0 ? tr("%1, line %2").arg(m_file.name + QStringLiteral(".xml")).arg(line)
                                   : m_file.name + QStringLiteral(".xml");
    m_file.faults.append({core::ErrorCode::Invalid,
                          tr("Fingerprints cannot be read (%1): %2. Devices are recognised without them; "
                             "install Belfry again to get the file back.")
                              .arg(where, why)});
}

void FingerprintReader::finish()
{
    if (m_xml.hasError())
        fault(m_xml.errorString(), int(m_xml.lineNumber()));
    m_xml.clear();
}

} // namespace network
