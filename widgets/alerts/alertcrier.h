// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerts.h"
#include "client/devices.h"
#include "client/manners.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace kit {
class Banner;
class Toast;
class ToastArea;
} // namespace kit

namespace alerts {

/// Tells of alerts that cannot wait until the list is looked at, as far as somebody wants it: a strip for the
/// worst critical one that is open, which goes when somebody looks after it or it is over, and a short word
/// over the page for the others. Many at once are told together.
class AlertCrier final : public QWidget
{
    Q_OBJECT
public:
    /// The strip is this widget; the short words are among `toasts`.
    AlertCrier(client::Alerts &alerts, client::Devices &devices, client::Manners &manners,
               kit::ToastArea &toasts, QWidget *parent = nullptr);

    /// What the strip says; empty while it is hidden.
    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    void alertWanted(const QString &id);
    void listWanted();

private:
    void hear(const Alert &alert);
    void say();
    void refresh();

    client::Alerts &m_alerts;
    client::Devices &m_devices;
    client::Manners &m_manners;
    kit::Banner *m_banner;
    kit::ToastArea &m_toasts;
    QPointer<kit::Toast> m_toast;
    QStringList m_said;    ///< ids of those the short word is about
    QStringList m_waiting; ///< ids of those to be told of
    QTimer m_pace;
    QTimer m_voice;      ///< while it runs, screen readers are left in peace
    QString m_shown;     ///< the id of what the strip says
    QString m_dismissed; ///< somebody closed the strip about it
    QString m_text;
};

} // namespace alerts
