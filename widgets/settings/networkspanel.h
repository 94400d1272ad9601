// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scope.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace settings {

/// The networks that may be scanned and are watched, for administrators: nothing is, until it is ticked.
class NetworksPanel final : public ListPanel
{
    Q_OBJECT
public:
    explicit NetworksPanel(client::Mirror &mirror, QWidget *parent = nullptr);

    void refresh() override;

private:
    [[nodiscard]] QList<Column<network::ScopeNetwork>> columns();
    void tell(const network::ListScope::Reply &reply);
    void allowDeeds();
    void set(network::ScopeNetwork network);
    void tick();
    void watch();
    void add();
    void change();
    void edit(const network::ScopeNetwork &network, bool isNew);
    void remove();

    Records<network::ScopeNetwork> m_networks;
    QAction *m_tick;
    QAction *m_watch;
    QAction *m_change;
    QAction *m_remove;
};

} // namespace settings
