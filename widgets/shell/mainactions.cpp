// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"
#include "client/signin.h"
#include "devices/devicespage.h"
#include "events/eventsdock.h"
#include "kit/theme.h"
#include "metrics/metricspage.h"
#include "network/mappage.h"
#include "settings/settingspage.h"
#include "shell/certificatesheet.h"
#include "shell/inspector.h"
#include "shell/mainwindow.h"
#include "shell/pageheader.h"
#include "shell/palette.h"
#include "shell/rail.h"
#include "shell/sheets.h"
#include "shell/statusstrip.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenuBar>

namespace shell {

namespace {

constexpr std::array zoomSteps{75, 90, 100, 110, 125};

struct ThemeChoice
{
    const char *id;
    const char *text;
    kit::ThemeKind kind;
    kit::Symbol symbol;
};
constexpr std::array themeChoices{
    ThemeChoice{"system", QT_TRANSLATE_NOOP("shell::MainWindow", "&System theme"), kit::ThemeKind::System,
                kit::Symbol::Settings},
    ThemeChoice{"light", QT_TRANSLATE_NOOP("shell::MainWindow", "&Light theme"), kit::ThemeKind::Light,
                kit::Symbol::Sun},
    ThemeChoice{"dark", QT_TRANSLATE_NOOP("shell::MainWindow", "&Dark theme"), kit::ThemeKind::Dark,
                kit::Symbol::Moon},
    ThemeChoice{"contrast", QT_TRANSLATE_NOOP("shell::MainWindow", "&High contrast theme"),
                kit::ThemeKind::HighContrast, kit::Symbol::Contrast}};

} // namespace

void MainWindow::buildActions()
{
    buildGoActions();
    buildTimeActions();
    buildViewActions();
    buildFileActions();
    buildHelpActions();
    adoptMapActions();
    adoptDeviceActions();
    adoptAlertActions();
    buildScanActions();
    buildAutomationActions();
    buildChatActions();
    buildPersonActions();
    buildQuietActions();
}

void MainWindow::buildFileActions()
{
    const QString file = tr("File");
    connect(m_actions.add({QStringLiteral("file.copyaddress"),
                           tr("&Copy server address"),
                           file,
                           {},
                           tr("url link"),
                           kit::Symbol::Copy}),
            &QAction::triggered, this, [this] {
                const auto &server = m_mirror.server();
                const bool local = m_mirror.link().isLocal() && server && !server->addresses.isEmpty();
                QGuiApplication::clipboard()->setText(local ? server->addresses.first()
                                                            : m_mirror.link().address());
            });
    connect(m_actions.add({QStringLiteral("file.fingerprint"),
                           tr("Certificate &fingerprint…"),
                           file,
                           {},
                           tr("tls trust sha-256 encryption"),
                           kit::Symbol::Security}),
            &QAction::triggered, this, [this] {
                auto *sheet = new CertificateSheet(m_mirror.link(), this);
                sheet->setAttribute(Qt::WA_DeleteOnClose);
                sheet->open();
            });
    connect(m_actions.add({QStringLiteral("file.retry"),
                           tr("&Retry connection"),
                           file,
                           {},
                           tr("reconnect"),
                           kit::Symbol::Refresh}),
            &QAction::triggered, this, [this] { m_mirror.link().retry(); });
    connect(m_actions.add({QStringLiteral("file.signin"),
                           tr("Sign &in…"),
                           file,
                           {},
                           tr("log in user password"),
                           kit::Symbol::User}),
            &QAction::triggered, this, &MainWindow::signIn);
    connect(
        m_actions.add(
            {QStringLiteral("file.signout"), tr("Sign &out"), file, {}, tr("log out"), kit::Symbol::SignOut}),
        &QAction::triggered, this, [this] { m_options.signIn->signOut(); });
    connect(m_actions.add({QStringLiteral("file.quit"), tr("&Quit"), file, QKeySequence(Qt::CTRL | Qt::Key_Q),
                           tr("exit close"), kit::Symbol::Close}),
            &QAction::triggered, this, &MainWindow::close);
    for (const char *id : {"file.signin", "file.signout"})
        m_actions.find(QLatin1String(id))->setVisible(m_options.signIn != nullptr);
    m_actions.find(QStringLiteral("file.retry"))->setVisible(!m_mirror.link().isLocal());
}

void MainWindow::buildTimeActions()
{
    const QString view = tr("View");
    connect(m_actions.add({QStringLiteral("time.pause"), tr("&Pause charts"), view,
                           QKeySequence(Qt::CTRL | Qt::Key_Space), tr("hold freeze stop live"),
                           kit::Symbol::Pause}),
            &QAction::triggered, this, [this] { m_model.togglePause(); });
    connect(m_actions.add({QStringLiteral("time.zoomout"), tr("Zoom out in &time"), view,
                           QKeySequence(Qt::ALT | Qt::Key_Z), tr("undo zoom wider"), kit::Symbol::ZoomOut}),
            &QAction::triggered, this, [this] { m_model.zoomOut(); });
    connect(m_actions.add({QStringLiteral("time.back"),
                           tr("&Earlier"),
                           view,
                           {},
                           tr("pan back in time"),
                           kit::Symbol::ChevronLeft}),
            &QAction::triggered, this, [this] { m_model.pan(-m_model.span().length() / 2); });
    connect(m_actions.add({QStringLiteral("time.forward"),
                           tr("&Later"),
                           view,
                           {},
                           tr("pan forward in time"),
                           kit::Symbol::ChevronRight}),
            &QAction::triggered, this, [this] { m_model.pan(m_model.span().length() / 2); });
    m_ranges = new QActionGroup(this);
    for (const client::Preset &preset : client::presets()) {
        QAction *action = m_actions.add({QStringLiteral("range.") + preset.id,
                                         preset.label,
                                         tr("View ▸ Time range"),
                                         {},
                                         tr("time range show"),
                                         kit::Symbol::Clock});
        action->setCheckable(true);
        m_ranges->addAction(action);
        connect(action, &QAction::triggered, this, [this, id = preset.id] { m_model.follow(id); });
    }
}

void MainWindow::buildViewActions()
{
    const QString view = tr("View");
    const auto add = [&](const QString &id, const QString &text, const QKeySequence &keys,
                         const QString &synonyms) {
        return m_actions.add({id, text, view, keys, synonyms});
    };
    QAction *rail = add(QStringLiteral("view.rail"), tr("&Rail with names"),
                        QKeySequence(Qt::CTRL | Qt::Key_B), tr("sidebar collapse"));
    rail->setCheckable(true);
    connect(rail, &QAction::triggered, this, [this](bool wide) { setRailCollapsed(!wide); });
    QAction *inspector = m_inspector->toggleViewAction();
    QAction *inspect = add(QStringLiteral("view.inspector"), tr("&Inspector"),
                           QKeySequence(Qt::CTRL | Qt::Key_I), tr("details facts panel"));
    inspect->setCheckable(true);
    connect(inspect, &QAction::triggered, inspector, &QAction::trigger);
    connect(inspector, &QAction::toggled, inspect, &QAction::setChecked);
    QAction *events = add(QStringLiteral("view.events"), tr("&Events"), QKeySequence(Qt::CTRL | Qt::Key_E),
                          tr("protocol log facts json live tail"));
    events->setCheckable(true);
    connect(events, &QAction::triggered, m_events->toggleViewAction(), &QAction::trigger);
    connect(m_events->toggleViewAction(), &QAction::toggled, events, &QAction::setChecked);
    connect(add(QStringLiteral("view.zoomin"), tr("Zoom text in"), QKeySequence(QKeySequence::ZoomIn),
                tr("bigger")),
            &QAction::triggered, this, [this] { stepZoom(1); });
    connect(add(QStringLiteral("view.zoomout"), tr("Zoom text out"), QKeySequence(QKeySequence::ZoomOut),
                tr("smaller")),
            &QAction::triggered, this, [this] { stepZoom(-1); });
    connect(
        add(QStringLiteral("view.zoomreset"), tr("Normal text size"), QKeySequence(Qt::CTRL | Qt::Key_0), {}),
        &QAction::triggered, this, [this] { setZoom(100); });
    QAction *full = add(QStringLiteral("view.fullscreen"), tr("&Full screen"), QKeySequence(Qt::Key_F11), {});
    full->setCheckable(true);
    connect(full, &QAction::triggered, this, [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(add(QStringLiteral("view.reset"), tr("Reset la&yout"), {}, tr("default window")),
            &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions.add({QStringLiteral("view.notices"), tr("&Notifications"), view,
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), tr("bell alerts unread messages"),
                           kit::Symbol::Alerts}),
            &QAction::triggered, this, &MainWindow::showNotices);
    m_themes = new QActionGroup(this);
    for (const ThemeChoice &choice : themeChoices) {
        QAction *action = m_actions.add({QStringLiteral("theme.") + QLatin1String(choice.id),
                                         tr(choice.text),
                                         tr("View ▸ Theme"),
                                         {},
                                         tr("colours appearance mode"),
                                         choice.symbol});
        action->setCheckable(true);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, id = QString::fromLatin1(choice.id)] { setTheme(id); });
    }
}

void MainWindow::buildGoActions()
{
    const QString menu = tr("Go");
    for (int i = 0; i < m_pages.size(); ++i) {
        connect(m_actions.add({QStringLiteral("go.") + m_pages[i].id, m_pages[i].title, menu, keysOf(i),
                               tr("page show open"), m_pages[i].symbol}),
                &QAction::triggered, this, [this, i] { go(i); });
    }
    connect(m_actions.add({QStringLiteral("go.account"),
                           tr("My &account"),
                           menu,
                           {},
                           tr("password code 2fa sign-ins sessions user"),
                           kit::Symbol::User}),
            &QAction::triggered, this, [this] {
                showPage(QStringLiteral("settings"));
                m_settings->showTab(QStringLiteral("account"));
            });
    connect(
        m_actions.add({QStringLiteral("go.back"), tr("&Back"), menu, QKeySequence(Qt::ALT | Qt::Key_Left)}),
        &QAction::triggered, this, &MainWindow::goBack);
    connect(m_actions.add(
                {QStringLiteral("go.forward"), tr("&Forward"), menu, QKeySequence(Qt::ALT | Qt::Key_Right)}),
            &QAction::triggered, this, &MainWindow::goForward);
    connect(m_actions.add(
                {QStringLiteral("go.next"), tr("&Next part of the window"), menu, QKeySequence(Qt::Key_F6)}),
            &QAction::triggered, this, [this] { cycleRegion(1); });
    connect(m_actions.add({QStringLiteral("go.previous"), tr("&Previous part of the window"), menu,
                           QKeySequence(Qt::SHIFT | Qt::Key_F6)}),
            &QAction::triggered, this, [this] { cycleRegion(-1); });
    connect(m_actions.add({QStringLiteral("go.palette"), tr("&Search commands…"), menu,
                           QKeySequence(Qt::CTRL | Qt::Key_K), tr("palette find"), kit::Symbol::Search}),
            &QAction::triggered, this, [this] { m_palette->open(); });
}

void MainWindow::buildHelpActions()
{
    const QString help = tr("Help");
    connect(m_actions.add({QStringLiteral("help.keys"), tr("&Keyboard shortcuts"), help,
                           QKeySequence(Qt::CTRL | Qt::Key_Slash), tr("keys sheet")}),
            &QAction::triggered, this, [this] {
                auto *sheet = new ShortcutSheet(m_actions, this);
                sheet->setAttribute(Qt::WA_DeleteOnClose);
                sheet->open();
            });
    connect(m_actions.add({QStringLiteral("help.about"),
                           tr("&About Belfry"),
                           help,
                           {},
                           tr("version licence folders"),
                           kit::Symbol::App}),
            &QAction::triggered, this, [this] {
                auto *sheet = new AboutSheet(m_options, this);
                sheet->setAttribute(Qt::WA_DeleteOnClose);
                sheet->open();
            });
}

void MainWindow::buildMenus()
{
    const auto fill = [this](QMenu *menu, std::initializer_list<const char *> ids) {
        for (const char *id : ids) {
            if (*id == '\0')
                menu->addSeparator();
            else
                menu->addAction(m_actions.find(QLatin1String(id)));
        }
    };
    fill(menuBar()->addMenu(tr("&File")), {"file.copyaddress", "file.fingerprint", "file.retry", "",
                                           "file.signin", "file.signout", "", "file.quit"});
    QMenu *view = menuBar()->addMenu(tr("&View"));
    buildRangeMenu(*view->addMenu(tr("Time ran&ge")));
    fill(view, {"time.pause", "time.back", "time.forward", "time.zoomout", "", "view.rail", "view.inspector",
                "view.events", "view.tasks", "view.chat", "view.notices"});
    view->addMenu(m_snooze);
    view->addSeparator();
    buildThemeMenu(*view->addMenu(tr("&Theme")));
    buildMapMenu(*view->addMenu(tr("Network &map")));
    fill(view, {"view.zoomin", "view.zoomout", "view.zoomreset", "view.fullscreen", "", "view.reset"});
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    for (const Page &page : std::as_const(m_pages))
        go->addAction(m_actions.find(QStringLiteral("go.") + page.id));
    fill(go, {"go.account", "go.notifications", "", "go.back", "go.forward", "", "go.next", "go.previous", "",
              "go.palette"});
    QMenu *device = menuBar()->addMenu(tr("&Device"));
    device->addActions(m_list->deviceActions());
    menuBar()->addMenu(tr("Aler&t"))->addActions(m_alertsPage->alertActions());
    fill(menuBar()->addMenu(tr("&Tools")), {"tools.scan", "tools.conversation", "tools.sendpage", "",
                                            "tools.rule", "tools.importrules", "tools.channels"});
    fill(menuBar()->addMenu(tr("&Help")), {"help.keys", "", "help.about"});
    buildUserMenu();
}

void MainWindow::buildThemeMenu(QMenu &menu) { menu.addActions(m_themes->actions()); }

void MainWindow::buildRangeMenu(QMenu &menu) { menu.addActions(m_ranges->actions()); }

void MainWindow::setTheme(const QString &theme)
{
    const auto *choice =
        std::find_if(themeChoices.begin(), themeChoices.end(),
                     [&](const ThemeChoice &candidate) { return theme == QLatin1String(candidate.id); });
    if (choice == themeChoices.end())
        choice = themeChoices.begin();
    kit::applyTheme(*qApp, choice->kind);
    m_actions.find(QStringLiteral("theme.") + QLatin1String(choice->id))->setChecked(true);
    if (m_preferences.theme == QLatin1String(choice->id))
        return;
    m_preferences.theme = QString::fromLatin1(choice->id);
    (void)m_preferences.save(m_options.settingsFile);
}

void MainWindow::setZoom(int percent)
{
    kit::applyTextScale(*qApp, percent / 100.0);
    if (m_preferences.zoom == percent)
        return;
    m_preferences.zoom = percent;
    (void)m_preferences.save(m_options.settingsFile);
}

void MainWindow::setSingleKeys(bool act)
{
    m_singleKeys.set(act);
    if (m_preferences.singleKeys == act)
        return;
    m_preferences.singleKeys = act;
    (void)m_preferences.save(m_options.settingsFile);
}

void MainWindow::stepZoom(int step)
{
    const auto at = std::lower_bound(zoomSteps.begin(), zoomSteps.end(), m_preferences.zoom);
    const auto place =
        std::clamp<std::ptrdiff_t>(at - zoomSteps.begin() + step, 0, std::ssize(zoomSteps) - 1);
    setZoom(zoomSteps[size_t(place)]);
}

void MainWindow::refreshActions()
{
    const bool following = m_model.isFollowing();
    QAction *pause = m_actions.find(QStringLiteral("time.pause"));
    pause->setText(following ? tr("&Pause charts") : tr("&Go live"));
    pause->setIcon(kit::icon(following ? kit::Symbol::Pause : kit::Symbol::Play));
    m_actions.find(QStringLiteral("time.forward"))->setEnabled(!following);
    if (QAction *range = m_actions.find(QStringLiteral("range.") + m_model.preset().id))
        range->setChecked(true);
    m_actions.find(QStringLiteral("go.back"))
        ->setEnabled(!m_back.isEmpty() || m_list->isDeviceShown() || !m_alertsPage->isListShown());
    m_actions.find(QStringLiteral("go.forward"))->setEnabled(!m_forward.isEmpty());
    const client::Link::State state = m_mirror.link().state();
    m_actions.find(QStringLiteral("file.retry"))->setEnabled(state != client::Link::State::Live);
    m_actions.find(QStringLiteral("file.signout"))->setEnabled(state == client::Link::State::Live);
}

} // namespace shell
