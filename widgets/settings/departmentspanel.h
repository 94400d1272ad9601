// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/departments.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace settings {

/// The departments of the house and the networks of each, for administrators.
class DepartmentsPanel final : public ListPanel
{
    Q_OBJECT
public:
    explicit DepartmentsPanel(client::Mirror &mirror, QWidget *parent = nullptr);

    void refresh() override;

private:
    static QList<Column<usage::Department>> columns();
    void add();
    void change();
    void edit(const usage::Department &department, bool isNew);
    void remove();

    Records<usage::Department> m_departments;
    QAction *m_change;
    QAction *m_remove;
};

} // namespace settings
