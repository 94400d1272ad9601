// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/trustdesk.h"

#include "shell/changedpage.h"
#include "shell/signindialog.h"
#include "shell/trustdialog.h"

#include <QStackedWidget>

namespace shell {

TrustDesk::TrustDesk(client::Trust &trust, client::Link &link, QStackedWidget &whole)
    : QObject(&whole), m_trust(trust), m_whole(whole), m_page(new ChangedPage(trust))
{
    m_whole.addWidget(m_page);
    connect(m_page, &ChangedPage::retryWanted, &link, &client::Link::retry);
    connect(&m_trust, &client::Trust::strangerMet, this, &TrustDesk::askAboutStranger);
    connect(&m_trust, &client::Trust::changeMet, this, [this] {
        withdraw();
        m_page->show(*m_trust.change());
        m_whole.setCurrentWidget(m_page);
    });
    connect(&m_trust, &client::Trust::settled, this, [this] {
        withdraw();
        m_whole.setCurrentIndex(0);
    });
}

void TrustDesk::askAboutStranger()
{
    m_whole.setCurrentIndex(0);
    const auto *signIn = m_whole.window()->findChild<SignInDialog *>();
    if ((signIn && signIn->isVisible()) || (m_dialog && m_dialog->stranger() == *m_trust.stranger()))
        return;
    withdraw();
    m_dialog = new TrustDialog(m_trust, *m_trust.stranger(), m_whole.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->open();
}

void TrustDesk::withdraw()
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = nullptr;
}

} // namespace shell
