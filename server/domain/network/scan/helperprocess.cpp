// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/helperprocess.h"

#include "domain/network/scan/text.h"

#include <csignal>

namespace network::scan {

namespace {
constexpr qsizetype longestMessage = 4096;
constexpr qsizetype mostAtOnce = 65536;
constexpr qsizetype mostSaid = 4096;
} // namespace

HelperProcess::HelperProcess(const QString &path, const QByteArray &request, QObject *parent)
    : Process(parent), m_path(path), m_request(request)
{
    connect(&m_link, &HelperLink::heard, this, &HelperProcess::hear);
    connect(&m_link, &HelperLink::lost, this, [this] { finish(Ending::How::Lost, 0); });
}

void HelperProcess::start()
{
    if (const auto opened = m_link.open(m_path); !opened)
        finish(Ending::How::NotStarted, 0, opened.error().message);
}

void HelperProcess::terminate()
{
    if (!m_isGreeted || !m_link.send("cancel\n"))
        kill();
}

void HelperProcess::kill()
{
    m_link.close();
    finish(Ending::How::Killed, SIGKILL);
}

void HelperProcess::hear(const QByteArray &bytes)
{
    m_buffer += bytes;
    while (!m_isOver && takeOne()) {
    }
}

bool HelperProcess::takeOne()
{
    if (m_announced > 0) {
        const QByteArray piece = m_buffer.left(m_announced);
        if (piece.isEmpty())
            return false;
        m_buffer.remove(0, piece.size());
        m_announced -= piece.size();
        if (m_isOutput)
            Q_EMIT received(piece);
        else
            m_complaint += piece.left(mostSaid - m_complaint.size());
        return true;
    }
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0) {
        if (m_buffer.size() > longestMessage)
            finish(Ending::How::Lost, 0);
        return false;
    }
    const QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    obey(line);
    return true;
}

void HelperProcess::obey(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    const int number = words.value(words.size() - 1).toInt();
    if (line.startsWith("no "))
        return finish(Ending::How::NotStarted, 0, cleaned(QString::fromUtf8(line.mid(3)), mostSaid));
    if (!m_isGreeted) {
        m_isGreeted = line == rawGreeting;
        if (!m_isGreeted)
            return finish(Ending::How::NotStarted, 0,
                          tr("belfry-scan-helper has no raw sockets, or is another version"));
        if (!m_link.send(m_request))
            finish(Ending::How::Lost, 0);
        return;
    }
    if (words.first() == "out" || words.first() == "err") {
        m_isOutput = words.first() == "out";
        m_announced = qBound(qsizetype(0), qsizetype(number), mostAtOnce);
    } else if (line.startsWith("end exit ")) {
        finish(Ending::How::Exited, number, cleaned(QString::fromUtf8(m_complaint), mostSaid));
    } else if (line.startsWith("end signal ")) {
        finish(Ending::How::Killed, number, cleaned(QString::fromUtf8(m_complaint), mostSaid));
    } else {
        finish(Ending::How::Lost, 0);
    }
}

void HelperProcess::finish(Ending::How how, int value, const QString &complaint)
{
    if (std::exchange(m_isOver, true))
        return;
    m_link.close();
    Q_EMIT ended({how, value, complaint});
}

} // namespace network::scan
