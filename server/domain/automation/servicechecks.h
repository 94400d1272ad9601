// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/checks.h"
#include "core/entropy.h"
#include "core/recordstore.h"
#include "domain/automation/registry.h"

#include <functional>

namespace automation {

/// What came of asking a service.
struct CheckOutcome
{
    bool isOk = false;
    QString sentence;
    double milliseconds = 0;
    std::optional<QDateTime> expiresAt;
};

/// Asks services again and again whether they work. One that fails is asked once more soon, and does not work
/// when it fails again.
class ServiceChecks final : public QObject
{
    Q_OBJECT
public:
    /// Asks once; the outcome comes once, and not before this has returned.
    using Asker = std::function<void(const Check &check, std::function<void(const CheckOutcome &)> listener)>;
    /// What speaks against a check, in Invalid.
    using Judge = std::function<core::Result<void>(const Check &check)>;
    struct Surroundings
    {
        core::RecordStore &records;
        core::Publisher &publisher;
        core::Clock &clock;
        Registry &registry;
        Asker ask;
        Judge judge;
    };
    static constexpr int most = 2000;
    static constexpr int enoughMisses = 2;
    static constexpr std::chrono::seconds secondTry{5};

    explicit ServiceChecks(Surroundings around) : m_around(std::move(around)) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop();

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid, Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

private:
    struct Watched
    {
        CheckedApp app;
        std::chrono::milliseconds due{0};
        int misses = 0;
        quint64 run = 0; ///< tells the outcome of a check that was set anew meanwhile
        bool isAsked = false;
    };

    void tick();
    void ask(const QString &id, Watched &watched);
    void take(const QString &id, quint64 run, const CheckOutcome &outcome);

    Surroundings m_around;
    QMap<QString, Watched> m_watched;
    quint64 m_lastRun = 0;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace automation
