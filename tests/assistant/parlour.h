// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "assistant/house.h"
#include "assistant/stubmodel.h"
#include "domain/assistant/service.h"
#include "domain/identity/vault.h"
#include "store/opened.h"
#include "support/seededentropy.h"

#include <QDir>
#include <QFile>

namespace assistanttest {

/// The assistant in a house, on a real store, with a stub of a model's service beside it.
struct Parlour
{
    House house;
    storetest::Bench bench;
    support::SeededEntropy entropy;
    StubModel model;
    QMap<QString, QString> names; ///< what a name's address is
    std::unique_ptr<assistant::Service> service;

    Parlour() { restart(); }
    ~Parlour() { settle(); }

    void settle() const
    {
        // What is kept may be kept once more behind that.
        for (int round = 0; round < 3 && bench.store != nullptr; ++round)
            (void)support::awaited(bench.store->records().one({}));
    }
    void restart()
    {
        settle();
        service.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        const QByteArray key(32, 'k');
        service = std::make_unique<assistant::Service>(assistant::Service::Surroundings{
            house.catalog,
            bench.store->records(),
            house.clock,
            entropy,
            house.asker(),
            {[this, key](const QByteArray &secret, const QByteArray &place) {
                 return identity::Vault(key, entropy).seal(secret, place);
             },
             [this, key](const QByteArray &sealed, const QByteArray &place) {
                 return identity::Vault(key, entropy).open(sealed, place);
             }},
            [] { return QTimeZone("Europe/Berlin"); },
            [this](QObject *, const QString &host, const auto &answer) {
                const auto address = core::Address::parse(names.value(host));
                answer(address
                           ? assistant::sources::Addresses(QList<core::Address>{*address})
                           : assistant::sources::Addresses(core::Error{core::ErrorCode::Unavailable, host}));
            }});
        QVERIFY(support::awaited(service->load()));
    }
    template <class T>
    static core::Command command(const T &params, const core::Principal &caller = House::somebody())
    {
        core::Command command;
        command.params = core::Payload(params);
        command.caller = caller;
        return command;
    }
    core::Reply set(const assistant::SetSettings &wish) const
    {
        return support::awaited(service->setup().set(command(wish)));
    }
    assistant::Settings settings() const
    {
        return *support::awaited(service->setup().get(command(assistant::GetSettings())))
                    ->as<assistant::Settings>();
    }
    /// From now on there is a model.
    void employ(int tokensPerDay = 200'000) const
    {
        assistant::SetSettings wish;
        wish.url = model.url();
        wish.model = u"stub-1"_qs;
        wish.key = u"sk-quartz-tremolo-77"_qs;
        wish.isPrivateAllowed = true;
        wish.tokensPerDay = tokensPerDay;
        const auto set = this->set(wish);
        QVERIFY2(bool(set), set ? "" : qPrintable(set.error().message));
    }
    QFuture<core::Reply> begin(const QString &question,
                               const core::Principal &caller = House::somebody()) const
    {
        return service->ask(command(assistant::Ask{question, QString()}, caller));
    }
    assistant::Answer ask(const QString &question, const core::Principal &caller = House::somebody()) const
    {
        return *support::awaited(begin(question, caller))->as<assistant::Answer>();
    }
    /// Every byte that lies on the disk.
    [[nodiscard]] QByteArray disk() const
    {
        QByteArray out;
        const QDir folder(bench.options.directory);
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                out += file.readAll();
        }
        return out;
    }
};

} // namespace assistanttest
