// SPDX-License-Identifier: GPL-3.0-or-later
// What the window tells of by itself: the bell, what pops up, and when there is peace.
#include "alerts/alertspage.h"
#include "chat/chatpage.h"
#include "devices/devicespage.h"
#include "kit/toast.h"
#include "notices/bell.h"
#include "notices/crier.h"
#include "notices/noticecentre.h"
#include "overview/awaycard.h"
#include "overview/learningcard.h"
#include "overview/overviewpage.h"
#include "settings/notificationspanel.h"
#include "settings/settingspage.h"
#include "settings/windowpanel.h"
#include "shell/absence.h"
#include "shell/herald.h"
#include "shell/mainwindow.h"
#include "shell/pageheader.h"
#include "shell/reporter.h"
#include "shell/standin.h"
#include "shell/statusstrip.h"
#include "shell/tray.h"

#include <QApplication>
#include <QBoxLayout>
#include <QMenu>

namespace shell {

using namespace std::chrono_literals;

namespace {

struct Snooze
{
    const char *id;
    const char *text;
    std::chrono::minutes time;
};
constexpr std::array snoozes{
    Snooze{"quiet.30", QT_TRANSLATE_NOOP("shell::MainWindow", "For &30 minutes"), 30min},
    Snooze{"quiet.60", QT_TRANSLATE_NOOP("shell::MainWindow", "For 1 &hour"), 1h},
    Snooze{"quiet.480", QT_TRANSLATE_NOOP("shell::MainWindow", "For &8 hours"), 8h}};

} // namespace

void MainWindow::buildHerald()
{
    m_outside = std::make_unique<Outside>(
        m_manners, m_clock, [this] { return isActiveWindow(); },
        m_options.beep ? m_options.beep : [] { QApplication::beep(); });
    m_herald = new Herald(m_manners, m_notices, *m_toasts, *m_outside, m_messageDesktop.get(), m_clock, this);
    connect(m_herald, &Herald::windowWanted, this, &MainWindow::comeForward);
    connect(m_herald, &Herald::centreWanted, this, [this] { m_centre->open(m_bell); });
    connect(&m_notices, &client::Notices::arrived, this, &MainWindow::tellNotice);
    auto *reporter = new Reporter(m_mirror.link(), *m_herald, m_clock, this);
    connect(reporter, &Reporter::devicesWanted, this, [this] {
        showPage(QStringLiteral("devices"));
        m_list->showFiltered(QStringLiteral("is:new"));
    });
    connect(reporter, &Reporter::maintenanceWanted, this, &MainWindow::showMaintenance);
}

void MainWindow::buildNotices(QBoxLayout &strips)
{
    auto *crier = new notices::Crier(m_notices, m_manners, *m_toasts);
    strips.addWidget(crier);
    m_bell = new notices::Bell(m_notices);
    m_header->addEnd(m_bell);
    m_centre = new notices::NoticeCentre(
        m_notices, m_manners, [this](const client::Notice &notice) { return matterOf(notice); }, this);
    connect(m_centre, &notices::NoticeCentre::placeWanted, this, &MainWindow::openPlace);
    connect(m_bell, &notices::Bell::clicked, this, &MainWindow::showNotices);
    connect(crier, &notices::Crier::centreWanted, this, [this] { m_centre->open(m_bell); });
    auto *panel = new settings::NotificationsPanel(m_manners);
    m_settings->addPanel(QStringLiteral("notifications"), tr("Notifications"), panel);
    connect(panel, &settings::NotificationsPanel::testWanted, this, &MainWindow::testWay);
    auto *own = new settings::WindowPanel(m_preferences.singleKeys);
    m_settings->addPanel(QStringLiteral("window"), tr("This window"), own);
    connect(own, &settings::WindowPanel::singleKeysChosen, this, &MainWindow::setSingleKeys);
    connect(&m_manners, &client::Manners::quietChanged, this, &MainWindow::refreshQuiet);
    connect(m_strip, &StatusStrip::quietEndWanted, &m_manners, &client::Manners::endQuiet);
}

void MainWindow::buildQuietActions()
{
    const QString path = tr("View ▸ Snooze pop-ups");
    const QString synonyms = tr("mute quiet silence do not disturb notifications");
    m_snooze = new QMenu(tr("&Snooze pop-ups"), this);
    const auto add = [&](const QString &id, const QString &text) {
        QAction *action = m_actions.add({id, text, path, {}, synonyms, kit::Symbol::Alerts});
        m_snooze->addAction(action);
        return action;
    };
    for (const Snooze &one : snoozes) {
        connect(add(QString::fromLatin1(one.id), tr(one.text)), &QAction::triggered, this,
                [this, time = one.time] { m_manners.snoozeFor(time); });
    }
    connect(add(QStringLiteral("quiet.tomorrow"),
                tr("Until &tomorrow at %1").arg(QLocale().toString(QTime(8, 0), QLocale::ShortFormat))),
            &QAction::triggered, &m_manners, &client::Manners::snoozeOvernight);
    m_snooze->addSeparator();
    connect(add(QStringLiteral("quiet.off"), tr("&Off: tell me again")), &QAction::triggered, &m_manners,
            &client::Manners::endQuiet);
    connect(m_actions.add({QStringLiteral("go.notifications"),
                           tr("Noti&fication settings"),
                           tr("Go"),
                           {},
                           tr("sound pop-up quiet hours tray mute"),
                           kit::Symbol::Settings}),
            &QAction::triggered, this, [this] {
                showPage(QStringLiteral("settings"));
                m_settings->showTab(QStringLiteral("notifications"));
            });
}

/// Whoever comes back is told what happened meanwhile.
void MainWindow::buildAway(overview::OverviewPage &overview)
{
    m_meanwhile = std::make_unique<client::Meanwhile>(m_alerts, m_devices, m_chat, m_clock);
    auto *card = new overview::AwayCard(*m_meanwhile, m_clock);
    overview.addCard(card);
    overview.addCard(new overview::LearningCard(m_manners));
    connect(card, &overview::AwayCard::wanted, this, &MainWindow::showMeanwhile);
    m_absence = std::make_unique<Absence>(m_clock, m_options.stateFile);
    connect(m_absence.get(), &Absence::returned, card, &overview::AwayCard::greet);
    m_absence->begin();
}

void MainWindow::showMeanwhile(client::Meanwhile::Sort sort, const QDateTime &from)
{
    using Sort = client::Meanwhile::Sort;
    const qint64 minutes = from.secsTo(m_clock.now()) / 60 + 1;
    const QString since = QStringLiteral("since<=%1m").arg(minutes);
    const auto showDevices = [this](const QString &filter) {
        showPage(QStringLiteral("devices"));
        m_list->showFiltered(filter);
    };
    switch (sort) {
    case Sort::NewDevices:
        return showDevices(QStringLiteral("known<=%1m").arg(minutes));
    case Sort::Gone:
        return showDevices(QStringLiteral("state:down,unreachable ") + since);
    case Sort::Back:
        return showDevices(QStringLiteral("state:up ") + since);
    case Sort::Raised:
    case Sort::Resolved:
        showPage(QStringLiteral("alerts"));
        m_alertsPage->showFiltered(sort == Sort::Raised ? since : QString(),
                                   sort == Sort::Raised ? alerts::AlertPart::All
                                                        : alerts::AlertPart::Resolved);
        return;
    case Sort::Mentions:
        showPage(QStringLiteral("chat"));
        for (const client::ChatRoom *room : m_chat.rooms()) {
            const bool isDirect = room->room().kind == chat::RoomKind::Direct;
            if ((isDirect ? room->marks().unread : room->marks().mentions) > 0)
                return m_chatPage->showRoom(room->name());
        }
    }
}

void MainWindow::refreshQuiet()
{
    const std::optional<QDateTime> until = m_manners.quietUntil();
    m_strip->setQuiet(until, m_clock.now());
    m_actions.find(QStringLiteral("quiet.off"))->setEnabled(until.has_value());
}

void MainWindow::showNotices()
{
    if (m_centre->isVisible())
        m_centre->close();
    else
        m_centre->open(m_bell);
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::summon(const QByteArray &token)
{
    // Qt takes it from there while it activates a window; other desktops have no such thing.
    const bool isTaken =
        !token.isEmpty() && QGuiApplication::platformName().startsWith(QLatin1String("wayland"));
    if (isTaken)
        qputenv("XDG_ACTIVATION_TOKEN", token);
    comeForward();
    if (isTaken)
        qunsetenv("XDG_ACTIVATION_TOKEN");
}

/// What the bell has is told outside, too, where it is wanted; alerts are by PopUps.
void MainWindow::tellNotice(const client::Notice &notice)
{
    if (notice.isOfAlerts || notice.happened || notice.isRead)
        return;
    m_herald->tell({client::matterOf(notice),
                    notice.title,
                    notice.message,
                    {},
                    [this, place = notice.place] { place ? openPlace(*place) : m_centre->open(m_bell); },
                    true});
}

/// Of alerts the worst says which kind it is.
client::Matter MainWindow::matterOf(const client::Notice &notice) const
{
    int worst = 0;
    for (const QString &id : notice.alerts) {
        if (const alerts::Alert *alert = m_alerts.find(id))
            worst = std::max(worst, alert->severity);
    }
    return worst > 0 ? client::matterOfSeverity(worst) : client::matterOf(notice);
}

/// Shows what being told so is like, whatever the settings say.
void MainWindow::testWay(client::Way way)
{
    const QString words = tr("This is how Belfry tells you.");
    switch (way) {
    case client::Way::Toast:
        m_toasts->say(words);
        break;
    case client::Way::PopUp:
        disconnect(m_popUpTest);
        m_popUpTest = connect(
            m_messageDesktop.get(), &Desktop::unseen, this,
            [this] { m_toasts->say(tr("This desktop shows no pop-ups.")); }, Qt::SingleShotConnection);
        m_messageDesktop->show({tr("A test"), words});
        break;
    case client::Way::Sound:
        m_outside->beep();
        break;
    case client::Way::Badge:
        if (m_tray->isShown())
            m_tray->showSample();
        else
            m_toasts->say(tr("This desktop has no tray."));
        break;
    }
}

} // namespace shell
