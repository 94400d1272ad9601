// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/channels/letters.h"
#include "core/finished.h"
#include "domain/alerts/channels/openings.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/seededentropy.h"

namespace channeltest {

/// The store's records, which a test lets fail.
class FailingRecords final : public core::RecordStore
{
public:
    explicit FailingRecords(core::RecordStore &store) : m_store(store) {}

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
        if (!isFailing)
            return m_store.write(saved, removed);
        return core::finished(
            core::Result<void>(core::Error{core::ErrorCode::Unavailable, QStringLiteral("full")}));
    }

    bool isFailing = false;

private:
    core::RecordStore &m_store;
};

/// Seals by turning a secret around; its place must be the same when it is opened.
inline alerts::channels::ChannelBook::Sealer sealer()
{
    const auto turned = [](QByteArray text) {
        std::reverse(text.begin(), text.end());
        return text;
    };
    return {[turned](const QByteArray &secret, const QByteArray &place) -> core::Result<QByteArray> {
                return QByteArray(place + '\n' + turned(secret));
            },
            [turned](const QByteArray &sealed, const QByteArray &place) -> core::Result<QByteArray> {
                if (!sealed.startsWith(QByteArray(place + '\n')))
                    return core::Error{core::ErrorCode::Unavailable, QStringLiteral("another place")};
                return turned(sealed.mid(place.size() + 1));
            }};
}

template <class T>
core::Command asked(const T &params, const core::Roles &as = core::roles::admins)
{
    core::Command command;
    command.name = QLatin1String(T::name);
    command.params = params;
    command.caller.id = QStringLiteral("u-dana");
    command.caller.role = as == core::roles::admins ? core::Role::Admin : core::Role::Viewer;
    return command;
}

/// Everything but the sockets, over a real store, on a clock that stands still.
struct Post
{
    struct Sent
    {
        alerts::channels::Letter letter;
        alerts::channels::Call::Done done;
    };

    storetest::Bench bench;
    support::FakeClock clock; ///< not the store's, which looks at its disk every second
    support::SeededEntropy entropy;
    std::unique_ptr<FailingRecords> records;
    std::unique_ptr<alerts::channels::CommonSettings> settings;
    std::unique_ptr<alerts::channels::Deliveries> deliveries;
    std::unique_ptr<alerts::channels::ChannelBook> channels;
    std::unique_ptr<alerts::channels::RouteBook> routes;
    std::unique_ptr<alerts::channels::Untaken> untaken;
    std::unique_ptr<alerts::channels::Dispatch> dispatch;
    std::unique_ptr<alerts::channels::Openings> openings;
    QList<alerts::NoticeItem> open;
    QList<Sent> sent;
    QMap<QString, alerts::channels::RouteBook::Labels> labels;

    Post() { restart(); }
    ~Post() { end(); }
    void end()
    {
        if (bench.store)
            (void)support::awaited(bench.store->records().one({}));
        openings.reset();
        dispatch.reset();
        untaken.reset();
        routes.reset();
        channels.reset();
        deliveries.reset();
        settings.reset();
        records.reset();
        sent.clear();
    }
    /// Ends everything at once and begins anew on what was written.
    void restart()
    {
        using namespace alerts::channels;
        end();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        records = std::make_unique<FailingRecords>(bench.store->records());
        settings = std::make_unique<CommonSettings>(*records, clock);
        deliveries = std::make_unique<Deliveries>(Deliveries::Surroundings{
            *records, clock, entropy, [this](const QString &id) { return channels->letter(id); },
            [this](const QString &id) { return channels->find(id); },
            [this] { return settings->publicUrl(); },
            [this](const Letter &letter, Call::Done done) {
                sent << Sent{letter, std::move(done)};
            },
            [this] { return untaken->count(); }});
        channels = std::make_unique<ChannelBook>(*records, entropy, sealer(), *deliveries);
        routes = std::make_unique<RouteBook>(RouteBook::Surroundings{
            *records, clock, entropy,
            [](const QString &text) -> core::Result<RouteBook::Test> {
                const QStringList parts = text.split(u'=');
                if (parts.size() != 2)
                    return core::Error{core::ErrorCode::Invalid, QStringLiteral("no matcher")};
                return RouteBook::Test([parts](const RouteBook::Labels &all) {
                    return all.value(parts.first()) == parts.last();
                });
            },
            [this](const QString &id) { return channels->find(id); }});
        channels->guard([this](const QString &id) { return routes->userOf(id); });
        untaken = std::make_unique<Untaken>(*records, clock);
        dispatch = std::make_unique<Dispatch>(
            Dispatch::Surroundings{*records, clock, *channels, *routes, *deliveries, *settings, *untaken,
                                   [this](const QString &alert) { return labels.value(alert); }});
        openings = std::make_unique<Openings>(clock, *routes, *dispatch, [this] { return open; });
        QVERIFY(support::awaited(settings->load()));
        QVERIFY(support::awaited(channels->load()));
        QVERIFY(support::awaited(routes->load()));
        QVERIFY(support::awaited(deliveries->load()));
        QVERIFY(support::awaited(untaken->load()));
        QVERIFY(support::awaited(dispatch->load()));
        deliveries->start();
        openings->start();
    }

    template <class Room, class T>
    core::Reply ask(Room &room, QFuture<core::Reply> (Room::*handler)(const core::Command &), const T &params,
                    const core::Roles &as = core::roles::admins)
    {
        return support::awaited((room.*handler)(asked(params, as)));
    }
    /// A channel of this name; its id.
    QString channel(const QString &name, alerts::ChannelKind kind = alerts::ChannelKind::Webhook,
                    bool isEnabled = true)
    {
        alerts::SetChannel wish;
        wish.displayName = name;
        wish.kind = kind;
        wish.isEnabled = isEnabled;
        wish.settings.url = QStringLiteral("https://%1.example.org/x").arg(name);
        wish.settings.host = name + QStringLiteral(".example.org");
        wish.settings.from = QStringLiteral("belfry@example.org");
        wish.settings.to = {QStringLiteral("noc@example.org")};
        wish.secret = QStringLiteral("s3cret");
        const core::Reply reply = ask(*channels, &alerts::channels::ChannelBook::set, wish);
        return reply ? reply->as<alerts::Channel>()->id : reply.error().message;
    }
    QString route(const alerts::Route &wish)
    {
        const core::Reply reply = ask(*routes, &alerts::channels::RouteBook::set, alerts::SetRoute{wish});
        return reply ? reply->as<alerts::Route>()->id : reply.error().message;
    }
    void endLearning()
    {
        QVERIFY(ask(*settings, &alerts::channels::CommonSettings::set,
                    alerts::ChangeDeliverySettings{std::nullopt, true, {}}));
    }
    core::Result<void> take(const alerts::Notice &notice) { return support::awaited(dispatch->take(notice)); }
    core::Result<void> take(const QString &key, const QList<alerts::NoticeItem> &items)
    {
        return take(notice(items, key));
    }
    /// The one that is underway ends so.
    void finish(qsizetype which, alerts::channels::Outcome::Kind kind,
                std::optional<std::chrono::seconds> after = {})
    {
        const auto done = sent.at(which).done;
        done({kind, QStringLiteral("because"), after});
        (void)support::awaited(records->one({}));
    }
    /// "north: High: down", as it went out.
    [[nodiscard]] QStringList said() const
    {
        QStringList out;
        for (const Sent &each : sent) {
            out << each.letter.channel.displayName +
                       (each.letter.address.isEmpty() ? QString() : QString(u'/' + each.letter.address)) +
                       QStringLiteral(": ") + each.letter.message.title;
        }
        return out;
    }
    alerts::ListDeliveries::Reply list(std::optional<alerts::DeliveryState> state = {})
    {
        alerts::ListDeliveries wish;
        wish.state = state;
        return *ask(*deliveries, &alerts::channels::Deliveries::list, wish)
                    ->as<alerts::ListDeliveries::Reply>();
    }
};

} // namespace channeltest
