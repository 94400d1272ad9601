// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/silences.h"

#include <QWidget>

class QStackedLayout;

namespace kit {
class Banner;
class Segmented;
} // namespace kit

namespace alerts {

class AlertDeeds;

/// When nobody is told of alerts: silences, and the calendar of maintenance windows.
class QuietPage final : public QWidget
{
    Q_OBJECT
public:
    QuietPage(AlertDeeds &deeds, client::Silences &silences, QWidget *parent = nullptr);

    void open(bool isWindows);
    void leave();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    /// Somebody wants the list of alerts again.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showCounts();

    client::Silences &m_silences;
    kit::Segmented *m_parts;
    kit::Banner *m_error;
    QStackedLayout *m_stack;
    bool m_isOpen = false;
};

} // namespace alerts
