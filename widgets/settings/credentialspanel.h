// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scope.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace settings {

/// How devices are asked by SNMP, for administrators. What is secret goes to the server and never comes back.
class CredentialsPanel final : public ListPanel
{
    Q_OBJECT
public:
    explicit CredentialsPanel(client::Mirror &mirror, QWidget *parent = nullptr);

    void refresh() override;

private:
    static QList<Column<network::Credential>> columns();
    void add(const QString &version);
    void change();
    void edit(const network::Credential &credential, bool isNew);
    void test();
    void remove();

    Records<network::Credential> m_credentials;
    QAction *m_change;
    QAction *m_test;
    QAction *m_remove;
};

} // namespace settings
