// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/silences.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace kit {
class EmptyState;
} // namespace kit

namespace alerts {

class AlertDeeds;
class PlainRows;

/// The silences: those in force, and those that are over.
class SilencesPanel final : public QWidget
{
    Q_OBJECT
public:
    SilencesPanel(AlertDeeds &deeds, client::Silences &silences, QWidget *parent = nullptr);

private:
    void refresh();
    void allow();
    void edit(const Silence &from);
    void end();
    [[nodiscard]] const Silence *chosen() const;

    AlertDeeds &m_deeds;
    client::Silences &m_silences;
    PlainRows *m_rows;
    QTableView *m_view;
    QStackedLayout *m_stack;
    kit::EmptyState *m_none;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_end;
};

} // namespace alerts
