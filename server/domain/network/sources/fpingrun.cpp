// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/fpingrun.h"

#include "domain/network/sources/foreigntext.h"

#include <algorithm>
#include <cmath>

namespace network::sources {

namespace {
constexpr std::chrono::seconds grace{10}; // a busy machine starts and ends programs late
constexpr qsizetype longestLine = 512;
constexpr int mostSeconds = 1000;

/// Milliseconds between two requests. fping takes less than one from root only.
QString pause(std::chrono::milliseconds spread, qsizetype count)
{
    return QString::number(
        std::clamp<qint64>(spread.count() / std::max<qsizetype>(count, 1), 1, mostSeconds));
}
} // namespace

std::optional<FpingLine> parseFping(QByteArrayView line)
{
    line = line.trimmed();
    const qsizetype blank = line.indexOf(' ');
    if (blank < 0)
        return std::nullopt;
    const auto address = core::Address::parse(QString::fromLatin1(line.first(blank)));
    if (!address)
        return std::nullopt;
    const QByteArrayView words = line.sliced(blank + 1);
    if (words == "is unreachable")
        return FpingLine{*address, std::nullopt};
    static constexpr QByteArrayView before("is alive (");
    static constexpr QByteArrayView after(" ms)");
    if (!words.startsWith(before) || !words.endsWith(after))
        return std::nullopt;
    bool isNumber = false;
    const double took = words.sliced(before.size()).chopped(after.size()).toByteArray().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(took) || took < 0)
        return std::nullopt;
    return FpingLine{*address, took};
}

FpingRun::FpingRun(Setup setup, core::Clock &clock, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_clock(clock), m_process(new QProcess)
{
    connect(m_process, &QProcess::readyReadStandardOutput, this, &FpingRun::read);
    connect(m_process, &QProcess::readyReadStandardError, this, &FpingRun::readComplaint);
    connect(m_process, &QProcess::finished, this, &FpingRun::judge);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(tr("%1 cannot be started. Install the package fping.").arg(m_setup.program));
    });
}

FpingRun::~FpingRun()
{
    disconnect(m_process, nullptr, this, nullptr);
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
        return;
    }
    // Waiting for its end would hold the thread.
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    m_process->kill();
}

void FpingRun::start(const QList<core::Address> &addresses)
{
    m_open = QSet<core::Address>(addresses.begin(), addresses.end());
    QByteArray list;
    for (const core::Address &address : addresses)
        list += address.toString().toLatin1() + '\n';
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    m_process->setProcessEnvironment(environment);
    m_process->start(m_setup.program,
                     {QStringLiteral("-r"), QStringLiteral("0"), QStringLiteral("-e"), QStringLiteral("-t"),
                      QString::number(m_setup.patience.count()), QStringLiteral("-i"),
                      pause(m_setup.spread, addresses.size()), QStringLiteral("-f"), QStringLiteral("-")});
    m_process->write(list);
    m_process->closeWriteChannel();
    const auto longest =
        std::max(m_setup.spread, std::chrono::milliseconds(addresses.size())) + m_setup.patience + grace;
    m_deadline = m_clock.after(longest, [this] {
        m_isLate = true;
        m_process->kill();
    });
}

void FpingRun::read()
{
    m_rest += m_process->readAllStandardOutput();
    QList<FpingLine> lines;
    qsizetype begin = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', begin)) {
        const auto line = parseFping(QByteArrayView(m_rest).sliced(begin, end - begin));
        begin = end + 1;
        if (line && m_open.remove(line->address)) // each is heard once
            lines.append(*line);
    }
    m_rest.remove(0, begin);
    if (m_rest.size() > longestLine)
        m_rest.clear();
    if (!lines.isEmpty())
        Q_EMIT heard(lines);
}

void FpingRun::readComplaint()
{
    // Unreachable networks fill it, too; the first line tells what keeps fping from working.
    const QByteArray text = m_process->readAllStandardError();
    if (m_complaint.isEmpty())
        m_complaint = foreignText(text.split('\n').first());
}

void FpingRun::judge(int exitCode, QProcess::ExitStatus status)
{
    read();
    if (m_isLate)
        finish(tr("fping did not come to an end and was stopped."));
    else if (status != QProcess::NormalExit)
        finish(tr("fping was killed."));
    else if (exitCode > 2) // fping(8): 3 arguments, 4 a system call
        finish(m_complaint.isEmpty() ? tr("fping ended with code %1.").arg(exitCode)
                                     : tr("fping does not work here: %1").arg(m_complaint));
    else
        finish({});
}

void FpingRun::finish(const QString &fault)
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_deadline.reset();
    Q_EMIT ended(m_open.values(), fault);
}

} // namespace network::sources
