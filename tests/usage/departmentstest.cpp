// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/usage/departments.h"

#include "catalog/departments.h"
#include "domain/usage/newest.h"
#include "store/opened.h"
#include "support/awaited.h"

using namespace usage;
using core::ErrorCode;

namespace {
/// Departments over a real store.
struct Office
{
    storetest::Bench bench;
    std::unique_ptr<Departments> departments;
    QStringList seen; ///< what the caller is limited to

    Office() { restart(); }
    void restart()
    {
        departments.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        departments = std::make_unique<Departments>(bench.store->departments());
        QVERIFY(support::awaited(departments->load()));
    }
    template <class T>
    [[nodiscard]] core::Command ask(const T &params) const
    {
        core::Command command;
        command.params = core::Payload(params);
        command.caller.departments = seen;
        return command;
    }
    core::Reply set(const QString &id, const QString &name, const QStringList &networks = {})
    {
        return support::awaited(departments->set(ask(SetDepartment{id, name, networks})));
    }
    core::Reply remove(const QString &id)
    {
        return support::awaited(departments->remove(ask(RemoveDepartment{id})));
    }
    [[nodiscard]] QList<Department> list()
    {
        return support::awaited(departments->list(ask(ListDepartments{})))
            ->as<ListDepartments::Reply>()
            ->departments;
    }
    [[nodiscard]] QStringList names()
    {
        QStringList out;
        const QList<Department> all = list();
        for (const Department &each : all)
            out << each.name;
        return out;
    }
};
} // namespace

/// Departments and their networks.
class DepartmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKept()
    {
        Office office;
        QVERIFY(office.set(u"dept123"_qs, u" Design "_qs, {u"192.0.2.9/24"_qs, u"192.0.2.0/24"_qs}));
        QVERIFY(office.set(u"ops"_qs, u"Betrieb <b>"_qs));
        QCOMPARE(office.names(), (QStringList{u"Betrieb <b>"_qs, u"Design"_qs}));
        QCOMPARE(office.list().last().networks, QStringList{u"192.0.2.0/24"_qs});
        QVERIFY(office.set(u"dept123"_qs, u"Art"_qs, {u"2001:db8::/48"_qs}));
        office.restart();
        QCOMPARE(office.names(), (QStringList{u"Art"_qs, u"Betrieb <b>"_qs}));
        QCOMPARE(office.list().first().networks, QStringList{u"2001:db8::/48"_qs});
        QVERIFY(office.remove(u"ops"_qs));
        QCOMPARE(office.remove(u"ops"_qs).error().code, ErrorCode::NotFound);
        office.restart();
        QCOMPARE(office.names(), QStringList{u"Art"_qs});
    }

    void aNetworkBelongsToOne()
    {
        Office office;
        QVERIFY(office.set(u"a"_qs, u"A"_qs, {u"192.0.2.0/24"_qs}));
        const core::Reply refused = office.set(u"b"_qs, u"B"_qs, {u"192.0.2.1/24"_qs});
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"192.0.2.0/24"_qs));
        // A part of it may be another's.
        QVERIFY(office.set(u"b"_qs, u"B"_qs, {u"192.0.2.0/25"_qs}));
        QVERIFY(office.set(u"a"_qs, u"A"_qs, {u"192.0.2.0/24"_qs}));
    }

    void refusesWhatIsNone()
    {
        Office office;
        for (const QString &id : {QString(), u"a b"_qs, u"a/b"_qs, u"<b>"_qs, u"a\n"_qs})
            QCOMPARE(office.set(id, u"A"_qs).error().code, ErrorCode::Invalid);
        for (const QString &name : {QString(), u"  "_qs, u"a\u0007"_qs, u"a\u202e"_qs})
            QCOMPARE(office.set(u"a"_qs, name).error().code, ErrorCode::Invalid);
        QCOMPARE(office.set(u"a"_qs, u"A"_qs, {u"no"_qs}).error().code, ErrorCode::Invalid);
        QVERIFY(office.names().isEmpty());
    }

    void aLimitedViewSeesItsOwn()
    {
        Office office;
        QVERIFY(office.set(u"a"_qs, u"A"_qs));
        QVERIFY(office.set(u"b"_qs, u"B"_qs));
        office.seen = QStringList{u"b"_qs};
        QCOMPARE(office.names(), QStringList{u"B"_qs});
        Newest newest;
        const QDateTime time = office.bench.clock.now();
        newest.hear({u"a"_qs, 1, {}, {}, time});
        newest.hear({u"b"_qs, 2, {}, {}, time});
        newest.hear({u"b"_qs, 3, {}, {}, time});
        const auto current = [&](const std::optional<QString> &id) {
            const core::Reply reply = support::awaited(newest.current(office.ask(CurrentAnalytics{id})));
            return reply ? reply.value().as<CurrentAnalytics::Reply>()
                         : core::Result<CurrentAnalytics::Reply>(reply.error());
        };
        QCOMPARE(current({})->departments.size(), 1);
        QCOMPARE(current({})->departments.first().activeUsers, 3);
        QCOMPARE(current(u"a"_qs).error().code, ErrorCode::Forbidden);
        office.seen.clear();
        QCOMPARE(current({})->departments.size(), 2);
        QCOMPARE(current(u"a"_qs)->departments.first().activeUsers, 1);
        QVERIFY(current(u"unknown"_qs)->departments.isEmpty());
    }
};

QTEST_GUILESS_MAIN(DepartmentsTest)
#include "departmentstest.moc"
