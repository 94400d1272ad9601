// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"
#include "core/command.h"
#include "core/recordstore.h"
#include "domain/assistant/budget.h"
#include "domain/assistant/terms.h"

#include <QObject>

namespace assistant {

/// How the assistant is set up. The key of its model is kept sealed, opened when it is used, and never told.
class Setup final : public QObject
{
    Q_OBJECT
public:
    /// Seals a secret for a place, opens it there again.
    struct Sealer
    {
        std::function<core::Result<QByteArray>(const QByteArray &secret, const QByteArray &place)> seal;
        std::function<core::Result<QByteArray>(const QByteArray &sealed, const QByteArray &place)> open;
    };
    static constexpr int mostRooms = 1'000;

    Setup(core::RecordStore &records, Sealer sealer, const Budget &budget)
        : m_records(records), m_sealer(std::move(sealer)), m_budget(budget)
    {
    }

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    [[nodiscard]] Hearing hearingOf(const QString &room) const;
    [[nodiscard]] bool hasModel() const { return !m_kept.url.isEmpty() && !m_kept.model.isEmpty(); }
    [[nodiscard]] int tokensPerDay() const { return m_kept.tokensPerDay; }
    /// Errors: Unavailable (its key cannot be opened), Invalid.
    [[nodiscard]] core::Result<Terms> terms() const;
    /// Why the model did not answer; empty: it did.
    void noteFault(const QString &fault) { m_fault = fault; }

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> get(const core::Command &command);
    /// Errors: Invalid, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: Invalid, Limited, Unavailable.
    QFuture<core::Reply> setHearing(const core::Command &command);

private:
    /// As it is kept: what is secret sealed, in base64.
    struct Kept
    {
        QString url;
        QString model;
        QString key;
        bool isPrivateAllowed = false;
        int tokensPerDay = Settings().tokensPerDay;
        int waitSeconds = Settings().waitSeconds;
        int answerSeconds = Settings().answerSeconds;
        QMap<QString, Hearing> rooms;

        static core::Fields fields();
    };

    [[nodiscard]] core::Result<Kept> settled(const SetSettings &wish) const;
    [[nodiscard]] Settings shown() const;
    QFuture<core::Reply> keep(const Kept &kept);

    core::RecordStore &m_records;
    Sealer m_sealer;
    const Budget &m_budget;
    Kept m_kept;
    Kept m_wanted; ///< as it will be once all is written
    QString m_fault;
};

} // namespace assistant
