// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/helperlink.h"
#include "domain/network/scan/process.h"

namespace network::scan {

/// nmap behind belfry-scan-helper, which alone has raw sockets. It is told what to do, never how nmap is
/// called.
class HelperProcess final : public Process
{
    Q_OBJECT
public:
    HelperProcess(const QString &path, const QByteArray &request, QObject *parent = nullptr);

    void start() override;
    void terminate() override;
    /// The helper ends what runs for a connection that is gone.
    void kill() override;

    /// What the helper says first when it has raw sockets.
    static constexpr char rawGreeting[] = "belfry-scan-helper 1 raw";

private:
    void hear(const QByteArray &bytes);
    bool takeOne();
    void obey(const QByteArray &line);
    void finish(Ending::How how, int value, const QString &complaint = {});

    const QString m_path;
    const QByteArray m_request;
    HelperLink m_link;
    QByteArray m_buffer;
    QByteArray m_complaint;
    qsizetype m_announced = 0; ///< bytes that come before the next line
    bool m_isOutput = false;
    bool m_isGreeted = false;
    bool m_isOver = false;
};

/// Has the helper start nmap.
class HelperLauncher final : public Launcher
{
public:
    explicit HelperLauncher(const QString &path) : m_path(path) {}

    [[nodiscard]] std::unique_ptr<Process> prepare(const Task &task) override
    {
        return std::make_unique<HelperProcess>(m_path, task.request());
    }

private:
    const QString m_path;
};

} // namespace network::scan
