// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerts.h"
#include "client/manners.h"
#include "kit/status.h"
#include "shell/desktop.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace shell {

/// What the tray shows: the worst of what is open, how much it is, and words for the pointer.
struct TrayFace
{
    std::optional<kit::Status> worst; ///< nothing: there is nothing to be seen to
    int count = 0;
    QString words;

    friend bool operator==(const TrayFace &, const TrayFace &) = default;
};

/// The icon in the desktop's tray, where there is one: how things are, the worst alerts, and a way back to
/// the window. Everything it does can be done in the window, too.
class Tray final : public QObject
{
    Q_OBJECT
public:
    /// `isThere` says whether the desktop has a tray now; it is asked again and again: trays come and go.
    /// `deeds` are put into the menu behind the alerts. All of these outlive it.
    Tray(client::Alerts &alerts, core::Clock &clock, std::function<bool()> isThere, QMenu &snooze,
         const QList<QAction *> &deeds, QObject *parent = nullptr);
    ~Tray() override;

    void setFace(const TrayFace &face);
    [[nodiscard]] const TrayFace &face() const { return m_face; }
    /// Shows what a badge looks like, for a few seconds.
    void showSample();
    /// Whether the desktop shows it.
    [[nodiscard]] bool isShown() const { return m_icon != nullptr; }
    [[nodiscard]] QMenu &menu() { return m_menu; }
    /// The program's mark in one colour, with the shape of the worst and the count in its corner.
    [[nodiscard]] static QIcon iconOf(const TrayFace &face);

    /// Shows a pop-up beside the icon, in the place of the one before; `pressed` is called when somebody
    /// presses it. False: the desktop shows no icon, or nothing beside it.
    bool say(const PopUp &popUp, const std::function<void()> &pressed);
    /// What a press of that pop-up does.
    void pressPopUp();
    /// What a press of the icon does.
    void press(QSystemTrayIcon::ActivationReason reason);

Q_SIGNALS:
    /// The window is to be shown, or hidden where it is.
    void toggleWanted();
    void windowWanted();
    void listWanted();
    void alertWanted(const QString &id);

private:
    void look();
    void draw();
    void fillAlerts();

    client::Alerts &m_alerts;
    core::Clock &m_clock;
    std::function<bool()> m_isThere;
    QMenu m_menu;
    QMenu *m_worst;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    std::function<void()> m_pressed; ///< of the pop-up; empty: there is none
    TrayFace m_face;
    std::optional<TrayFace> m_sample;
    std::unique_ptr<core::Timer> m_watch;
    std::unique_ptr<core::Timer> m_sampleEnd;
    std::unique_ptr<core::Timer> m_firing; ///< a timer is not gone while it fires
};

} // namespace shell
