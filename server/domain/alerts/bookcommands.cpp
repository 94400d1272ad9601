// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of the alerts, and do to them.
#include "core/finished.h"
#include "domain/alerts/book.h"
#include "domain/alerts/history.h"

#include <QJsonDocument>

namespace alerts {

Visible Book::visibleTo(const core::Principal &caller) const
{
    return [this, caller](const Alert &alert) {
        return !m_around.isVisible || m_around.isVisible(alert, caller);
    };
}

template <class Asked>
QFuture<core::Reply> Book::byHand(const core::Command &command, core::Reply (Handiwork::*act)(const Asked &))
{
    const auto asked = command.as<Asked>();
    if (!asked)
        return core::ready(asked.error());
    const core::Principal &caller = command.caller;
    const QString by = caller.displayName.isEmpty() ? caller.name.isEmpty() ? tr("somebody") : caller.name
                                                    : caller.displayName;
    return after([this, act, asked = *asked, by, caller](Turn &turn) {
        Handiwork hand(turn, m_mark, visibleTo(caller), by);
        return (hand.*act)(asked);
    });
}

QFuture<core::Reply> Book::acknowledge(const core::Command &command)
{
    return byHand(command, &Handiwork::acknowledge);
}
QFuture<core::Reply> Book::unacknowledge(const core::Command &command)
{
    return byHand(command, &Handiwork::unacknowledge);
}
QFuture<core::Reply> Book::assign(const core::Command &command)
{
    return byHand(command, &Handiwork::assign);
}
QFuture<core::Reply> Book::comment(const core::Command &command)
{
    return byHand(command, &Handiwork::comment);
}
QFuture<core::Reply> Book::resolve(const core::Command &command)
{
    return byHand(command, &Handiwork::resolve);
}
QFuture<core::Reply> Book::reopen(const core::Command &command)
{
    return byHand(command, &Handiwork::reopen);
}
QFuture<core::Reply> Book::fold(const core::Command &command) { return byHand(command, &Handiwork::fold); }
QFuture<core::Reply> Book::unfold(const core::Command &command)
{
    return byHand(command, &Handiwork::unfold);
}

QFuture<core::Reply> Book::list(const core::Command &command)
{
    const auto asked = command.as<ListAlerts>();
    if (!asked)
        return core::ready(asked.error());
    return read([this, asked = *asked, isVisible = visibleTo(command.caller)]() -> core::Reply {
        const auto page = pageOf(m_shelf, asked, isVisible);
        return page ? core::Reply(*page) : core::Reply(page.error());
    });
}

QFuture<core::Reply> Book::history(const core::Command &command)
{
    const auto asked = command.as<AlertHistory>();
    if (!asked)
        return core::ready(asked.error());
    if (asked->to <= asked->from)
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("The end comes behind the beginning.")});
    return read([this, asked = *asked, isVisible = visibleTo(command.caller)]() -> core::Reply {
        return historyOf(m_shelf, asked, isVisible);
    });
}

QFuture<core::Reply> Book::get(const core::Command &command)
{
    const auto asked = command.as<GetAlert>();
    if (!asked)
        return core::ready(asked.error());
    using Records = core::Result<QList<core::Record>>;
    constexpr int mostEntries = 1000;
    return read([this, asked = *asked, isVisible = visibleTo(command.caller)]() -> core::Reply {
               const auto found = alertOf(m_shelf, asked, isVisible);
               return found ? core::Reply(*found) : core::Reply(found.error());
           })
        .then(this,
              [this](const core::Reply &reply) {
                  if (!reply)
                      return core::ready(reply);
                  const auto found = *reply->as<GetAlert::Reply>();
                  // The last lines; the first of a story that long are still kept.
                  return m_around.records
                      .latest(records::storyKind(alertNumber(found.alert.id)), {}, mostEntries)
                      .then(this, [found](const Records &entries) -> core::Reply {
                          if (!entries)
                              return entries.error();
                          GetAlert::Reply out = found;
                          for (const core::Record &record : *entries) {
                              const auto entry =
                                  core::fromJson<AlertEntry>(QJsonDocument::fromJson(record.body).object());
                              if (entry)
                                  out.entries.prepend(*entry);
                          }
                          return out;
                      });
              })
        .unwrap();
}

} // namespace alerts
