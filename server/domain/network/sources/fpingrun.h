// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/clock.h"

#include <QObject>
#include <QProcess>
#include <QSet>

#include <optional>

namespace network::sources {

/// What one line of fping says of one address.
struct FpingLine
{
    core::Address address;
    std::optional<double> milliseconds; ///< nothing: it did not answer
};

/// "192.0.2.1 is alive (0.05 ms)" or "192.0.2.1 is unreachable"; nothing when it is neither.
std::optional<FpingLine> parseFping(QByteArrayView line);

/// One run of fping over a list of addresses: one echo request each, spread over a time.
class FpingRun : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        QString program;
        std::chrono::milliseconds spread;   ///< how long sending may take
        std::chrono::milliseconds patience; ///< with each answer
    };

    FpingRun(Setup setup, core::Clock &clock, QObject *parent = nullptr);
    ~FpingRun() override;

    void start(const QList<core::Address> &addresses);

Q_SIGNALS:
    void heard(const QList<network::sources::FpingLine> &lines);
    /// Once, and the last there is. `unheard`: of whom it said nothing; `fault`: why, empty where it has run
    /// as it should.
    void ended(const QList<core::Address> &unheard, const QString &fault);

private:
    void read();
    void finish(const QString &fault);
    void judge(int exitCode, QProcess::ExitStatus status);
    void readComplaint();

    Setup m_setup;
    core::Clock &m_clock;
    QProcess *m_process;        ///< lives on until it has ended
    QSet<core::Address> m_open; ///< of whom it has not spoken
    QByteArray m_rest;          ///< of a line
    QString m_complaint;
    std::unique_ptr<core::Timer> m_deadline;
    bool m_isLate = false;
    bool m_hasEnded = false;
};

} // namespace network::sources
