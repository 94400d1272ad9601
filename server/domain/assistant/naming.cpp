// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/naming.h"

#include "catalog/checks.h"
#include "catalog/departments.h"
#include "catalog/inventory.h"
#include "catalog/scope.h"
#include "core/subnet.h"
#include "domain/assistant/measures.h"
#include "domain/assistant/portname.h"
#include "domain/assistant/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace assistant {

namespace {
constexpr qsizetype longestSearch = 128;
constexpr int mostPages = 10;
constexpr qsizetype mostOffered = 5;

const QRegularExpression &alertNumber()
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:alert |alarm |meldung )?#?(?:a-?)?(\\d{1,9})$"));
    return shape;
}

/// Words that stand for no name.
bool isPronoun(const QString &text)
{
    static const QStringList words =
        QStringLiteral(
            "it that this they all es alles das up down anything something everything network netz "
            "was what who wer you i du ich happened here there los")
            .split(u' ');
    return words.contains(text);
}

Candidate candidateOf(const network::Entry &entry)
{
    Candidate candidate{
        {QStringLiteral("device"), entry.id, entry.name},
        {entry.name, entry.hostname, entry.hostname.section(u'.', 0, 0), entry.id, entry.macAddress}};
    candidate.names << entry.addresses;
    return candidate;
}

QString labelsOf(const QList<Reference> &things)
{
    QStringList labels;
    for (const Reference &each : things)
        labels << plain(each.label);
    const QString last = labels.takeLast();
    return labels.isEmpty() ? last
                            : Naming::tr("%1 or %2", "a list, and its last item")
                                  .arg(labels.join(QStringLiteral(", ")), last);
}

Resolution offered(const QString &text, const QList<Reference> &things)
{
    Resolution out;
    out.candidates = things.mid(0, mostOffered);
    out.trouble =
        Naming::tr("“%1” may be several things. Did you mean %2?").arg(plain(text), labelsOf(out.candidates));
    return out;
}

Resolution taken(const QString &text, const Reference &thing, bool isGuessed)
{
    Resolution out;
    out.thing = thing;
    out.isGuessed = isGuessed;
    out.remark = isGuessed
                     ? Naming::tr("There is no “%1”; did you mean %2?").arg(plain(text), plain(thing.label))
                     : Naming::tr("I took “%1” for %2.").arg(plain(text), plain(thing.label));
    return out;
}

/// Those whose nearest name is nearest of all, within what is forgiven.
QList<Reference> nearest(const QString &wanted, const QList<Candidate> &candidates)
{
    int best = slipsForgiven(wanted.size());
    QList<Reference> found;
    for (const Candidate &each : candidates) {
        int least = best + 1;
        for (const QString &name : each.names)
            least = std::min(least, distanceOf(wanted, folded(name), best));
        if (least < best)
            found.clear();
        if (least > best)
            continue;
        best = least;
        found << each.thing;
    }
    return found;
}
} // namespace

bool Naming::isPossible(const QString &kind, const QString &text)
{
    const QString word = folded(text);
    if (kind == u"alert")
        return alertNumber().match(word).hasMatch();
    if (kind == u"port")
        return portNamed(word).has_value();
    if (kind == u"measure")
        return !measuresNamed(word).isEmpty();
    return !isPronoun(word) && text.size() <= longestSearch;
}

Resolution Naming::choose(const QString &text, const QList<Candidate> &candidates, bool forgivesSlips)
{
    const QString wanted = folded(text);
    QList<Reference> same;
    QList<Reference> parts;
    for (const Candidate &each : candidates) {
        const auto has = [&each](const auto &isIt) {
            return std::any_of(each.names.begin(), each.names.end(),
                               [&](const QString &name) { return isIt(folded(name)); });
        };
        if (has([&wanted](const QString &name) { return name == wanted; }))
            same << each.thing;
        else if (has([&wanted](const QString &name) { return name.contains(wanted); }))
            parts << each.thing;
    }
    if (same.size() == 1) {
        Resolution out;
        out.thing = same.first();
        return out;
    }
    if (!same.isEmpty())
        return offered(text, same);
    if (parts.size() == 1)
        return taken(text, parts.first(), false);
    if (!parts.isEmpty())
        return offered(text, parts);
    if (!forgivesSlips)
        return {};
    const QList<Reference> near = nearest(wanted, candidates);
    if (near.size() == 1)
        return taken(text, near.first(), true);
    return near.isEmpty() ? Resolution() : offered(text, near);
}

void Naming::resolve(const QString &kind, const QString &text, const core::Principal &caller,
                     const Done &done)
{
    const auto known = [&](const Reference &thing) {
        Resolution out;
        out.thing = thing;
        done(out);
    };
    const QString word = folded(text);
    if (kind == u"alert") {
        const QString id = QStringLiteral("A-") + alertNumber().match(word).captured(1);
        return known({kind, id, id});
    }
    if (kind == u"port")
        return known({kind, portNamed(word).value_or(QString()), plain(text)});
    if (kind == u"measure")
        return known({kind, measuresNamed(word).join(u' '), plain(text)});
    const auto search = std::make_shared<Search>(Search{text, kind == u"thing", caller, done, {}, 0});
    if (kind == u"department")
        return searchDepartments(search);
    if (kind == u"network")
        return searchNetworks(search);
    searchDevices(search);
}

template <core::Described T>
void Naming::ask(const T &params, const Shared &search, std::function<void(const typename T::Reply &)> take)
{
    m_ask(QString::fromLatin1(T::name), core::Payload(params), search->caller)
        .then(this, [search, take = std::move(take)](const core::Reply &reply) {
            const auto value = reply ? reply->template as<typename T::Reply>()
                                     : core::Result<typename T::Reply>(reply.error());
            if (value)
                return take(*value);
            Resolution out;
            out.trouble = value.error().message;
            search->done(out);
        });
}

void Naming::end(const Shared &search, const QString &nothing)
{
    Resolution out = choose(search->text, search->candidates, true);
    if (!out.thing && out.trouble.isEmpty())
        out.trouble = nothing;
    search->done(out);
}

void Naming::searchDevices(const Shared &search)
{
    constexpr int enough = 100;
    network::ListDevices wish;
    wish.search = search->text;
    wish.limit = enough;
    ask(wish, search, [this, search](const network::ListDevices::Reply &reply) {
        for (const network::Entry &entry : reply.devices)
            search->candidates << candidateOf(entry);
        const Resolution out = choose(search->text, search->candidates, false);
        if (out.thing || !out.trouble.isEmpty())
            return search->done(out);
        // Found by its vendor, its notes or its type.
        if (reply.total == 1)
            return search->done(taken(search->text, search->candidates.first().thing, false));
        if (!search->candidates.isEmpty()) {
            QList<Reference> things;
            for (const Candidate &each : std::as_const(search->candidates))
                things << each.thing;
            return search->done(offered(search->text, things));
        }
        if (search->isThing)
            searchServices(search);
        else
            walkDevices(search, QString());
    });
}

void Naming::searchServices(const Shared &search)
{
    ask(automation::ListChecks(), search, [this, search](const automation::ListChecks::Reply &reply) {
        for (const automation::CheckedApp &app : reply.apps) {
            search->candidates << Candidate{{QStringLiteral("app"), app.check.appId, app.check.displayName},
                                            {app.check.displayName, app.check.appId, app.check.target}};
        }
        const Resolution out = choose(search->text, search->candidates, false);
        if (out.thing || !out.trouble.isEmpty())
            return search->done(out);
        walkDevices(search, QString());
    });
}

void Naming::walkDevices(const Shared &search, const QString &after)
{
    network::ListDevices wish;
    wish.after = after;
    ask(wish, search, [this, search](const network::ListDevices::Reply &reply) {
        for (const network::Entry &entry : reply.devices)
            search->candidates << candidateOf(entry);
        if (!reply.next.isEmpty() && ++search->pages < mostPages)
            return walkDevices(search, reply.next);
        end(search, search->isThing
                        ? tr("There is no device or service “%1” that you may see. Check how it is written.")
                              .arg(plain(search->text))
                        : tr("There is no device “%1” that you may see. Check how it is written.")
                              .arg(plain(search->text)));
    });
}

void Naming::searchDepartments(const Shared &search)
{
    ask(usage::ListDepartments(), search, [search](const usage::ListDepartments::Reply &reply) {
        for (const usage::Department &each : reply.departments)
            search->candidates << Candidate{{QStringLiteral("department"), each.id, each.name},
                                            {each.name, each.id}};
        end(search, tr("There is no department “%1” that you may see. Check how it is written.")
                        .arg(plain(search->text)));
    });
}

void Naming::searchNetworks(const Shared &search)
{
    if (const auto subnet = core::Subnet::parse(search->text)) {
        Resolution out;
        out.thing = Reference{QStringLiteral("network"), subnet->toString(), subnet->toString()};
        return search->done(out);
    }
    ask(network::ListScope(), search, [search](const network::ListScope::Reply &reply) {
        for (const network::ScopeNetwork &each : reply.networks) {
            const QString label = each.displayName.isEmpty() ? each.subnet : each.displayName;
            search->candidates << Candidate{{QStringLiteral("network"), each.subnet, label},
                                            {each.displayName, each.subnet}};
        }
        end(search, tr("There is no network “%1”. Write it as 192.0.2.0/24, or as it is called.")
                        .arg(plain(search->text)));
    });
}

} // namespace assistant
