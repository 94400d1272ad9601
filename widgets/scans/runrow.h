// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QWidget>

class QPushButton;

namespace kit {
class Gauge;
class Label;
} // namespace kit

namespace scans {

/// One scan that runs: what it does, how far it is, what it found, and the button that ends it.
class RunRow final : public QWidget
{
    Q_OBJECT
public:
    RunRow(client::Scans &scans, const QString &id, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    void refresh();

Q_SIGNALS:
    void detailsWanted(const QString &id);
    /// It was not cancelled, and why.
    void refused(const QString &why);

private:
    void cancel();

    client::Scans &m_scans;
    QString m_id;
    kit::Label *m_title;
    kit::Label *m_clock;
    kit::Label *m_doing;
    kit::Gauge *m_gauge;
    QPushButton *m_details;
    QPushButton *m_cancel;
    bool m_isCancelling = false;
};

} // namespace scans
