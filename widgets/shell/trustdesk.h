// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"
#include "client/trust.h"

#include <QPointer>

class QStackedWidget;

namespace shell {

class ChangedPage;
class TrustDialog;

/// Where a window turns when its server is not trusted: a question about a stranger, a page in the place of
/// everything about one that has changed.
class TrustDesk final : public QObject
{
    Q_OBJECT
public:
    /// The first widget of `whole` is what is shown while all is well. A sign-in dialog over the window asks
    /// about strangers itself.
    TrustDesk(client::Trust &trust, client::Link &link, QStackedWidget &whole);

private:
    void askAboutStranger();
    void withdraw();

    client::Trust &m_trust;
    QStackedWidget &m_whole;
    ChangedPage *m_page;
    QPointer<TrustDialog> m_dialog;
};

} // namespace shell
