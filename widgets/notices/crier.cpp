// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/crier.h"

#include "kit/banner.h"
#include "kit/toast.h"
#include "notices/noticewords.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace notices {

Crier::Crier(client::Notices &notices, client::Manners &manners, kit::ToastArea &toasts, QWidget *parent)
    : QWidget(parent), m_notices(notices), m_manners(manners),
      m_banner(new kit::Banner(kit::Status::Critical, QString())), m_toasts(toasts)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    m_banner->setClosable(true);
    m_banner->setAction(tr("&Show"));
    connect(m_banner, &kit::Banner::actionTriggered, this, &Crier::centreWanted);
    connect(m_banner, &kit::Banner::closed, this, [this] { m_notices.markRead(m_shown); });
    connect(&notices, &client::Notices::changed, this, &Crier::refresh);
    connect(&manners, &client::Manners::changed, this, &Crier::refresh);
    connect(&notices, &client::Notices::arrived, this, &Crier::say);
    refresh();
}

const client::Notice *Crier::worst() const
{
    if (!m_manners.tells(client::Matter::Urgent, client::Way::Toast))
        return nullptr;
    for (const client::Notice &notice : m_notices.all()) {
        if (!notice.isRead && !notice.isOfAlerts && statusOf(notice) == kit::Status::Critical)
            return &notice;
    }
    return nullptr;
}

void Crier::refresh()
{
    const client::Notice *notice = worst();
    setVisible(notice != nullptr);
    m_text = notice ? lineOf(*notice) : QString();
    const QString id = notice ? notice->id : QString();
    if (std::exchange(m_shown, id) == id || !notice)
        return;
    m_banner->setText(m_text);
    QAccessibleEvent alert(m_banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Crier::say(const client::Notice &notice)
{
    const kit::Status status = statusOf(notice);
    const bool isToldElsewhere = notice.isOfAlerts || notice.happened || status == kit::Status::Critical;
    if (notice.isRead || isToldElsewhere || !m_manners.tells(client::matterOf(notice), client::Way::Toast))
        return;
    kit::Toast *toast =
        m_toasts.say(kit::statusTitle(status) + QStringLiteral(" · ") + lineOf(notice), tr("Show"));
    connect(toast, &kit::Toast::actionTriggered, this, &Crier::centreWanted);
}

} // namespace notices
