// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/connectionbanner.h"

#include "kit/banner.h"

#include <QVBoxLayout>

namespace shell {

namespace {
constexpr std::chrono::milliseconds bannerDelay{2500};
}

ConnectionBanner::ConnectionBanner(client::Mirror &mirror, core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_clock(clock),
      m_banner(new kit::Banner(kit::Status::Medium, QString()))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    m_banner->setClosable(false);
    connect(m_banner, &kit::Banner::actionTriggered, this, [this] {
        if (m_mirror.link().state() == client::Link::State::SignedOut)
            Q_EMIT signInWanted();
        else
            m_mirror.link().retry();
    });
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &ConnectionBanner::judge);
    connect(&m_mirror, &client::Mirror::staleChanged, this, &ConnectionBanner::judge);
    connect(&m_mirror, &client::Mirror::storageChanged, this, &ConnectionBanner::judge);
    hide();
    judge();
}

QString ConnectionBanner::text() const { return isHidden() ? QString() : m_text; }

QString ConnectionBanner::trouble() const
{
    const client::Link &link = m_mirror.link();
    if (link.state() != client::Link::State::Live)
        return m_mirror.reading() ? tr("%1 What you see is as it was before.").arg(link.stateText())
                                  : link.stateText();
    if (!m_mirror.storageText().isEmpty())
        return m_mirror.storageText();
    if (m_mirror.isStale() && m_mirror.reading())
        return tr("No readings arrive. What you see is as it was before.");
    return {};
}

void ConnectionBanner::judge()
{
    m_text = trouble();
    if (m_text.isEmpty()) {
        m_wait.reset();
        hide();
    } else if (isHidden() && !m_wait) {
        m_wait = m_clock.after(bannerDelay, [this] { show(m_text); });
    } else if (!isHidden()) {
        show(m_text);
    }
}

void ConnectionBanner::show(const QString &text)
{
    using State = client::Link::State;
    const State state = m_mirror.link().state();
    m_banner->setText(text);
    m_banner->setStatus(state == State::Refused || (state == State::Live && !m_mirror.storageText().isEmpty())
                            ? kit::Status::High
                            : kit::Status::Medium);
    m_banner->setAction(state == State::Live        ? QString()
                        : state == State::SignedOut ? tr("Sign in…")
                                                    : tr("Retry now"));
    setVisible(true);
    m_wait.reset();
}

} // namespace shell
