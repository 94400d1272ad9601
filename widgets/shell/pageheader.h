// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/metricsmodel.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QToolButton;

namespace kit {
class Label;
} // namespace kit

namespace shell {

class Actions;
class SearchButton;

/// The row above every page: its name, what time it shows, and the time range all pages share.
class PageHeader final : public QWidget
{
    Q_OBJECT
public:
    PageHeader(client::MetricsModel &model, const Actions &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// "Live", "as of 14:28:03" or "Paused at 14:28:31 · 42 s behind".
    [[nodiscard]] QString timeText() const;
    void refresh();
    /// Whether the page that is shown has anything to do with the shared time; without, its controls are
    /// gone.
    void setTimed(bool timed);
    /// Stands at the end of the row; the header owns it.
    void addEnd(QWidget *widget);

Q_SIGNALS:
    void searchWanted();

private:
    QToolButton *tool(QAction *action, const QString &name);

    client::MetricsModel &m_model;
    kit::Label *m_title;
    kit::Label *m_time;
    QComboBox *m_range;
    QPushButton *m_pause;
    QList<QWidget *> m_timeParts;
    bool m_isTimed = true;
};

} // namespace shell
