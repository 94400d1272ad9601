// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/signins.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace settings {

/// Where one account is signed in, each to be ended from here.
class SignInsPanel final : public ListPanel
{
    Q_OBJECT
public:
    /// No name: one's own.
    SignInsPanel(client::Mirror &mirror, const QString &username, QWidget *parent = nullptr);

    void refresh() override;

private:
    static QList<Column<identity::SignIn>> columns();
    void end();

    QString m_username;
    Records<identity::SignIn> m_signIns;
    QAction *m_end;
};

} // namespace settings
