// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/usage/departments.h"

#include "catalog/departments.h"

#include <algorithm>

namespace usage {

namespace {
core::Error badDepartment(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

bool isId(const QString &id)
{
    return !id.isEmpty() && std::all_of(id.begin(), id.end(), [](QChar letter) {
        return letter.isLetterOrNumber() || letter == u'.' || letter == u'_' || letter == u'-';
    });
}

bool isName(const QString &name)
{
    return !name.trimmed().isEmpty() &&
           std::all_of(name.begin(), name.end(), [](QChar letter) { return letter.isPrint(); });
}

Department shown(const core::KnownDepartment &known) { return {known.id, known.name, known.networks}; }
} // namespace

QFuture<core::Result<void>> Departments::load()
{
    return m_store.departments().then(
        this, [this](const core::Result<QList<core::KnownDepartment>> &kept) -> core::Result<void> {
            if (!kept)
                return kept.error();
            for (const core::KnownDepartment &each : *kept)
                m_departments.insert(each.id, each);
            gather();
            return {};
        });
}

QFuture<core::Reply> Departments::list(const core::Command &command)
{
    const QStringList &seen = command.caller.departments;
    ListDepartments::Reply reply;
    for (const core::KnownDepartment &each : std::as_const(m_departments)) {
        if (seen.isEmpty() || seen.contains(each.id))
            reply.departments << shown(each);
    }
    std::sort(reply.departments.begin(), reply.departments.end(),
              [](const Department &a, const Department &b) {
                  const int order = a.name.localeAwareCompare(b.name);
                  return order == 0 ? a.id < b.id : order < 0;
              });
    return core::ready(reply);
}

QFuture<core::Reply> Departments::set(const core::Command &command)
{
    const auto asked = command.as<SetDepartment>();
    if (!asked)
        return core::ready(asked.error());
    core::KnownDepartment next{asked->id, asked->displayName.trimmed(), {}};
    for (const QString &network : asked->networks) {
        const auto subnet = core::Subnet::parse(QStringView(network).trimmed());
        if (!subnet)
            return core::ready(badDepartment(
                tr("%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.").arg(network.left(64))));
        if (const QString canonical = subnet->toString(); !next.networks.contains(canonical))
            next.networks << canonical;
    }
    if (const auto good = check(next); !good)
        return core::ready(good.error());
    // Known at once, so that two who are set together do not get the same network; unknown again when it
    // cannot be kept.
    const auto before = m_departments.constFind(next.id);
    const std::optional<core::KnownDepartment> former =
        before == m_departments.constEnd() ? std::nullopt : std::optional(*before);
    m_departments.insert(next.id, next);
    return m_store.save(next).then(this, [this, next, former](const core::Result<void> &kept) -> core::Reply {
        if (kept) {
            gather();
            return shown(next);
        }
        if (former)
            m_departments.insert(next.id, *former);
        else
            m_departments.remove(next.id);
        return kept.error();
    });
}

void Departments::gather()
{
    m_networks.clear();
    for (const core::KnownDepartment &each : std::as_const(m_departments)) {
        for (const QString &network : each.networks) {
            if (const auto subnet = core::Subnet::parse(network))
                m_networks.emplaceBack(*subnet, each.id);
        }
    }
    std::sort(m_networks.begin(), m_networks.end(),
              [](const auto &a, const auto &b) { return a.first.prefix() > b.first.prefix(); });
    Q_EMIT changed();
}

QString Departments::of(const core::Address &address) const
{
    const auto found = std::find_if(m_networks.begin(), m_networks.end(),
                                    [&](const auto &each) { return each.first.contains(address); });
    return found == m_networks.end() ? QString() : found->second;
}

core::Result<void> Departments::check(const core::KnownDepartment &asked) const
{
    if (!isId(asked.id))
        return badDepartment(tr("A department's id is 1–128 letters, digits and . _ -"));
    if (!isName(asked.name))
        return badDepartment(tr("Give the department a name."));
    for (const core::KnownDepartment &each : m_departments) {
        if (each.id == asked.id)
            continue;
        for (const QString &network : asked.networks) {
            if (each.networks.contains(network))
                return core::Error{
                    core::ErrorCode::Conflict,
                    tr("%1 belongs to %2 already. Take it from there first.").arg(network, each.name)};
        }
    }
    if (!m_departments.contains(asked.id) && m_departments.size() >= most)
        return core::Error{core::ErrorCode::Limited,
                           tr("There are %1 departments; that is the most.").arg(most)};
    return {};
}

QFuture<core::Reply> Departments::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveDepartment>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_departments.contains(asked->id))
        return core::ready(
            core::Error{core::ErrorCode::NotFound, tr("There is no department %1.").arg(asked->id)});
    return m_store.remove(asked->id).then(
        this, [this, id = asked->id](const core::Result<void> &removed) -> core::Reply {
            if (!removed)
                return removed.error();
            m_departments.remove(id);
            gather();
            return identity::Done{};
        });
}

} // namespace usage
