// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>

class QTableView;

namespace devices {

/// Which rows of a view are in sight, told once nobody has moved it for a moment.
class Sight final : public QObject
{
    Q_OBJECT
public:
    explicit Sight(QTableView &view);

    /// Tells it again soon.
    void look() { m_rest.start(); }

Q_SIGNALS:
    /// None: `last` is before `first`.
    void rested(int first, int last);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    QTableView &m_view;
    QTimer m_rest;
};

} // namespace devices
