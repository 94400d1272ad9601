// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/sources/fakeagent.h"

#include <QNetworkDatagram>

namespace lab {

namespace {
/// ITU-T X.690: tag, length, content.
QByteArray wrapped(quint8 tag, const QByteArray &content)
{
    QByteArray out(1, char(tag));
    if (content.size() < 128)
        out += char(content.size());
    else
        out += QByteArray("\x82", 1) + char(content.size() >> 8) + char(content.size() & 0xff);
    return out + content;
}

QByteArray encoded(const network::sources::Oid &oid)
{
    QByteArray out(1, char(oid.at(0) * 40 + oid.at(1)));
    for (qsizetype i = 2; i < oid.size(); ++i) {
        QByteArray digits(1, char(oid.at(i) & 0x7fU));
        for (quint32 rest = oid.at(i) >> 7U; rest != 0; rest >>= 7U)
            digits.prepend(char((rest & 0x7fU) | 0x80U));
        out += digits;
    }
    return wrapped(6, out);
}

network::sources::Oid decoded(const QByteArray &bytes)
{
    network::sources::Oid oid{quint32(quint8(bytes.at(0)) / 40), quint32(quint8(bytes.at(0)) % 40)};
    quint32 number = 0;
    for (qsizetype i = 1; i < bytes.size(); ++i) {
        number = number << 7U | (quint8(bytes.at(i)) & 0x7fU);
        if ((quint8(bytes.at(i)) & 0x80U) == 0)
            oid.append(std::exchange(number, 0));
    }
    return oid;
}

/// Takes one element off the front; questions are short.
QByteArray element(QByteArray &rest)
{
    const qsizetype head = (quint8(rest.at(1)) & 0x80U) == 0 ? 2 : 2 + (quint8(rest.at(1)) & 0x7fU);
    qsizetype length = head == 2 ? quint8(rest.at(1)) : 0;
    for (qsizetype i = 2; i < head; ++i)
        length = length << 8 | quint8(rest.at(i));
    const QByteArray content = rest.mid(head, length);
    rest = rest.mid(head + length);
    return content;
}

QByteArray responseOf(const FakeAgent::Question &question, const QByteArray &list, int error)
{
    const QByteArray pdu = wrapped(0xa2, question.id + wrapped(2, QByteArray(1, char(error))) +
                                             wrapped(2, QByteArray(1, '\0')) + wrapped(0x30, list));
    return wrapped(0x30, wrapped(2, QByteArray("\x01", 1)) + wrapped(4, "public") + pdu);
}
} // namespace

FakeAgent::FakeAgent(Manner manner, const QHostAddress &where, quint16 port) : m_manner(std::move(manner))
{
    if (!m_socket.bind(where, port))
        qFatal("%s", qPrintable(m_socket.errorString()));
    connect(&m_socket, &QUdpSocket::readyRead, this, &FakeAgent::read);
}

network::sources::SnmpPeer FakeAgent::peer() const
{
    return {*core::Address::parse(m_socket.localAddress().toString()), m_socket.localPort()};
}

void FakeAgent::read()
{
    while (m_socket.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_socket.receiveDatagram();
        ++m_questions;
        QByteArray rest = datagram.data();
        QByteArray message = element(rest);
        const QByteArray version = element(message);
        if (m_speaksV3 && version == QByteArray("\x03", 1)) {
            m_socket.writeDatagram(datagram.makeReply(refusal(message)));
            continue;
        }
        if (version != QByteArray("\x01", 1))
            continue;
        Question question;
        question.community = element(message);
        question.kind = quint8(message.at(0));
        QByteArray pdu = element(message);
        question.id = wrapped(2, element(pdu));
        element(pdu);
        const QByteArray repetitions = element(pdu);
        question.repetitions = repetitions.isEmpty() ? 0 : quint8(repetitions.back());
        QByteArray list = element(pdu);
        QByteArray binding = element(list);
        question.oid = decoded(element(binding));
        const QByteArray answer = m_manner(question);
        if (!answer.isEmpty())
            m_socket.writeDatagram(datagram.makeReply(answer));
    }
}

QByteArray FakeAgent::response(const Question &question, const QList<Oid> &oids, int error)
{
    QByteArray list;
    for (const Oid &oid : oids)
        list += wrapped(0x30, encoded(oid) + wrapped(4, "x"));
    return responseOf(question, list, error);
}

QByteArray FakeAgent::told(const Question &question, const QMap<Oid, QByteArray> &table)
{
    QByteArray list;
    auto next = table.upperBound(question.oid);
    for (int i = 0; i < std::max(question.repetitions, 1); ++i) {
        if (next == table.end()) {
            list += wrapped(0x30, encoded(question.oid) + wrapped(0x82, {})); // endOfMibView
            break;
        }
        list += wrapped(0x30, encoded(next.key()) + wrapped(4, *next));
        ++next;
    }
    return responseOf(question, list, 0);
}

QByteArray FakeAgent::refusal(QByteArray message)
{
    const auto number = [](char value) { return wrapped(2, QByteArray(1, value)); };
    const QByteArray engine = QByteArray::fromHex("80001f8880000001");
    QByteArray head = element(message);
    const QByteArray id = element(head);
    QByteArray security = element(message);
    security = element(security);
    const QByteArray asked = element(security);
    element(security);
    element(security);
    const QByteArray user = element(security);
    QByteArray scoped = element(message);
    element(scoped);
    element(scoped);
    QByteArray pdu = element(scoped);
    const QByteArray request = element(pdu);
    const quint32 counter = asked == engine ? 3 : 4; // usmStatsUnknownUserNames, …EngineIDs
    const QByteArray binding =
        wrapped(0x30, encoded({1, 3, 6, 1, 6, 3, 15, 1, 1, counter, 0}) + wrapped(0x41, QByteArray(1, 1)));
    const QByteArray report =
        wrapped(0xa8, wrapped(2, request) + number(0) + number(0) + wrapped(0x30, binding));
    return wrapped(0x30,
                   number(3) +
                       wrapped(0x30, wrapped(2, id) + wrapped(2, QByteArray::fromHex("05c0")) +
                                         wrapped(4, QByteArray(1, '\0')) + number(3)) +
                       wrapped(4, wrapped(0x30, wrapped(4, engine) + number(1) + number(1) +
                                                    wrapped(4, user) + wrapped(4, {}) + wrapped(4, {}))) +
                       wrapped(0x30, wrapped(4, engine) + wrapped(4, {}) + report));
}

} // namespace lab
