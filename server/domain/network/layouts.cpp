// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/layouts.h"

#include "core/log.h"

#include <QJsonDocument>

namespace network {

namespace {
const QString layoutKind = QStringLiteral("layout");
} // namespace

QFuture<core::Result<void>> Layouts::load()
{
    return m_records.all(layoutKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto kept =
                    core::fromJson<GetLayout::Reply>(QJsonDocument::fromJson(record.body).object());
                if (!kept) {
                    qCWarning(logNetwork).noquote() << "The layout" << record.id << "cannot be read.";
                    continue;
                }
                View &view = m_views[record.id];
                for (const Placement &each : kept->placed)
                    view.insert(each.node, each);
            }
            return {};
        });
}

QFuture<core::Result<void>> Layouts::keep(const QString &view, const View &placed)
{
    const GetLayout::Reply body{placed.values()};
    return m_records.write({{layoutKind, view, core::Payload(body).text()}}, {});
}

void Layouts::drop(const QString &node)
{
    for (auto view = m_views.begin(); view != m_views.end(); ++view) {
        // Where it is, and that it is left out there.
        if (view->remove(node) + view->remove(QStringLiteral("hidden:") + node) > 0)
            keep(view.key(), *view);
    }
}

QFuture<core::Reply> Layouts::get(const core::Command &command)
{
    const auto asked = command.as<GetLayout>();
    if (!asked)
        return core::ready(asked.error());
    return core::ready(GetLayout::Reply{m_views.value(asked->view).values()});
}

QFuture<core::Reply> Layouts::set(const core::Command &command)
{
    const auto asked = command.as<SetLayout>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->view.trimmed().isEmpty())
        return core::ready(
            core::Error{core::ErrorCode::Invalid, tr("Say which view of the map this is for.")});
    if (!m_views.contains(asked->view) && m_views.size() >= mostViews)
        return core::ready(core::Error{core::ErrorCode::Limited,
                                       tr("There are %1 views; that is the most.").arg(mostViews)});
    View view = m_views.value(asked->view);
    for (const QString &node : asked->released)
        view.remove(node);
    for (const Placement &each : asked->placed)
        view.insert(each.node, each);
    if (view.size() > mostNodes) {
        return core::ready(core::Error{
            core::ErrorCode::Limited,
            tr("A view keeps %1 places; that is the most. Let some be laid out again.").arg(mostNodes)});
    }
    // Known at once, so that two who move things at the same time do not undo each other.
    m_views.insert(asked->view, view);
    const LayoutChanged fact{asked->view, asked->placed, asked->released, command.caller.displayName,
                             asked->token};
    return keep(asked->view, view).then(this, [this, fact](const core::Result<void> &kept) -> core::Reply {
        if (!kept)
            return kept.error();
        if (const auto said = m_publisher.publish(fact); !said)
            return said.error();
        return identity::Done{};
    });
}

} // namespace network
