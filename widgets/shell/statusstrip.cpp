// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusstrip.h"

#include "alerts/alertcolumns.h"
#include "chat/presencemark.h"
#include "client/role.h"
#include "kit/badge.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "shell/stripitem.h"

#include <QHBoxLayout>
#include <QHostAddress>
#include <QMenu>
#include <QPainter>
#include <QUrl>

#include <cmath>

namespace shell {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
constexpr int rateReadings = 15; // one each 2 s: the last half minute

bool servesOthers(const QStringList &addresses)
{
    return std::any_of(addresses.begin(), addresses.end(), [](const QString &address) {
        const QString host = QUrl(address).host();
        return host != QLatin1String("localhost") && !QHostAddress(host).isLoopback();
    });
}
} // namespace

StatusStrip::StatusStrip(client::Mirror &mirror, QWidget *parent) : QStatusBar(parent), m_mirror(mirror)
{
    setSizeGripEnabled(false);
    setFixedHeight(tokens::StatusBarHeight);
    // A status bar lays its widgets out with margins of its own, so ours lie on a sheet that covers it.
    m_sheet = new QWidget(this);
    auto *row = new QHBoxLayout(m_sheet);
    row->setContentsMargins(tokens::Space1, 0, tokens::Space1, 0);
    row->setSpacing(0);
    m_state = item(tr("Connection"));
    m_clients = item(tr("Clients"));
    m_rate = item(tr("Event rate"));
    m_queue = item(tr("Queue"));
    m_storage = item(tr("Storage"));
    m_tasks = item(tr("Tasks"));
    buildAlerts();
    m_user = item(tr("Signed in as"));
    for (StripItem *leads : {m_clients, m_queue, m_rate, m_tasks})
        leads->disconnect(this);
    connect(m_clients, &StripItem::clicked, this, &StatusStrip::clientsWanted);
    connect(m_queue, &StripItem::clicked, this, &StatusStrip::clientsWanted);
    connect(m_rate, &StripItem::clicked, this, &StatusStrip::eventsWanted);
    connect(m_tasks, &StripItem::clicked, this, &StatusStrip::tasksWanted);
    m_tasks->hide();
    m_remote = new kit::Badge(tr("REMOTE"));
    m_remote->setMode(true);
    row->addWidget(m_state);
    row->addStretch(1);
    for (StripItem *severity : m_severities)
        row->addWidget(severity);
    row->addWidget(m_silenced);
    row->addWidget(m_quiet);
    for (QWidget *widget : QList<QWidget *>{m_clients, m_rate, m_queue, m_storage, m_tasks, m_remote, m_user})
        row->addWidget(widget);
    m_remote->setVisible(!m_mirror.link().isLocal());
    connect(&m_mirror, &client::Mirror::serverChanged, this, &StatusStrip::refreshServer);
    connect(&m_mirror, &client::Mirror::userChanged, this, &StatusStrip::refreshUser);
    connect(&m_mirror, &client::Mirror::staleChanged, this, &StatusStrip::refreshState);
    connect(&m_mirror, &client::Mirror::storageChanged, this, &StatusStrip::refreshServer);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &StatusStrip::refreshState);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &StatusStrip::refreshUser);
    refresh();
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    m_sheet->setGeometry(rect());
}

StripItem *StatusStrip::item(const QString &name)
{
    auto *item = new StripItem(name);
    connect(item, &StripItem::clicked, this, [this] { Q_EMIT selected([this] { return facts(); }); });
    return item;
}

void StatusStrip::buildAlerts()
{
    const std::array names{tr("Critical alerts"), tr("High alerts"), tr("Medium alerts"), tr("Low alerts")};
    for (size_t place = 0; place < m_severities.size(); ++place) {
        StripItem *severity = m_severities[place] = item(names[place]);
        severity->disconnect(this);
        severity->setStatus(kit::Status(int(kit::Status::Critical) - int(place)));
        static constexpr std::array words{"sev:critical", "sev:high", "sev:medium", "sev<=low"};
        connect(severity, &StripItem::clicked, this,
                [this, place] { Q_EMIT alertsWanted(QString::fromLatin1(words[place])); });
    }
    m_silenced = item(tr("Silenced alerts"));
    m_silenced->disconnect(this);
    connect(m_silenced, &StripItem::clicked, this,
            [this] { Q_EMIT alertsWanted(QStringLiteral("is:silenced")); });
    setAlerts({});
    m_quiet = item(tr("Pop-ups"));
    m_quiet->disconnect(this);
    m_quiet->setStatus(kit::Status::Paused);
    m_quiet->hide();
    connect(m_quiet, &StripItem::clicked, this, &StatusStrip::quietEndWanted);
}

void StatusStrip::setAlerts(const alerts::AlertCounts &counts)
{
    const std::array each{counts.critical, counts.high, counts.medium, counts.low};
    for (size_t place = 0; place < m_severities.size(); ++place) {
        m_severities[place]->setVisible(each[place] > 0);
        m_severities[place]->setWords(format::count(each[place]));
        m_severities[place]->setDetail(tr("Open alerts of this severity"));
    }
    m_silenced->setVisible(counts.silenced > 0);
    m_silenced->setWords(tr("%n silenced", nullptr, counts.silenced));
    m_silenced->setDetail(tr("Alerts nobody is told of"));
}

void StatusStrip::setQuiet(const std::optional<QDateTime> &until, const QDateTime &now)
{
    m_quiet->setVisible(until.has_value());
    if (!until)
        return;
    m_quiet->setWords(tr("Quiet until %1").arg(alerts::shortMoment(*until, now)));
    m_quiet->setDetail(tr("Nothing pops up; it stands under the bell. Press to be told again."));
}

void StatusStrip::refresh()
{
    refreshState();
    refreshServer();
    refreshUser();
}

void StatusStrip::refreshState()
{
    const client::Link &link = m_mirror.link();
    using State = client::Link::State;
    QString words;
    kit::Status status = kit::Status::Away;
    if (link.state() == State::Live) {
        const QStringList addresses = m_mirror.server() ? m_mirror.server()->addresses : QStringList();
        status = m_mirror.isStale() && m_mirror.reading() ? kit::Status::Medium : kit::Status::Ok;
        if (!link.isLocal())
            words = tr("Connected to %1").arg(link.address());
        else if (addresses.isEmpty())
            words = m_mirror.server() ? tr("Not listening") : tr("Running");
        else
            words = tr("Serving %1").arg(addresses.first());
        if (link.isLocal() && !addresses.isEmpty() && !servesOthers(addresses))
            words += QStringLiteral(" · ") + tr("this computer only");
    } else if (link.state() == State::SignedOut) {
        words = tr("Signed out of %1").arg(link.address());
        status = kit::Status::Paused;
    } else if (link.state() == State::Refused) {
        words = tr("Not connected to %1").arg(link.address());
        status = kit::Status::High;
    } else {
        words = link.state() == State::Connecting ? tr("Connecting to %1…").arg(link.address())
                                                  : tr("Reconnecting to %1…").arg(link.address());
        status = link.state() == State::Connecting ? kit::Status::Away : kit::Status::Medium;
    }
    m_state->setStatus(status);
    m_state->setWords(words);
    m_state->setDetail(link.stateText());
}

void StatusStrip::refreshServer()
{
    const auto &server = m_mirror.server();
    for (StripItem *item : {m_clients, m_rate, m_queue, m_storage})
        item->setVisible(server.has_value());
    if (!server)
        return;
    m_clients->setWords(server->clients == 1 ? tr("1 client") : tr("%n clients", nullptr, server->clients));
    m_clients->setDetail(tr("Connections the server holds open"));
    m_rates << server->eventsPerSecond;
    if (m_rates.size() > rateReadings)
        m_rates.removeFirst();
    m_rate->setWords(tr("%1 ev/s").arg(format::number(server->eventsPerSecond)));
    m_rate->setDetail(tr("Events published each second, over the last half minute"));
    m_rate->setTrend(m_rates);
    const bool dropped = server->dropped > 0;
    m_queue->setWords(
        dropped
            ? tr("queue %1 · dropped %2").arg(format::count(server->queued), format::count(server->dropped))
            : tr("queue %1").arg(format::count(server->queued)));
    m_queue->setDetail(tr("Messages waiting for slow clients, and dropped for them since the start"));
    m_queue->setStatus(dropped ? std::optional(kit::Status::Medium) : std::nullopt);
    const bool good = server->storage == QLatin1String("ok") && m_mirror.storageText().isEmpty();
    m_storage->setWords(tr("DB %1").arg(format::volume(double(server->storedBytes))));
    m_storage->setStatus(good ? std::nullopt : std::optional(kit::Status::High));
    m_storage->setDetail(good ? tr("Size of the databases") : m_mirror.storageText());
    refreshState();
}

void StatusStrip::setTasks(int count, double progress)
{
    m_tasks->setVisible(count > 0);
    const QString done = format::percent(std::floor(progress));
    m_tasks->setWords(count == 1 ? tr("Scan %1").arg(done)
                                 : tr("%1 scans %2", "2 scans 45 %").arg(format::count(count), done));
    m_tasks->setDetail(tr("Scans that run, and how much of them is done"));
}

void StatusStrip::setUserMenu(QMenu &menu)
{
    m_user->disconnect(this);
    connect(m_user, &StripItem::clicked, &menu, [this, &menu] {
        const QSize size = menu.sizeHint();
        const int left = layoutDirection() == Qt::RightToLeft ? 0 : m_user->width() - size.width();
        menu.popup(m_user->mapToGlobal(QPoint(left, -size.height())));
    });
}

void StatusStrip::setPresence(const std::optional<identity::Availability> &seen)
{
    m_presence = seen;
    refreshUser();
}

QString StatusStrip::userText() const
{
    const auto &user = m_mirror.user();
    const bool isOut = m_mirror.link().state() == client::Link::State::SignedOut;
    return isOut || !user
               ? tr("Not signed in")
               : tr("%1, %2", "a person and her role").arg(userName(), client::roleTitle(user->role));
}

/// The one at the machine has no account, and so no name that somebody chose.
QString StatusStrip::userName() const
{
    const identity::User &user = *m_mirror.user();
    if (m_mirror.link().isLocal())
        return tr("Local administrator");
    return user.displayName.isEmpty() ? user.username : user.displayName;
}

void StatusStrip::refreshUser()
{
    const bool isOut = m_mirror.link().state() == client::Link::State::SignedOut;
    m_user->setVisible(m_mirror.user().has_value() || isOut);
    if (!m_mirror.user() && !isOut)
        return;
    QString shown = (isOut ? userText() : userName()).simplified();
    // Available is how people are; the strip has no room for what is as always.
    if (!isOut && m_presence && *m_presence != identity::Availability::Online)
        shown += QStringLiteral(" · ") + chat::presenceWord(m_presence);
    m_user->setWords(QStringLiteral("%1 \u25BE").arg(shown));
    m_user->setDetail(userText());
}

client::Facts StatusStrip::facts() const
{
    const client::Link &link = m_mirror.link();
    client::Facts facts{tr("Server"), link.address(), {}};
    facts.rows << client::Fact{tr("Connection"), link.stateText().isEmpty() ? tr("live") : link.stateText()};
    if (const auto &server = m_mirror.server()) {
        facts.rows << client::Fact{tr("Version"), server->version}
                   << client::Fact{tr("Listens at"), server->addresses.join(QLatin1Char('\n'))}
                   << client::Fact{tr("Running for"), format::duration(qint64(server->uptime) * 1000)}
                   << client::Fact{tr("Clients"), format::count(server->clients)}
                   << client::Fact{tr("Events"),
                                   tr("%1 per second").arg(format::number(server->eventsPerSecond))}
                   << client::Fact{tr("Waiting"), format::count(server->queued)}
                   << client::Fact{tr("Dropped"), format::count(server->dropped)}
                   << client::Fact{tr("Databases"), format::volume(double(server->storedBytes))}
                   << client::Fact{tr("Storage"), m_mirror.storageText().isEmpty() ? server->storage
                                                                                   : m_mirror.storageText()};
    }
    if (!link.fingerprint().isEmpty())
        facts.rows << client::Fact{tr("Certificate"), link.fingerprint()};
    if (const auto &user = m_mirror.user())
        facts.rows << client::Fact{tr("Signed in as"), user->username}
                   << client::Fact{tr("Role"), client::roleTitle(user->role)};
    return facts;
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const kit::Theme &theme = kit::theme();
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, 0, width(), theme.borderWidth), theme.border);
}

} // namespace shell
