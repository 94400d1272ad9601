// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QSocketNotifier;

namespace app {

/// SIGTERM, SIGINT and SIGHUP as a Qt signal, so that the program ends in order. At most one at a time.
class Signals : public QObject
{
    Q_OBJECT
public:
    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;

    /// Keeps the signals from ending the program on their own. Before any thread starts (Qt's platform
    /// plugins start some), so that every thread inherits it and only the descriptor of a Signals tells.
    static void block();

Q_SIGNALS:
    void endRequested();

private:
    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace app
