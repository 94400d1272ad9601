// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"

#include <QWidget>

namespace kit {
class Banner;
} // namespace kit

namespace shell {

/// The strip above the page while what is shown cannot be trusted: no connection, no readings, or no storage.
/// It waits 2.5 s before it appears, so that a hiccup does not make the page jump.
class ConnectionBanner final : public QWidget
{
    Q_OBJECT
public:
    ConnectionBanner(client::Mirror &mirror, core::Clock &clock, QWidget *parent = nullptr);

    /// What it says; empty while it is hidden.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void signInWanted();

private:
    void judge();
    void show(const QString &text);
    [[nodiscard]] QString trouble() const;

    client::Mirror &m_mirror;
    core::Clock &m_clock;
    kit::Banner *m_banner;
    QString m_text;
    std::unique_ptr<core::Timer> m_wait;
};

} // namespace shell
