// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/credentials.h"

#include "domain/identity/vault.h"
#include "network/estate.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace network;
using core::ErrorCode;
using sources::SnmpCredentials;

namespace {
const QString community = u"tremolo-quartz-77"_qs;
const QString authenticationKey = u"saffron-lantern-12"_qs;
const QString privacyKey = u"velvet-anchor-34"_qs;

/// Credentials on a real store, sealed by a real vault.
struct Safe
{
    storetest::Bench bench;
    support::SeededEntropy entropy;
    QByteArray key = QByteArray(32, 'k');
    bool hasKey = true;
    std::unique_ptr<Credentials> credentials;

    Safe() { restart(); }
    ~Safe() { settle(); }
    void settle() const
    {
        if (bench.store != nullptr)
            (void)support::awaited(bench.store->records().one({}));
    }
    void restart()
    {
        settle();
        credentials.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        const auto none = [] {
            return core::Error{ErrorCode::Unavailable, u"There is no key to keep secrets with."_qs};
        };
        credentials = std::make_unique<Credentials>(
            bench.store->records(), entropy,
            Credentials::Sealer{[this, none](const QByteArray &secret, const QByteArray &place) {
                                    return hasKey ? identity::Vault(key, entropy).seal(secret, place)
                                                  : core::Result<QByteArray>(none());
                                },
                                [this, none](const QByteArray &sealed, const QByteArray &place) {
                                    return hasKey ? identity::Vault(key, entropy).open(sealed, place)
                                                  : core::Result<QByteArray>(none());
                                }});
        QVERIFY(support::awaited(credentials->load()));
    }
    core::Reply set(const SetCredential &wish) const
    {
        return nettest::asked(*credentials, &Credentials::set, wish);
    }
    QString keep(const SetCredential &wish) const
    {
        const auto reply = set(wish);
        return reply ? reply->as<SetCredential::Reply>()->id : reply.error().message;
    }
    [[nodiscard]] QList<Credential> all() const
    {
        return nettest::asked(*credentials, &Credentials::list, ListCredentials{})
            ->as<ListCredentials::Reply>()
            ->credentials;
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

SetCredential simple(const QString &secret = community)
{
    SetCredential wish;
    wish.displayName = u"Office"_qs;
    wish.community = secret;
    return wish;
}

SetCredential encrypted()
{
    SetCredential wish;
    wish.displayName = u"Core"_qs;
    wish.version = u"v3"_qs;
    wish.user = u"belfry"_qs;
    wish.authentication = u"sha256"_qs;
    wish.privacy = u"aes"_qs;
    wish.authenticationKey = authenticationKey;
    wish.privacyKey = privacyKey;
    return wish;
}
} // namespace

/// How devices are asked by SNMP: what is secret stays so.
class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptSealedAndOpenedAgain()
    {
        Safe safe;
        const QString plain = safe.keep(simple());
        const QString secret = safe.keep(encrypted());
        safe.restart();
        const auto first = safe.credentials->open(plain);
        QVERIFY(first);
        QCOMPARE(first->community, community.toUtf8());
        QVERIFY(first->version == SnmpCredentials::Version::V2c);
        const auto second = safe.credentials->open(secret);
        QVERIFY(second);
        QVERIFY(second->version == SnmpCredentials::Version::V3);
        QCOMPARE(second->user, QByteArray("belfry"));
        QVERIFY(second->auth == SnmpCredentials::Auth::Sha256);
        QVERIFY(second->privacy == SnmpCredentials::Privacy::Aes128);
        QCOMPARE(second->authPassword, authenticationKey.toUtf8());
        QCOMPARE(second->privacyPassword, privacyKey.toUtf8());
    }

    void secretsAreNeverTold()
    {
        Safe safe;
        safe.keep(simple());
        safe.keep(encrypted());
        const auto reply = nettest::asked(*safe.credentials, &Credentials::list, ListCredentials{});
        const QByteArray told = QJsonDocument(reply->json()).toJson();
        safe.settle();
        const QByteArray kept = safe.disk();
        QVERIFY(told.contains("Office") && kept.contains("Office"));
        for (const QString &word : {community, authenticationKey, privacyKey}) {
            for (const QByteArray &spelling :
                 {word.toUtf8(), word.toUtf8().toBase64(), word.toUtf8().toHex()}) {
                QVERIFY2(!told.contains(spelling), qPrintable(word));
                QVERIFY2(!kept.contains(spelling), qPrintable(word));
            }
        }
    }

    void anotherKeyOpensNothing()
    {
        Safe safe;
        const QString id = safe.keep(simple());
        safe.key = QByteArray(32, 'x');
        safe.restart();
        QCOMPARE(safe.all().size(), 1); // it is seen, and can be given its secret anew
        const auto opened = safe.credentials->open(id);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unavailable);
        QVERIFY(!opened.error().message.isEmpty());
        SetCredential again = simple(u"another-word"_qs);
        again.id = id;
        QVERIFY(safe.set(again));
        QCOMPARE(safe.credentials->open(id)->community, QByteArray("another-word"));
    }

    void withoutAKeyNothingIsKept()
    {
        Safe safe;
        safe.hasKey = false;
        QCOMPARE(safe.set(simple()).error().code, ErrorCode::Unavailable);
        QVERIFY(safe.all().isEmpty());
    }

    void aSecretOpensOnlyWhereItBelongs()
    {
        Safe safe;
        const QString first = safe.keep(simple());
        const QString second = safe.keep(simple(u"second-word"_qs));
        // Whoever can write the database puts the one into the place of the other.
        const auto body = support::awaited(safe.bench.store->records().one({u"credential"_qs, first}));
        QVERIFY(body && *body);
        QByteArray moved = **body;
        moved.replace(first.toUtf8(), second.toUtf8());
        QVERIFY(support::awaited(safe.bench.store->records().write({{u"credential"_qs, second, moved}}, {})));
        safe.restart();
        QCOMPARE(safe.credentials->open(first)->community, community.toUtf8());
        QCOMPARE(safe.credentials->open(second).error().code, ErrorCode::Unavailable);
    }

    void whatIsLeftOutStays()
    {
        Safe safe;
        const QString id = safe.keep(encrypted());
        SetCredential renamed = encrypted();
        renamed.id = id;
        renamed.displayName = u" Core  two "_qs;
        renamed.authenticationKey.reset();
        renamed.privacyKey.reset();
        renamed.networks = QStringList{u" 10.1.2.3/16 "_qs};
        QCOMPARE(safe.keep(renamed), id);
        QCOMPARE(safe.all().first().displayName, u"Core two"_qs);
        QCOMPARE(safe.all().first().networks, QStringList{u"10.1.0.0/16"_qs});
        QCOMPARE(safe.credentials->open(id)->privacyPassword, privacyKey.toUtf8());
    }

    void thoseOfTheNetworkComeFirst()
    {
        Safe safe;
        const QString everywhere = safe.keep(simple());
        SetCredential near = simple();
        near.networks = QStringList{u"10.0.0.0/8"_qs, u"2001:db8::/48"_qs};
        const QString here = safe.keep(near);
        near.networks = QStringList{u"192.0.2.0/24"_qs};
        safe.keep(near);
        QCOMPARE(safe.credentials->idsFor(*core::Address::parse(u"10.1.1.1")),
                 (QStringList{here, everywhere}));
        QCOMPARE(safe.credentials->idsFor(*core::Address::parse(u"2001:db8::1")),
                 (QStringList{here, everywhere}));
        QCOMPARE(safe.credentials->idsFor(*core::Address::parse(u"172.16.0.1")), QStringList{everywhere});
    }

    void wrongOnesAreRefused_data()
    {
        QTest::addColumn<SetCredential>("wish");
        const auto row = [](const char *name, const SetCredential &from, const auto &spoil) {
            SetCredential wish = from;
            spoil(wish);
            QTest::newRow(name) << wish;
        };
        row("no name", simple(), [](SetCredential &wish) { wish.displayName = u" "_qs; });
        row("no community", simple(), [](SetCredential &wish) { wish.community.reset(); });
        row("an empty community", simple(), [](SetCredential &wish) { wish.community = QString(); });
        row("v1", simple(), [](SetCredential &wish) { wish.version = u"v1"_qs; });
        row("no network", simple(), [](SetCredential &wish) { wish.networks = QStringList{u"office"_qs}; });
        row("no user", encrypted(), [](SetCredential &wish) { wish.user = u" "_qs; });
        row("md5", encrypted(), [](SetCredential &wish) { wish.authentication = u"md5"_qs; });
        row("des", encrypted(), [](SetCredential &wish) { wish.privacy = u"des"_qs; });
        row("encryption alone", encrypted(), [](SetCredential &wish) { wish.authentication = u"none"_qs; });
        row("a short key", encrypted(), [](SetCredential &wish) { wish.privacyKey = u"seven77"_qs; });
        row("no key", encrypted(), [](SetCredential &wish) { wish.authenticationKey.reset(); });
    }

    void wrongOnesAreRefused()
    {
        QFETCH(SetCredential, wish);
        Safe safe;
        QSignalSpy changed(safe.credentials.get(), &Credentials::changed);
        const auto reply = safe.set(wish);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::Invalid);
        QVERIFY(!reply.error().message.contains(community));
        QVERIFY(safe.all().isEmpty());
        QVERIFY(changed.isEmpty());
    }

    void unknownOnesAndTooMany()
    {
        Safe safe;
        SetCredential wish = simple();
        wish.id = u"c-none"_qs;
        QCOMPARE(safe.set(wish).error().code, ErrorCode::NotFound);
        QCOMPARE(nettest::asked(*safe.credentials, &Credentials::remove, RemoveCredential{u"c-none"_qs})
                     .error()
                     .code,
                 ErrorCode::NotFound);
        for (int i = 0; i < Credentials::most; ++i)
            QVERIFY(safe.set(simple()));
        QCOMPARE(safe.set(simple()).error().code, ErrorCode::Limited);
        const QString id = safe.all().first().id;
        QVERIFY(nettest::asked(*safe.credentials, &Credentials::remove, RemoveCredential{id}));
        QCOMPARE(safe.credentials->open(id).error().code, ErrorCode::NotFound);
        QVERIFY(safe.set(simple()));
        safe.restart();
        QCOMPARE(int(safe.all().size()), Credentials::most);
    }

    void aFullDiskKeepsWhatWas()
    {
        Safe safe;
        const QString id = safe.keep(simple());
        *safe.bench.freeBytes = 1 << 20;
        safe.bench.clock.advance(std::chrono::seconds(5));
        QTRY_COMPARE(safe.bench.store->state(), store::State::Full);
        SetCredential wish = simple(u"another-word"_qs);
        wish.id = id;
        QCOMPARE(safe.set(wish).error().code, ErrorCode::Unavailable);
        QCOMPARE(safe.set(simple()).error().code, ErrorCode::Unavailable);
        QCOMPARE(nettest::asked(*safe.credentials, &Credentials::remove, RemoveCredential{id}).error().code,
                 ErrorCode::Unavailable);
        QCOMPARE(safe.all().size(), 1);
        QCOMPARE(safe.credentials->open(id)->community, community.toUtf8());
    }

    void brokenRecordsAreLeftOut()
    {
        Safe safe;
        const QString id = safe.keep(simple());
        QVERIFY(support::awaited(safe.bench.store->records().write(
            {{u"credential"_qs, u"c-1"_qs, "{"}, {u"credential"_qs, u"c-2"_qs, "{\"shown\":7}"}}, {})));
        safe.restart();
        QCOMPARE(safe.all().size(), 1);
        QCOMPARE(safe.all().first().id, id);
    }
};

QTEST_GUILESS_MAIN(CredentialsTest)
#include "credentialstest.moc"
