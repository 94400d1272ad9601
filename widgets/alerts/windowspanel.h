// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/silences.h"
#include "client/upkeeptimes.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace kit {
class Label;
} // namespace kit

namespace alerts {

class AlertDeeds;
class MonthGrid;
class PlainRows;

/// The maintenance windows: a calendar, and all of them as a list.
class WindowsPanel final : public QWidget
{
    Q_OBJECT
public:
    WindowsPanel(AlertDeeds &deeds, client::Silences &silences, QWidget *parent = nullptr);

private:
    QWidget *buildMonth();
    QWidget *buildButtons();
    void refresh();
    /// Asks for the times of the month that is shown.
    void look();
    void showTimes();
    void allow();
    void edit(const MaintenanceWindow &from);
    void add();
    void askForFile();
    void import(const QString &calendar, const QString &name);
    void sayImported(const core::Result<ImportWindows::Reply> &reply);
    [[nodiscard]] const MaintenanceWindow *chosen() const;

    AlertDeeds &m_deeds;
    client::Silences &m_silences;
    client::UpkeepTimes m_times;
    MonthGrid *m_grid;
    kit::Label *m_month;
    PlainRows *m_rows;
    QTableView *m_view;
    kit::Label *m_remarks;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_import;
};

} // namespace alerts
