// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "client/mirror.h"

#include <QSet>

namespace client {

/// The scans that run and those that were run, newest first: loaded in pages, kept up by facts, caught up
/// with after a reconnect.
class Scans final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const core::Result<void> &)>;

    explicit Scans(Mirror &mirror, QObject *parent = nullptr);
    ~Scans() override;

    [[nodiscard]] const QList<network::ScanRun> &all() const { return m_runs; }
    /// The oldest first: one that begins stands below those that are watched.
    [[nodiscard]] QList<network::ScanRun> running() const;
    [[nodiscard]] const network::ScanRun *find(const QString &id) const;
    /// True once a list was heard.
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// Why the list could not be had, for people; empty when it could.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] Mirror &mirror() const { return m_mirror; }

    /// How much of everything that runs is done, 0–100.
    [[nodiscard]] double progress() const;
    /// Seconds since it began, or that it took.
    [[nodiscard]] double elapsed(const network::ScanRun &run) const;
    /// Seconds it may still take; nothing while less than a tenth is done, for that tells little.
    [[nodiscard]] std::optional<double> left(const network::ScanRun &run) const;
    /// Whether it was started here, or by who is signed in here.
    [[nodiscard]] bool isOwn(const network::ScanRun &run) const;
    /// Why whom we are cannot start scans; empty: they can.
    [[nodiscard]] QString whyNotStart() const;
    /// Why whom we are cannot cancel that one; empty: they can.
    [[nodiscard]] QString whyNotCancel(const network::ScanRun &run) const;

    void loadOlder();
    /// Remembers that it was started here, and looks for it.
    void adopt(const QString &id);
    /// Asks for a running scan to end; `done` is called unless `context` is gone by then.
    void cancel(const QString &id, QObject *context, const Done &done);

Q_SIGNALS:
    void changed();
    /// A scan ended just now; what is not as it was before is counted in it.
    void ended(const network::ScanRun &run);

private:
    void reload();
    void take(const core::Result<network::ListScans::Reply> &reply);
    void merge(const QList<network::ScanRun> &page);
    void tellEnded();
    void hear(const QList<core::Event> &events);
    bool apply(const network::ScanProgress &fact);
    void apply(const network::ScanCompleted &fact);
    [[nodiscard]] network::ScanRun *place(const QString &id);
    [[nodiscard]] bool isAdmin() const;

    Mirror &m_mirror;
    QList<network::ScanRun> m_runs;
    QSet<QString> m_started; ///< here
    QSet<QString> m_ending;  ///< to be told of once the list says what came of them
    QString m_trouble;
    bool m_isKnown = false;
    bool m_hasOlder = false;
    bool m_isAsking = false;
    bool m_isAskedAgain = false;
    bool m_wasLive = false;
};

} // namespace client
