// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/wish.h"
#include "core/clock.h"

#include <QLocalServer>

#include <chrono>
#include <functional>
#include <vector>

class QLocalSocket;

namespace app {

/// Where a second program rings that is started on the same data: it says what it wishes, and ends. Stands in
/// a folder of the user's own; nobody is waited for, and nobody is listened to for long.
class Doorbell final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<core::Result<void>(const Wish &)>;

    /// `answer` says why a wish is not granted; the clock outlives this.
    Doorbell(Answer answer, core::Clock &clock, QObject *parent = nullptr);
    ~Doorbell() override;

    /// Where the window of a data directory has it; empty: there is no such directory, or no folder that only
    /// this user may enter.
    [[nodiscard]] static QString pathFor(const QString &dataDirectory);
    /// Takes the place of what a killed program left there; whoever calls this has the lock of the directory.
    [[nodiscard]] core::Result<void> listen(const QString &path);

private:
    struct Caller
    {
        QLocalSocket *socket;
        std::unique_ptr<core::Timer> patience;
    };

    void meet(QLocalSocket &caller);
    void hear(QLocalSocket &caller);
    void say(QLocalSocket &caller, const core::Result<void> &done);
    void forget(const QLocalSocket *caller);

    Answer m_answer;
    core::Clock &m_clock;
    QLocalServer m_server;
    std::vector<Caller> m_callers;
};

/// How ringing went.
struct RingAnswer
{
    enum class Kind {
        Nobody, ///< no window runs there
        Silent, ///< one does, but says nothing
        Done,
        Refused
    };

    Kind kind = Kind::Nobody;
    QString why = {}; ///< it was refused
};

/// Rings at a path and waits for the answer, at most so long in all. Where nobody is, but somebody may be
/// about to come, it is tried again until then.
[[nodiscard]] RingAnswer ring(const QString &path, const Wish &wish, std::chrono::milliseconds patience,
                              bool mayCome = false);

} // namespace app
