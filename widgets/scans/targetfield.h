// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scope.h"
#include "client/link.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace kit {
class Label;
} // namespace kit

namespace scans {

/// Where a scan goes: addresses, networks and names as text, and the ticked networks as buttons that put
/// themselves into it.
class TargetField final : public QWidget
{
    Q_OBJECT
public:
    explicit TargetField(client::Link &link, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void changed();
    /// Nothing may be scanned yet, and that is to be settled.
    void networksWanted();

private:
    void offer(const QList<network::ScopeNetwork> &networks);
    void addChip(const network::ScopeNetwork &network);
    void toggle(const QString &subnet, bool isIn);
    void follow();
    [[nodiscard]] QStringList parts() const;

    QLineEdit *m_line;
    QHBoxLayout *m_chips;
    QList<QPushButton *> m_networks;
    kit::Label *m_hint;
    QPushButton *m_choose;
};

} // namespace scans
