// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QDockWidget>

class QStackedLayout;

namespace kit {
class Banner;
class EmptyState;
class Label;
} // namespace kit

namespace scans {

class RunList;

/// What runs now, whoever started it, at the foot of the window: how far it is, and the button that ends it.
class TasksDock final : public QDockWidget
{
    Q_OBJECT
public:
    TasksDock(client::Scans &scans, core::Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    void detailsWanted(const QString &scanId);
    void scanWanted();

private:
    QWidget *makeTitleBar();
    void refresh();

    client::Scans &m_scans;
    kit::Label *m_count;
    kit::Banner *m_banner;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    RunList *m_list;
};

} // namespace scans
