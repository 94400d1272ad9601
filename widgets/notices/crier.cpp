// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices/crier.h"

#include "kit/banner.h"
#include "kit/toast.h"
#include "notices/noticewords.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace notices {

Crier::Crier(client::Notices &notices, QWidget *page, QWidget *parent)
    : QWidget(parent), m_notices(notices), m_banner(new kit::Banner(kit::Status::Critical, QString())),
      m_toasts(new kit::ToastArea(page))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    m_banner->setClosable(true);
    m_banner->setAction(tr("&Show"));
    connect(m_banner, &kit::Banner::actionTriggered, this, &Crier::centreWanted);
    connect(m_banner, &kit::Banner::closed, this, [this] { m_notices.markRead(m_shown); });
    connect(&notices, &client::Notices::changed, this, &Crier::refresh);
    connect(&notices, &client::Notices::arrived, this, &Crier::say);
    refresh();
}

const client::Notice *Crier::worst() const
{
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
    const bool isWorthIt = notice.urgency || status == kit::Status::Medium || status == kit::Status::High;
    if (notice.isRead || notice.isOfAlerts || status == kit::Status::Critical || !isWorthIt)
        return;
    kit::Toast *toast =
        m_toasts->say(kit::statusTitle(status) + QStringLiteral(" · ") + lineOf(notice), tr("Show"));
    connect(toast, &kit::Toast::actionTriggered, this, &Crier::centreWanted);
}

} // namespace notices
