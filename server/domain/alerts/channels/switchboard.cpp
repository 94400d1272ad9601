// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/switchboard.h"

#include "core/finished.h"

namespace alerts::channels {

Switchboard::Switchboard(const Surroundings &around)
    : m_clock(around.clock), m_entropy(around.entropy), m_courier(around.resolver, around.clock),
      m_settings(around.records, around.clock), m_untaken(around.records, around.clock),
      m_deliveries(
          {around.records, around.clock, around.entropy,
           [this](const QString &id) { return m_channels.letter(id); },
           [this](const QString &id) { return m_channels.find(id); },
           [this] { return m_settings.publicUrl(); },
           [this](const Letter &letter, Call::Done done) { m_courier.deliver(letter, std::move(done)); },
           [this] { return m_untaken.count(); }}),
      m_channels(around.records, around.entropy, around.sealer, m_deliveries),
      m_routes({around.records, around.clock, around.entropy, around.compile,
                [this](const QString &id) { return m_channels.find(id); }}),
      m_dispatch({around.records, around.clock, m_channels, m_routes, m_deliveries, m_settings, m_untaken,
                  around.labels}),
      m_openings(around.clock, m_routes, m_dispatch, around.open)
{
    m_channels.guard([this](const QString &id) { return m_routes.userOf(id); });
}

QFuture<core::Result<void>> Switchboard::load()
{
    using Loading = QFuture<core::Result<void>>;
    const QList<std::function<Loading()>> rooms{
        [this] { return m_channels.load(); }, [this] { return m_routes.load(); },
        [this] { return m_deliveries.load(); }, [this] { return m_untaken.load(); },
        [this] { return m_dispatch.load(); }};
    Loading loading = m_settings.load();
    for (const auto &room : rooms) {
        loading = loading
                      .then(this,
                            [room](const core::Result<void> &loaded) {
                                return loaded ? room() : core::finished(core::Result<void>(loaded));
                            })
                      .unwrap();
    }
    return loading;
}

void Switchboard::start()
{
    m_deliveries.start();
    m_openings.start();
}

void Switchboard::stop()
{
    m_openings.stop();
    m_deliveries.stop();
}

QFuture<core::Reply> Switchboard::test(const core::Command &command)
{
    const auto asked = command.as<TestChannel>();
    if (!asked)
        return core::ready(asked.error());
    auto letter = m_channels.letter(asked->id);
    if (!letter)
        return core::ready(letter.error());
    if (m_tests >= mostTests) {
        return core::ready(core::Error{core::ErrorCode::Limited,
                                       tr("Other channels are being tried. Wait until they have answered.")});
    }
    Letter whole = *letter;
    whole.at = m_clock.now();
    whole.message =
        Message::test(QStringLiteral("belfry-test-") + m_entropy.token(12), whole.at, m_settings.publicUrl());
    auto promise = std::make_shared<QPromise<core::Reply>>();
    promise->start();
    ++m_tests;
    m_courier.deliver(whole, [this, promise](const Outcome &outcome) {
        --m_tests;
        promise->addResult(TestChannel::Reply{outcome.isDelivered(), outcome.sentence});
        promise->finish();
    });
    return promise->future();
}

} // namespace alerts::channels
