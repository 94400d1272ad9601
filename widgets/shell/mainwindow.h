// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/cardbook.h"
#include "client/alerts.h"
#include "client/channels.h"
#include "client/chat.h"
#include "client/devices.h"
#include "client/facts.h"
#include "client/links.h"
#include "client/manners.h"
#include "client/meanwhile.h"
#include "client/metricsmodel.h"
#include "client/notices.h"
#include "client/place.h"
#include "client/rules.h"
#include "client/scans.h"
#include "client/silences.h"
#include "core/entropy.h"
#include "shell/actions.h"
#include "shell/options.h"
#include "shell/outside.h"
#include "shell/singlekeys.h"
#include "shell/windowstate.h"

#include <QMainWindow>
#include <QPixmap>
#include <QPointer>
#include <QTimer>

class QActionGroup;
class QBoxLayout;
class QStackedWidget;

namespace alerts {
class AlertsPage;
} // namespace alerts
namespace automation {
class AutomationPage;
} // namespace automation
namespace chat {
class ChatDock;
class ChatPage;
} // namespace chat
namespace devices {
class DevicesPage;
} // namespace devices
namespace events {
class EventsDock;
} // namespace events
namespace kit {
class ToastArea;
} // namespace kit
namespace metrics {
class MetricsPage;
} // namespace metrics
namespace network {
class MapPage;
} // namespace network
namespace notices {
class Bell;
class NoticeCentre;
} // namespace notices
namespace overview {
class OverviewPage;
} // namespace overview
namespace scans {
class ScansPage;
class TasksDock;
} // namespace scans
namespace settings {
class SettingsPage;
} // namespace settings

namespace shell {

class Absence;
class ConnectionBanner;
class Finder;
class Herald;
class Inspector;
class PageHeader;
class Palette;
class PopUps;
class Rail;
class SignInDialog;
class StandIn;
class StatusStrip;
class Tray;

/// The window: pages with a rail at their left, one time for all of them, and how the connection is at the
/// foot.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// The link outlives the window.
    MainWindow(client::Link &link, const Options &options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows the page of that id ("overview", "metrics"). Answers false when there is none.
    bool showPage(const QString &id);
    [[nodiscard]] QString page() const;
    [[nodiscard]] const Actions &actions() const { return m_actions; }
    [[nodiscard]] client::MetricsModel &model() { return m_model; }
    /// Puts a picture, and what it was made of, into the field one writes in.
    void sendToChat(const QImage &picture, const QJsonObject &data, const QString &caption);
    /// Shows what a link leads to, as soon as there is a server to ask for it.
    void openPlace(const client::Place &place);
    /// Comes to the front, by the token with which the desktop allows that; empty: as far as it does without.
    void summon(const QByteArray &token);
    /// A picture of the whole window at that size with that page; empty when there is no such page.
    QPixmap grabPage(const QString &id, const QSize &size);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Page
    {
        QString id;
        QString title;
        kit::Symbol symbol;
        QWidget *widget;
        QKeySequence keys = {}; ///< empty: Ctrl and its place
        bool isTimed = false;   ///< shows the time that all such pages share
    };

    void addPage(const Page &page);
    void buildPages();
    void buildNetworkPages();
    void buildScans();
    void buildAlerts(overview::OverviewPage &overview);
    void buildAlertCrier(QBoxLayout &strips);
    void buildAutomation();
    void buildDesktops();
    void buildPopUps();
    void buildHerald();
    void buildTray();
    void buildAway(overview::OverviewPage &overview);
    void buildChat();
    [[nodiscard]] QKeySequence keysOf(int place) const;
    void buildCentre();
    void buildNotices(QBoxLayout &strips);
    void buildActions();
    void buildFileActions();
    void buildTimeActions();
    void buildViewActions();
    void buildGoActions();
    void buildHelpActions();
    void adoptMapActions();
    void adoptDeviceActions();
    void adoptAlertActions();
    void buildScanActions();
    void buildAutomationActions();
    void buildChatActions();
    void buildQuietActions();
    void buildPalette();
    void connectPlaces();
    void showChart(const client::Place &place);
    void showOnMap(const QStringList &devices);
    void connectOffers();
    void share(const QImage &picture, const client::Place &place, const chat::PictureValues &values,
               const QString &title);
    void askForRule(const QString &series, const QString &source, std::optional<double> value);
    void copyLink(const client::Place &place, const QString &title);
    void askInChat(const QString &question);
    void buildMenus();
    void buildUserMenu();
    void buildPersonActions();
    void refreshPresence();
    void buildThemeMenu(QMenu &menu);
    void buildRangeMenu(QMenu &menu);
    void buildMapMenu(QMenu &menu);
    void connectParts();

    void select(const client::FactSource &source);
    void refreshInspector();

    void go(int place, bool remember = true);
    void goBack();
    void goForward();
    void cycleRegion(int step);
    /// Qt leaves docks behind others, and tabs that nobody needs, visible far outside of the window.
    [[nodiscard]] bool isParked(const QWidget &widget) const;
    void setTheme(const QString &theme);
    void setZoom(int percent);
    void stepZoom(int step);
    void setSingleKeys(bool act);
    void setRailCollapsed(bool collapsed);
    void resetLayout();
    void resizeDocks();
    /// The root of the server's HTTP door; empty: not known.
    [[nodiscard]] QUrl serverUrl() const;
    void restore();
    void save();
    void watch();
    void refreshActions();
    void refreshTitle();
    void signIn();
    void showNotices();
    void comeForward();
    void refreshQuiet();
    void refreshTray();
    void showMeanwhile(client::Meanwhile::Sort sort, const QDateTime &from);
    void showOpenAlerts();
    void showMaintenance();
    void tellNotice(const client::Notice &notice);
    [[nodiscard]] client::Matter matterOf(const client::Notice &notice) const;
    void testWay(client::Way way);
    void askToScan();
    void showScan(const QString &id, bool isCompared);
    void refreshTasks();
    void showAlert(const QString &id);
    void refreshAlerts();
    void tellEnd(const network::ScanRun &run);
    void refreshChat();
    void tellCalled(const client::ChatRoom *room, const chat::Message &message);

    Options m_options;
    std::unique_ptr<core::Clock> m_ownClock;
    core::Clock &m_clock;
    core::SystemEntropy m_entropy;
    client::Mirror m_mirror;
    client::MetricsModel m_model;
    client::Manners m_manners;
    client::Notices m_notices;
    client::Devices m_devices;
    client::Links m_links;
    client::Scans m_scans{m_mirror};
    client::Alerts m_alerts{m_mirror};
    client::Silences m_silences{m_mirror};
    client::Rules m_rules{m_mirror, m_clock};
    client::Channels m_channels{m_mirror, m_clock};
    client::Chat m_chat{m_mirror, m_clock};
    chat::CardBook m_cards{m_mirror, m_devices, m_scans};
    Actions m_actions;
    Preferences m_preferences;
    SingleKeys m_singleKeys{*this};
    QList<Page> m_pages;
    QList<int> m_back;
    QList<int> m_forward;
    metrics::MetricsPage *m_metrics = nullptr;
    network::MapPage *m_map = nullptr;
    devices::DevicesPage *m_list = nullptr;
    settings::SettingsPage *m_settings = nullptr;
    scans::ScansPage *m_scansPage = nullptr;
    alerts::AlertsPage *m_alertsPage = nullptr;
    automation::AutomationPage *m_automation = nullptr;
    scans::TasksDock *m_tasks = nullptr;
    chat::ChatPage *m_chatPage = nullptr;
    chat::ChatDock *m_chatDock = nullptr;
    kit::ToastArea *m_toasts = nullptr;
    std::unique_ptr<Outside> m_outside;
    std::unique_ptr<StandIn> m_alertDesktop;
    std::unique_ptr<StandIn> m_messageDesktop; ///< for all else
    QMetaObject::Connection m_popUpTest;       ///< says that nobody saw it
    PopUps *m_popUps = nullptr;
    Herald *m_herald = nullptr;
    QMenu *m_snooze = nullptr;
    Tray *m_tray = nullptr;
    std::unique_ptr<client::Meanwhile> m_meanwhile;
    std::unique_ptr<Absence> m_absence;
    QStackedWidget *m_stack;
    Rail *m_rail;
    PageHeader *m_header = nullptr;
    ConnectionBanner *m_banner;
    StatusStrip *m_strip;
    Inspector *m_inspector;
    events::EventsDock *m_events;
    std::unique_ptr<Finder> m_finder;
    Palette *m_palette = nullptr;
    std::optional<client::Place> m_place; ///< to be shown once somebody can be asked for it
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_ranges = nullptr;
    QActionGroup *m_presence = nullptr;
    notices::Bell *m_bell = nullptr;
    notices::NoticeCentre *m_centre = nullptr;
    QPointer<SignInDialog> m_dialog;
    client::FactSource m_selection; ///< empty: nothing is selected
    QTimer m_inspect;               ///< asks the selection once, however much has changed
};

} // namespace shell
