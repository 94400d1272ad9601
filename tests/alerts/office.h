// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/finished.h"
#include "domain/alerts/book.h"
#include "store/opened.h"
#include "support/awaited.h"

namespace alerttest {

/// The store's records, which a test lets fail.
class Records final : public core::RecordStore
{
public:
    explicit Records(core::RecordStore &store) : m_store(store) {}

    QFuture<core::Result<QList<core::Record>>> all(const QString &kind) override { return m_store.all(kind); }
    QFuture<core::Result<std::optional<QByteArray>>> one(const core::RecordName &name) override
    {
        return m_store.one(name);
    }
    QFuture<core::Result<QList<core::Record>>> latest(const QString &kind, const QString &before,
                                                      int limit) override
    {
        return m_store.latest(kind, before, limit);
    }
    QFuture<core::Result<void>> write(const QList<core::Record> &saved,
                                      const QList<core::RecordName> &removed) override
    {
        ++writes;
        if (isFailing) {
            return core::finished(
                core::Result<void>(core::Error{core::ErrorCode::Unavailable, QStringLiteral("full")}));
        }
        return m_store.write(saved, removed);
    }

    bool isFailing = false;
    int writes = 0;

private:
    core::RecordStore &m_store;
};

/// Who takes notices: knows by the key which were taken.
struct Channel
{
    QList<alerts::Notice> taken;
    QStringList offered;
    bool isOut = false; ///< nobody is there

    QFuture<core::Result<void>> take(const alerts::Notice &notice)
    {
        offered << notice.key;
        if (isOut) {
            return core::finished(
                core::Result<void>(core::Error{core::ErrorCode::Unavailable, QStringLiteral("out")}));
        }
        const bool isKnown = std::any_of(taken.begin(), taken.end(),
                                         [&](const alerts::Notice &each) { return each.key == notice.key; });
        if (!isKnown)
            taken << notice;
        return core::finished(core::Result<void>());
    }
    /// "A-1 raised", worst first; of all notices.
    [[nodiscard]] QStringList said() const
    {
        QStringList out;
        for (const alerts::Notice &notice : taken) {
            QStringList items;
            for (const alerts::NoticeItem &item : notice.items)
                items << item.alertId + u' ' +
                             QLatin1String(core::Words<alerts::NoticeReason>::list.at(size_t(item.reason)));
            out << items.join(QLatin1String(", "));
        }
        return out;
    }
};

/// A book of alerts over a real store, on a clock that stands still.
struct Office
{
    storetest::Bench bench;
    Channel channel;
    alerts::Book::Rules rules;
    std::unique_ptr<Records> records;
    std::unique_ptr<alerts::Silences> silences;
    std::unique_ptr<alerts::NoticeOutbox> outbox;
    std::unique_ptr<alerts::Book> book;
    QSet<QString> hidden; ///< devices that a guest may not see

    Office() { restart(); }
    /// Ends everything at once, as kill -9 does, and begins anew on what was written.
    void restart()
    {
        book.reset();
        outbox.reset();
        silences.reset();
        records.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        records = std::make_unique<Records>(bench.store->records());
        silences = std::make_unique<alerts::Silences>(
            *records, bench.clock, departmentOf, [](const QString &source) {
                return alerts::Matchers::Labels{{QStringLiteral("site"), source == QLatin1String("core")
                                                                             ? QStringLiteral("north")
                                                                             : QString()}};
            });
        outbox = std::make_unique<alerts::NoticeOutbox>(
            *records, bench.clock, [this](const alerts::Notice &notice) { return channel.take(notice); });
        book = std::make_unique<alerts::Book>(
            alerts::Book::Surroundings{*records, bench.clock, *silences, *outbox,
                                       [this](const alerts::Alert &alert, const core::Principal &caller) {
                                           return (!caller.isGuest || !hidden.contains(alert.subjectId)) &&
                                                  (caller.departments.isEmpty() ||
                                                   caller.departments.contains(departmentOf(alert)));
                                       }},
            rules);
        QVERIFY(support::awaited(silences->load()));
        QVERIFY(support::awaited(outbox->load()));
        QVERIFY(support::awaited(book->load()));
        book->start();
        settle();
    }
    /// Everything that was begun is written.
    void settle()
    {
        for (int i = 0; i < 4; ++i) {
            QVERIFY(support::awaited(book->list(by(QStringLiteral("dana"), alerts::ListAlerts{}))));
            QVERIFY(storetest::wait(bench.store->records().write({}, {})));
            QCoreApplication::processEvents();
        }
    }
    /// Time passes as it does where there is an event loop.
    void pass(std::chrono::seconds time, std::chrono::seconds step = std::chrono::seconds(1))
    {
        for (auto gone = std::chrono::seconds(0); gone < time; gone += step) {
            bench.clock.advance(step);
            settle();
        }
    }

    static QString departmentOf(const alerts::Alert &alert)
    {
        return alert.labels.value(QStringLiteral("department"));
    }
    template <class T>
    static core::Command by(const QString &name, const T &params)
    {
        core::Command command;
        command.params = params;
        command.caller.id = QStringLiteral("u-") + name;
        command.caller.displayName = name;
        command.caller.role = core::Role::Operator;
        command.caller.isGuest = name == QLatin1String("guest");
        return command;
    }
    /// Device `subject` is down, or up.
    static alerts::Condition down(const QString &subject, bool isFiring = true, const QString &cause = {})
    {
        alerts::Condition condition;
        condition.title = subject + QStringLiteral(" does not answer");
        condition.message = QStringLiteral("Look at it.");
        condition.kind = alerts::Kind::Network;
        condition.severity = 7;
        condition.labels = {{QStringLiteral("site"), QStringLiteral("north")}};
        condition.subjectId = subject;
        condition.causeId = cause;
        condition.source = QStringLiteral("device.down");
        condition.isOutage = true;
        condition.isFiring = isFiring;
        return condition;
    }
    core::Result<void> take(const QList<alerts::Condition> &conditions)
    {
        return support::awaited(book->take(conditions));
    }
    alerts::ListAlerts::Reply list(const alerts::ListAlerts &asked = {},
                                   const QString &who = QStringLiteral("dana"))
    {
        const core::Reply reply = support::awaited(book->list(by(who, asked)));
        return reply ? *reply->as<alerts::ListAlerts::Reply>() : alerts::ListAlerts::Reply{{}, -1, {}};
    }
    alerts::Alert alert(const QString &id) { return story(id).alert; }
    alerts::GetAlert::Reply story(const QString &id)
    {
        const core::Reply reply =
            support::awaited(book->get(by(QStringLiteral("dana"), alerts::GetAlert{id})));
        return reply ? *reply->as<alerts::GetAlert::Reply>() : alerts::GetAlert::Reply();
    }
    /// "raised, acknowledged by dana: I look" and so on.
    QStringList deeds(const QString &id)
    {
        QStringList out;
        const QList<alerts::AlertEntry> entries = story(id).entries;
        for (const alerts::AlertEntry &entry : entries) {
            QString line = QLatin1String(core::Words<alerts::Deed>::list.at(size_t(entry.deed)));
            if (!entry.by.isEmpty())
                line += QStringLiteral(" by ") + entry.by;
            out << line;
        }
        return out;
    }
    template <class T>
    core::Reply ask(QFuture<core::Reply> (alerts::Book::*handler)(const core::Command &), const T &params,
                    const QString &who = QStringLiteral("dana"))
    {
        return support::awaited((book.get()->*handler)(by(who, params)));
    }
    template <class T>
    core::Reply ask(QFuture<core::Reply> (alerts::Silences::*handler)(const core::Command &), const T &params,
                    const QStringList &departments = {})
    {
        core::Command command = by(QStringLiteral("dana"), params);
        command.caller.departments = departments;
        const core::Reply reply = support::awaited((silences.get()->*handler)(command));
        settle();
        return reply;
    }
};

} // namespace alerttest
