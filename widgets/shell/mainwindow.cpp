// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "alerts/alertspage.h"
#include "chat/chatdock.h"
#include "client/signin.h"
#include "devices/devicespage.h"
#include "events/eventsdock.h"
#include "kit/chart.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "kit/tokens.h"
#include "metrics/metricspage.h"
#include "network/mappage.h"
#include "network/mapview.h"
#include "overview/overviewpage.h"
#include "scans/tasksdock.h"
#include "server/serverpage.h"
#include "settings/settingspage.h"
#include "shell/absence.h"
#include "shell/connectionbanner.h"
#include "shell/herald.h"
#include "shell/inspector.h"
#include "shell/pageheader.h"
#include "shell/palette.h"
#include "shell/popups.h"
#include "shell/rail.h"
#include "shell/signindialog.h"
#include "shell/standin.h"
#include "shell/statusstrip.h"
#include "shell/tray.h"
#include "shell/trustdesk.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScreen>
#include <QStackedWidget>

#include <limits>

namespace shell {

namespace {

constexpr int stateVersion = 1;
constexpr QSize firstSize{1200, 768};
constexpr QSize leastSize{800, 560};
constexpr int eventsHeight = 260;

} // namespace

MainWindow::MainWindow(client::Link &link, const Options &options, QWidget *parent)
    : QMainWindow(parent), m_options(options),
      m_ownClock(options.clock ? nullptr : std::make_unique<core::SystemClock>()),
      m_clock(options.clock ? *options.clock : *m_ownClock), m_mirror(link, m_clock),
      m_model(m_mirror, m_clock), m_manners(m_clock, options.settingsFile), m_notices(m_mirror),
      m_devices(link), m_links(link), m_actions(this), m_preferences(Preferences::load(options.settingsFile)),
      m_stack(new QStackedWidget), m_rail(new Rail), m_banner(new ConnectionBanner(m_mirror, m_clock)),
      m_strip(new StatusStrip(m_mirror)), m_inspector(new Inspector(this)),
      m_events(new events::EventsDock(
          m_mirror.link(), m_clock, [this] { return serverUrl(); }, this))
{
    setWindowIcon(kit::appIcon());
    setMinimumSize(leastSize);
    buildPages();
    buildActions();
    buildCentre();
    buildMenus();
    buildTray();
    connectParts();
    if (!m_options.theme.isEmpty())
        m_preferences.theme = m_options.theme;
    setTheme(m_preferences.theme);
    setZoom(m_preferences.zoom);
    setSingleKeys(m_preferences.singleKeys);
    restore();
    refreshActions();
    refreshAlerts();
    refreshQuiet();
    if (m_options.place)
        openPlace(*m_options.place);
}

MainWindow::~MainWindow()
{
    // The pages look at the model, and the events at the clock, until they are gone.
    delete std::exchange(m_tray, nullptr);
    delete takeCentralWidget();
    delete m_events;
    delete m_tasks;
    delete m_chatDock;
    // They withdraw what is told outside, as long as there is who does that.
    delete std::exchange(m_herald, nullptr);
    delete std::exchange(m_popUps, nullptr);
}

void MainWindow::addPage(const Page &page)
{
    m_pages << page;
    m_stack->addWidget(page.widget);
}

void MainWindow::buildPages()
{
    m_toasts = new kit::ToastArea(m_stack);
    buildDesktops();
    buildHerald();
    auto *overview = new overview::OverviewPage(m_model);
    m_metrics = new metrics::MetricsPage(m_model);
    addPage({QStringLiteral("overview"), tr("Overview"), kit::Symbol::Overview, overview, {}, true});
    buildNetworkPages();
    addPage({QStringLiteral("metrics"), tr("Metrics"), kit::Symbol::Metrics, m_metrics, {}, true});
    buildAlerts(*overview);
    buildScans();
    buildChat();
    buildAway(*overview);
    buildAutomation();
    auto *server = new server::ServerPage(m_mirror, m_clock);
    addPage({QStringLiteral("server"), tr("Server"), kit::Symbol::Server, server,
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)});
    m_settings = new settings::SettingsPage(m_mirror);
    addPage({QStringLiteral("settings"), tr("Settings"), kit::Symbol::Settings, m_settings,
             QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    connect(overview, &overview::OverviewPage::metricsWanted, this,
            [this] { showPage(QStringLiteral("metrics")); });
    connect(overview, &overview::OverviewPage::alertWanted, this, &MainWindow::showAlert);
    connect(overview, &overview::OverviewPage::selected, this, &MainWindow::select);
    connect(m_metrics, &metrics::MetricsPage::selected, this, &MainWindow::select);
    connect(server, &server::ServerPage::selected, this, &MainWindow::select);
    connect(&server->clients(), &client::ClientList::changed, &m_inspect, qOverload<>(&QTimer::start));
}

QKeySequence MainWindow::keysOf(int place) const
{
    const QKeySequence &keys = m_pages[place].keys;
    return keys.isEmpty() ? QKeySequence(QStringLiteral("Ctrl+%1").arg(place + 1)) : keys;
}

void MainWindow::buildCentre()
{
    for (int i = 0; i < m_pages.size(); ++i)
        m_rail->add(m_pages[i].symbol, m_pages[i].title, keysOf(i).toString(QKeySequence::NativeText));
    auto *centre = new QWidget;
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    m_header = new PageHeader(m_model, m_actions);
    buildNotices(*column);
    buildAlertCrier(*column);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    auto *whole = new QStackedWidget;
    whole->addWidget(centre);
    if (m_options.signIn)
        new TrustDesk(m_options.signIn->trust(), m_mirror.link(), *whole);
    setCentralWidget(whole);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_inspector->hide();
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(Qt::BottomDockWidgetArea, m_events);
    tabifyDockWidget(m_events, m_tasks);
    tabifyDockWidget(m_tasks, m_chatDock);
    m_events->hide();
    setStatusBar(m_strip);
    buildPalette();
}

void MainWindow::connectParts()
{
    connect(m_rail, &Rail::chosen, this, [this](int place) { go(place); });
    connect(m_header, &PageHeader::searchWanted, m_palette, &Palette::open);
    connect(m_strip, &StatusStrip::selected, this, [this](const client::FactSource &source) {
        select(source);
        m_inspector->show();
    });
    connect(m_strip, &StatusStrip::clientsWanted, this, [this] { showPage(QStringLiteral("server")); });
    connect(m_strip, &StatusStrip::eventsWanted, m_events, &QWidget::show);
    m_inspect.setSingleShot(true);
    connect(&m_inspect, &QTimer::timeout, this, &MainWindow::refreshInspector);
    const auto inspectAfter = [this](auto &sender, auto signal) {
        connect(&sender, signal, &m_inspect, qOverload<>(&QTimer::start));
    };
    inspectAfter(m_model, &client::MetricsModel::dataChanged);
    inspectAfter(m_model, &client::MetricsModel::viewChanged);
    inspectAfter(m_mirror, &client::Mirror::readingChanged);
    inspectAfter(m_mirror, &client::Mirror::serverChanged);
    inspectAfter(m_mirror, &client::Mirror::userChanged);
    inspectAfter(m_mirror, &client::Mirror::storageChanged);
    inspectAfter(m_mirror.link(), &client::Link::stateChanged);
    inspectAfter(m_mirror.link(), &client::Link::fingerprintChanged);
    inspectAfter(*m_inspector, &QDockWidget::visibilityChanged);
    connectPlaces();
    connect(m_banner, &ConnectionBanner::signInWanted, this, &MainWindow::signIn);
    connect(&m_model, &client::MetricsModel::dataChanged, m_header, &PageHeader::refresh);
    connect(&m_mirror, &client::Mirror::readingChanged, m_header, &PageHeader::refresh);
    connect(&m_mirror, &client::Mirror::staleChanged, m_header, &PageHeader::refresh);
    connect(&m_model, &client::MetricsModel::viewChanged, this, &MainWindow::refreshActions);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &MainWindow::refreshActions);
    if (m_options.signIn)
        connect(m_options.signIn, &client::SignIn::ended, this, &MainWindow::signIn);
}

void MainWindow::select(const client::FactSource &source)
{
    m_selection = source;
    if (const std::optional<client::Facts> facts = m_selection())
        m_inspector->show(*facts);
}

void MainWindow::refreshInspector()
{
    if (!m_selection || !m_inspector->isVisible())
        return;
    if (const std::optional<client::Facts> facts = m_selection()) {
        m_inspector->show(*facts);
        return;
    }
    m_selection = nullptr;
    m_inspector->clear();
}

bool MainWindow::showPage(const QString &id)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id) {
            go(i);
            return true;
        }
    }
    return false;
}

QString MainWindow::page() const { return m_pages[m_stack->currentIndex()].id; }

void MainWindow::go(int place, bool remember)
{
    if (place < 0 || place >= m_pages.size())
        return;
    if (remember && place != m_stack->currentIndex()) {
        m_back << m_stack->currentIndex();
        m_forward.clear();
    }
    m_stack->setCurrentIndex(place);
    m_rail->setCurrent(place);
    m_header->setTitle(m_pages[place].title);
    m_header->setTimed(m_pages[place].isTimed);
    refreshTitle();
    refreshActions();
}

void MainWindow::goBack()
{
    if (m_list->isVisible() && m_list->isDeviceShown() && m_list->leaveDevice())
        return;
    if (m_alertsPage->isVisible() && !m_alertsPage->isListShown() && m_alertsPage->leave())
        return;
    if (m_back.isEmpty())
        return;
    m_forward << m_stack->currentIndex();
    go(m_back.takeLast(), false);
}

void MainWindow::goForward()
{
    if (m_forward.isEmpty())
        return;
    m_back << m_stack->currentIndex();
    go(m_forward.takeLast(), false);
}

void MainWindow::refreshTitle()
{
    const client::Link &link = m_mirror.link();
    const QString page = m_pages[m_stack->currentIndex()].title;
    setWindowTitle(link.isLocal() ? tr("%1 — Belfry").arg(page)
                                  : tr("%2: %1 — Belfry").arg(page, link.address()));
}

void MainWindow::setRailCollapsed(bool collapsed)
{
    m_rail->setCollapsed(collapsed);
    m_actions.find(QStringLiteral("view.rail"))->setChecked(!collapsed);
}

void MainWindow::resetLayout()
{
    showNormal();
    resize(firstSize);
    setRailCollapsed(false);
    m_inspector->setFloating(false);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_inspector->hide();
    m_events->setFloating(false);
    addDockWidget(Qt::BottomDockWidgetArea, m_events);
    m_events->hide();
    m_tasks->setFloating(false);
    addDockWidget(Qt::BottomDockWidgetArea, m_tasks);
    tabifyDockWidget(m_events, m_tasks);
    m_tasks->hide();
    m_chatDock->setFloating(false);
    addDockWidget(Qt::BottomDockWidgetArea, m_chatDock);
    tabifyDockWidget(m_tasks, m_chatDock);
    m_chatDock->hide();
    resizeDocks();
}

void MainWindow::resizeDocks()
{
    QMainWindow::resizeDocks({m_inspector}, {kit::tokens::InspectorWidth}, Qt::Horizontal);
    QMainWindow::resizeDocks({m_events}, {eventsHeight}, Qt::Vertical);
}

QUrl MainWindow::serverUrl() const
{
    if (m_options.signIn)
        return m_options.signIn->address().http;
    const auto &server = m_mirror.server();
    return server ? QUrl(server->addresses.value(0)) : QUrl();
}

void MainWindow::restore()
{
    const WindowState state = WindowState::load(m_options.stateFile);
    resize(firstSize);
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    const QList<QScreen *> screens = QGuiApplication::screens();
    const bool onScreen = std::any_of(screens.begin(), screens.end(), [this](const QScreen *screen) {
        return screen->availableGeometry().intersects(geometry());
    });
    if (!onScreen)
        setGeometry(QRect(QPoint(0, 0), firstSize));
    if (!state.docks.isEmpty())
        restoreState(state.docks, stateVersion);
    else
        resizeDocks();
    setRailCollapsed(state.railCollapsed);
    m_metrics->setPerCore(state.perCore);
    m_model.follow(state.preset);
    m_map->restore(state.map);
    m_list->restore(state.devices);
    m_alertsPage->restore(state.alerts);
    m_chat.restore(state.chat);
    go(0, false);
    showPage(m_options.page.isEmpty() ? state.page : m_options.page);
    m_back.clear();
    refreshActions();
}

void MainWindow::save()
{
    WindowState state;
    state.geometry = saveGeometry();
    state.docks = saveState(stateVersion);
    state.page = page();
    state.preset = m_model.preset().id;
    state.railCollapsed = m_rail->isCollapsed();
    state.perCore = m_metrics->isPerCore();
    state.map = m_map->state();
    state.devices = m_list->state();
    state.alerts = m_alertsPage->state();
    state.chat = m_chat.state();
    (void)state.save(m_options.stateFile);
}

void MainWindow::signIn()
{
    if (!m_options.signIn || m_dialog)
        return;
    m_dialog = new SignInDialog(*m_options.signIn, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setAddressFixed(true);
    if (m_mirror.user())
        m_dialog->setUser(m_mirror.user()->username);
    m_dialog->open();
}

void MainWindow::watch() { m_mirror.setWatched(isVisible() && !isMinimized()); }

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        watch();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    watch();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    watch();
}

QPixmap MainWindow::grabPage(const QString &id, const QSize &size)
{
    if (!showPage(id))
        return {};
    if (!isVisible()) {
        setAttribute(Qt::WA_DontShowOnScreen);
        show();
    }
    resize(size);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    const QList<kit::Chart *> charts = findChildren<kit::Chart *>();
    for (kit::Chart *chart : charts)
        chart->drawNow();
    m_map->view().setPatience(std::numeric_limits<double>::max());
    QPixmap picture = grab();
    m_map->view().setPatience(network::MapView::usualPatience);
    return picture;
}

} // namespace shell
