// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

#include <QObject>

namespace shell {

/// Whether somebody is at this window: nothing pressed or moved in it for half an hour, or closed for as
/// long, is an absence. A locked screen is one, too: nothing comes through it.
class Absence final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes least{30};

    /// When somebody was here last is kept in `file`; empty: it is not. The clock outlives it.
    Absence(core::Clock &clock, const QString &file, QObject *parent = nullptr);
    ~Absence() override;

    /// Tells of the time before this window was there.
    void begin();

Q_SIGNALS:
    /// Somebody came back who was away since then, in UTC.
    void returned(const QDateTime &from);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void see();
    void keep();

    core::Clock &m_clock;
    QString m_file;
    QDateTime m_lastSeen;
    QDateTime m_kept;
    std::unique_ptr<core::Timer> m_keeping; ///< programs are killed, too
};

} // namespace shell
