// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/transcript.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace contracts {

namespace {
/// A message as its framing (the digits and the namespace of Socket.IO) and its JSON.
struct Parted
{
    QString framing;
    QJsonValue json = QJsonValue::Undefined;
};

Parted parted(const QString &message)
{
    qsizetype start = 0;
    while (start < message.size() && message.at(start) != u'[' && message.at(start) != u'{')
        ++start;
    const QJsonDocument document = QJsonDocument::fromJson(message.mid(start).toUtf8());
    Parted parts{message.left(start), QJsonValue::Undefined};
    if (document.isArray())
        parts.json = document.array();
    else if (document.isObject())
        parts.json = document.object();
    else
        parts.framing = message;
    return parts;
}
} // namespace

bool matches(const QJsonValue &pattern, const QJsonValue &actual)
{
    static const QString anything = QStringLiteral("*");
    static const QString further = QStringLiteral("…");
    if (pattern == anything)
        return !actual.isUndefined();
    if (pattern.isArray() && actual.isArray()) {
        const QJsonArray a = pattern.toArray();
        const QJsonArray b = actual.toArray();
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const QJsonValue &x, const QJsonValue &y) { return matches(x, y); });
    }
    if (pattern.isObject() && actual.isObject()) {
        QJsonObject a = pattern.toObject();
        const QJsonObject b = actual.toObject();
        const bool isOpen = a.contains(further);
        a.remove(further);
        const auto keys = a.keys();
        return (isOpen || keys == b.keys()) && std::all_of(keys.begin(), keys.end(), [&](const QString &key) {
                   return matches(a.value(key), b.value(key));
               });
    }
    return pattern == actual;
}

QString Transcript::play()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    m_rig = std::make_unique<support::EngineRig>();
    int number = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        ++number;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString fault = step(line);
        if (!fault.isEmpty())
            return QStringLiteral("line %1: %2").arg(number).arg(fault);
    }
    return {};
}

QString Transcript::step(const QString &line)
{
    const QString word = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (word == u"narrow") {
        m_rig = std::make_unique<support::EngineRig>(rest);
        return {};
    }
    if (word == u"open") {
        m_client = m_rig->open(rest.section(u' ', 0, 0).toLatin1(), rest.section(u' ', 1));
        m_clients.insert(m_name, m_client);
        return {};
    }
    if (word == u"as") {
        m_name = rest;
        m_client = m_clients.value(m_name);
        return {};
    }
    if (m_client == nullptr)
        return QStringLiteral("nobody has come yet");
    if (word == u">")
        m_client->say(rest.toUtf8().mid(engineIoDigits()));
    else if (word == u"<")
        return expect(rest);
    else if (word == u"publish")
        m_rig->publishExample(rest);
    else if (word == u"advance")
        m_rig->clock.advance(std::chrono::seconds(rest.section(u' ', 0, 0).toInt()));
    else if (word == u"silence")
        return m_client->waiting() == 0
                   ? QString()
                   : QString(u"expected silence, got "_qs + QString::fromUtf8(m_client->take()));
    else if (word == u"closed")
        return expectClosed(rest);
    else
        return QStringLiteral("no such step: ") + word;
    m_rig->turn();
    return {};
}

/// Socket.IO travels in Engine.IO message packets; a channel carries what is behind their digit.
int Transcript::engineIoDigits() const { return m_client->handshake().path == "/socket.io/" ? 1 : 0; }

QString Transcript::expect(const QString &expected)
{
    const bool isSent = m_client->waiting() > 0;
    const QString sent =
        QString(isSent && engineIoDigits() > 0 ? u"4"_qs : QString()) + QString::fromUtf8(m_client->take());
    const Parted want = parted(expected);
    const Parted got = parted(sent);
    if (want.framing == got.framing && (want.json.isUndefined() == got.json.isUndefined()) &&
        (want.json.isUndefined() || matches(want.json, got.json)))
        return {};
    return QStringLiteral("expected %1\n got      %2").arg(expected, sent);
}

QString Transcript::expectClosed(const QString &expected) const
{
    const QString code = expected.section(u' ', 0, 0);
    const QString reason = expected.section(u' ', 1);
    if (!m_client->closeCode())
        return QStringLiteral("expected a close, but it is open");
    if (int(*m_client->closeCode()) == code.toInt() &&
        QString::fromUtf8(m_client->closeReason()).startsWith(reason))
        return {};
    return QStringLiteral("closed with %1 %2")
        .arg(int(*m_client->closeCode()))
        .arg(QString::fromUtf8(m_client->closeReason()));
}

} // namespace contracts
