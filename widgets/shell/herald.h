// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/notices.h"
#include "kit/toast.h"
#include "shell/outside.h"

namespace shell {

/// Something that happened and is no alert.
struct News
{
    client::Matter matter = client::Matter::Note;
    QString title;                           ///< foreign text is as it came
    QString body;                            ///< likewise
    QString action;                          ///< what the short word offers; empty: to show it
    std::function<void()> open;              ///< shows what it is about
    bool isKept = false;                     ///< the bell has it, and the window has said it
    std::optional<client::Place> place = {}; ///< where the bell leads; nothing: nowhere
};

/// Tells of what is no alert: over the page, outside of the window and under the bell, as far as somebody
/// wants it.
class Herald final : public QObject
{
    Q_OBJECT
public:
    /// All of these outlive it. Without a desktop nothing pops up.
    Herald(client::Manners &manners, client::Notices &notices, kit::ToastArea &toasts, Outside &outside,
           Desktop *desktop, core::Clock &clock, QObject *parent = nullptr);
    ~Herald() override;

    void tell(const News &news);

Q_SIGNALS:
    /// The window is to come to the front: somebody pressed a pop-up.
    void windowWanted();
    /// Somebody wants to see all there is.
    void centreWanted();

private:
    void popUp(const News &news);
    void say();
    void open();

    client::Manners &m_manners;
    client::Notices &m_notices;
    kit::ToastArea &m_toasts;
    Outside &m_outside;
    Desktop *m_desktop;
    core::Clock &m_clock;
    QList<News> m_waiting; ///< to be told outside
    QList<News> m_told;    ///< what the pop-up is about
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_firing; ///< a timer is not gone while it fires
};

} // namespace shell
